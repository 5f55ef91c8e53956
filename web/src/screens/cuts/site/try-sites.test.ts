import type { Cut } from '@kith/core/scenario/cut';
import { describe, expect, it } from 'vitest';
import type { SitePick } from '../../../engine/site-types.ts';
import { cutsToTry, isTried } from './try-sites.ts';

const NINE_HUNDRED = { least: 900, middle: 900, most: 900 };
const pick = (ward: string): SitePick => ({
  easting: 444_000,
  northing: 296_000,
  lon: -1.35,
  lat: 52.56,
  area: { code: 'E01000001', name: 'Hinckley 001A', ward, district: 'Hinckley and Bosworth' },
  place: null,
  adds: 900,
  people: 900,
  between: { adds: NINE_HUNDRED, people: NINE_HUNDRED },
});
const scenario = { kinds: ['library' as const], when: null };

describe('trying the places found', () => {
  it('opens each with a reference that no cut has yet', () => {
    const before: Cut[] = [
      { type: 'open', site: 'new-1', name: 'Hub', kind: 'hub', easting: 1, northing: 1, week: null },
    ];
    const cuts = cutsToTry([pick('Barwell'), pick('Burbage')], scenario, before);
    expect(cuts.map((cut) => cut.type === 'open' && [cut.site, cut.name, cut.kind, cut.week])).toEqual([
      ['new-2', 'New library near Barwell', 'library', null],
      ['new-3', 'New library near Burbage', 'library', null],
    ]);
  });

  it('opens them at the time asked about, so that they count then', () => {
    const [cut] = cutsToTry([pick('Barwell')], { ...scenario, when: { days: ['tu'], from: 17, to: 20 } }, []);
    expect(
      cut?.type === 'open' && cut.week?.split('').flatMap((state, slot) => (state === 'o' ? [slot] : [])),
    ).toEqual([41, 42, 43]);
  });

  it('knows when they stand, and when Undo has taken one out', () => {
    const picks = [pick('Barwell'), { ...pick('Burbage'), easting: 445_000 }];
    const cuts = cutsToTry(picks, scenario, []);
    expect(isTried(picks, cuts)).toBe(true);
    expect(isTried(picks, cuts.slice(1))).toBe(false);
    expect(isTried([], cuts)).toBe(false);
  });

  it('closes all that stand where the answer starts from nothing', () => {
    const cuts = cutsToTry([pick('Barwell')], scenario, [], ['a', 'b']);
    expect(cuts.map((cut) => cut.type)).toEqual(['close', 'close', 'open']);
  });
});
