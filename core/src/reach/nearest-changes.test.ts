import { describe, expect, it } from 'vitest';
import { buildNearest } from './nearest.ts';
import { nearestChanges } from './nearest-changes.ts';
import { smallWorld } from './small-world.ts';

const homePoints = [0, 110, 290, 410].map((easting) => ({ easting, northing: 0, residents: 1 }));
const places = [100, 200, 300, 400, 500].map((easting, at) => ({ id: `p${at}`, easting, northing: 0 }));
const world = smallWorld({ areas: [{ code: 'A', homePoints }], places });

describe('nearestChanges', () => {
  it('says where those go whose nearest goes, and nothing of the others', () => {
    const lists = buildNearest(world, { kinds: ['library'] });
    const { homePoint, place, straight } = nearestChanges(world, lists, new Set([0, 1]));
    expect([...homePoint]).toEqual([0, 1]);
    expect([...place]).toEqual([2, 2]);
    expect([...straight]).toEqual([300, 190]);
    expect(nearestChanges(world, lists, new Set([4])).homePoint).toHaveLength(0);
  });

  it('is the same however many are kept, and says so where nothing is left', () => {
    const kept = buildNearest(world, { kinds: ['library'], k: 2 });
    const gone = new Set([0, 1, 2, 3]);
    const changes = nearestChanges(world, kept, gone);
    expect(changes).toEqual(nearestChanges(world, buildNearest(world, { kinds: ['library'] }), gone));
    expect([...changes.place]).toEqual([4, 4, 4, 4]);
    const none = nearestChanges(world, kept, new Set([0, 1, 2, 3, 4]));
    expect([...none.place]).toEqual([-1, -1, -1, -1]);
    expect([...none.straight]).toEqual([-1, -1, -1, -1]);
  });
});
