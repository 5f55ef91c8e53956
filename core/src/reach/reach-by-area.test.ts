import { describe, expect, it } from 'vitest';
import { LIMIT_METRES } from '../scenario/scenario-limit.ts';
import { FARTHEST_EDGE_METRES, isNearEdge } from './edge.ts';
import { buildNearest } from './nearest.ts';
import { reachByArea } from './reach-by-area.ts';
import { type SmallPlace, type SmallWorld, smallWorld } from './small-world.ts';
import { DETOUR } from './walk.ts';

const at = (easting: number, northing: number, residents: number) => ({ easting, northing, residents });
function reach(world: SmallWorld, limitMetres: number, kinds = ['library' as const]) {
  const baseline = smallWorld(world);
  return reachByArea(baseline, buildNearest(baseline, { kinds }), limitMetres);
}
const LIBRARY: SmallPlace = { id: 'library', easting: 0, northing: 0 };

describe('reachByArea', () => {
  it('weighs home points by their people and counts those within the limit', () => {
    const far: SmallPlace = { id: 'far', easting: 5000, northing: 0 };
    const areas = [{ code: 'A', homePoints: [at(100, 0, 30), at(1000, 0, 10)] }];
    const columns = reach({ areas, places: [LIBRARY, far] }, 1000);
    expect(columns.within).toEqual([30]);
    // (30 x 130 + 10 x 1300) / 40, and (30 x 6370 + 10 x 5200) / 40 = 6077.5
    expect(columns.nearestMetres).toEqual([423]);
    expect(columns.secondMetres).toEqual([6078]);
    expect(columns.nearestPlace).toEqual(['library']);
  });

  it('includes the end of the limit, by the detour of each area', () => {
    const areas = [
      { code: 'A', homePoints: [at(1000, 0, 7)] },
      { code: 'B', ruralUrban: 'rural' as const, homePoints: [at(1000, 0, 5)] },
    ];
    expect(reach({ areas, places: [LIBRARY] }, 1300).within).toEqual([7, 0]);
    expect(reach({ areas, places: [LIBRARY] }, 1299).within).toEqual([0, 0]);
    expect(reach({ areas, places: [LIBRARY] }, 1400).within).toEqual([7, 5]);
  });

  it('gives the band of the three detour factors, end included', () => {
    const areas = [
      { code: 'A', homePoints: [at(1000, 0, 7), at(0, 0, 1)] },
      { code: 'B', ruralUrban: 'rural' as const, homePoints: [at(1000, 0, 5)] },
      { code: 'C', homePoints: [at(0, 1100, 3)] },
    ];
    const band = (limit: number) => {
      const { within, withinLeast, withinMost } = reach({ areas, places: [LIBRARY] }, limit);
      return { withinLeast, within, withinMost };
    };
    // Walks: A 1200, 1300 and 1400; B 1300, 1400 and 1500; C 1320, 1430 and 1540.
    expect(band(1199)).toEqual({ withinLeast: [1, 0, 0], within: [1, 0, 0], withinMost: [1, 0, 0] });
    expect(band(1200)).toEqual({ withinLeast: [1, 0, 0], within: [1, 0, 0], withinMost: [8, 0, 0] });
    expect(band(1300)).toEqual({ withinLeast: [1, 0, 0], within: [8, 0, 0], withinMost: [8, 5, 0] });
    expect(band(1400)).toEqual({ withinLeast: [8, 0, 0], within: [8, 5, 0], withinMost: [8, 5, 3] });
    expect(band(1540)).toEqual({ withinLeast: [8, 5, 3], within: [8, 5, 3], withinMost: [8, 5, 3] });
  });

  it('counts nobody in the band where nothing is exactly placed', () => {
    const village: SmallPlace = { id: 'village', easting: 0, northing: 0, spreadMetres: 600 };
    const areas = [{ code: 'A', homePoints: [at(0, 0, 5)] }];
    expect(reach({ areas, places: [village] }, 1300)).toMatchObject({ withinLeast: [0], withinMost: [0] });
  });

  it('answers perhaps beside yes, never as well as it', () => {
    const village: SmallPlace = { id: 'village', easting: 0, northing: 0, spreadMetres: 600 };
    const areas = [{ code: 'A', homePoints: [at(0, 1600, 3), at(0, 1601, 4), at(0, 0, 5)] }];
    const only = reach({ areas, places: [village] }, 1300);
    expect(only).toMatchObject({ within: [0], perhaps: [8], nearestMetres: [null], nearestPlace: [null] });
    const both = reach({ areas, places: [village, LIBRARY] }, 1300);
    expect(both).toMatchObject({ within: [5], perhaps: [3] });
  });

  it('gives no mean and no place where nobody lives, and null where there is no second', () => {
    const areas = [
      { code: 'A', homePoints: [at(0, 0, 0)] },
      { code: 'B', homePoints: [at(10, 0, 1)] },
    ];
    expect(reach({ areas, places: [LIBRARY] }, 1000)).toMatchObject({
      within: [0, 1],
      nearestMetres: [null, 13],
      secondMetres: [null, null],
      nearestPlace: [null, 'library'],
    });
  });

  it('names the place nearest to most people, the lower id where two tie', () => {
    const places = [LIBRARY, { id: 'annexe', easting: 900, northing: 0 }];
    const tie = [{ code: 'A', homePoints: [at(0, 0, 5), at(900, 0, 5)] }];
    expect(reach({ areas: tie, places }, 1000).nearestPlace).toEqual(['annexe']);
    const most = [{ code: 'A', homePoints: [at(0, 0, 6), at(900, 0, 5)] }];
    expect(reach({ areas: most, places }, 1000).nearestPlace).toEqual(['library']);
  });

  it('says where the limit passes the edge; libraries are loaded 5 km beyond it', () => {
    const areas = [
      { code: 'A', edgeMetres: 1000, homePoints: [at(0, 0, 1)] },
      { code: 'B', edgeMetres: 1001, homePoints: [at(0, 0, 1)] },
      { code: 'C', edgeMetres: null, homePoints: [at(0, 0, 1)] },
    ];
    const world = { areas, places: [LIBRARY] };
    const baseline = smallWorld(world);
    const mixed = buildNearest(baseline, { kinds: ['library', 'hall'] });
    expect(reachByArea(baseline, mixed, 1300).nearEdge).toEqual([true, false, false]);
    expect(reach(world, 1300).nearEdge).toEqual([false, false, false]);
    expect(reach(world, 7800).nearEdge).toEqual([true, false, false]);
  });

  it('knows edges as far as the longest limit goes, and says of none that it is farther than that', () => {
    const areas = [15_384, 15_385, null].map((edgeMetres, at) => ({
      code: `A${at}`,
      edgeMetres,
      homePoints: [{ easting: 0, northing: 0, residents: 1 }],
    }));
    const baseline = smallWorld({ areas, places: [] });
    const halls = buildNearest(baseline, { kinds: ['hall'] });
    expect(reachByArea(baseline, halls, LIMIT_METRES.most).nearEdge).toEqual([true, false, false]);
    // Below every factor that an area may be counted with, so that what is not measured is never reached.
    const least = Math.min(...Object.values(DETOUR).map(({ middle }) => middle));
    expect(FARTHEST_EDGE_METRES * least).toBeGreaterThan(LIMIT_METRES.most);
    expect(isNearEdge(baseline, 2, ['hall'], least, FARTHEST_EDGE_METRES * least)).toBe(true);
  });
});
