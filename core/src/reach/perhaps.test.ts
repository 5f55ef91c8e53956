import { describe, expect, it } from 'vitest';
import { buildNearest } from './nearest.ts';
import { isPerhapsWithin } from './perhaps.ts';
import { type SmallPlace, smallWorld } from './small-world.ts';

/** Numbers from 0 up to `below`, the same ones every time. */
function steady(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
const next = steady(7);
const spot = () => ({ easting: next(40) * 250, northing: next(40) * 250 });
const world = smallWorld({
  areas: [{ code: 'A', homePoints: Array.from({ length: 60 }, () => ({ ...spot(), residents: 1 })) }],
  places: Array.from(
    { length: 80 },
    (_, at): SmallPlace => ({ ...spot(), id: `p${at}`, spreadMetres: [0, 600, 250][at % 3] ?? 0 }),
  ),
});
const home = { areas: [{ code: 'A', homePoints: [{ easting: 0, northing: 0, residents: 1 }] }] };

/** Straight metres to the nearest spot where a place may stand: its marked position less its spread. */
function nearestItMayStand(point: number, place: number): number {
  const { homePoints, places } = world;
  const east = (homePoints.easting[point] ?? 0) - (places.easting[place] ?? 0);
  const north = (homePoints.northing[point] ?? 0) - (places.northing[place] ?? 0);
  return Math.sqrt(east * east + north * north) - (places.spreadMetres[place] ?? 0);
}

describe('isPerhapsWithin', () => {
  it('answers what looking at every place that may count answers, gone or not', () => {
    const lists = buildNearest(world, { kinds: ['library'] });
    let yes = 0;
    for (const limit of [0, 130, 650, 1_300])
      for (const share of [0, 2, 5])
        for (let point = 0; point < 60; point++) {
          const gone = new Set(lists.approximate.filter((place) => share > 0 && place % share !== 0));
          const expected = [...lists.approximate].some(
            (place) => !gone.has(place) && nearestItMayStand(point, place) * 1.3 <= limit,
          );
          expect(isPerhapsWithin(world, lists, point, 1.3, limit, gone)).toBe(expected);
          if (expected) yes++;
        }
    expect(yes).toBeGreaterThan(100);
    expect(yes).toBeLessThan(600);
  });

  it('includes the end: 600 m of spread and exactly the limit', () => {
    const at = (easting: number) =>
      smallWorld({ ...home, places: [{ id: 'a', easting, northing: 0, spreadMetres: 600 }] });
    const answer = (easting: number) => {
      const baseline = at(easting);
      return isPerhapsWithin(baseline, buildNearest(baseline, { kinds: ['library'] }), 0, 1.25, 1_000);
    };
    expect(answer(1_400)).toBe(true);
    expect(answer(1_401)).toBe(false);
  });

  it('counts a place whose hours are not known, and none that is known to be closed then', () => {
    const baseline = (week: string | null) =>
      smallWorld({ ...home, places: [{ id: 'a', easting: 100, northing: 0, week }] });
    const answer = (week: string | null) => {
      const made = baseline(week);
      const lists = buildNearest(made, { kinds: ['library'], when: { days: ['tu'], from: 18, to: 20 } });
      return { yes: lists.place[0] === 0, perhaps: isPerhapsWithin(made, lists, 0, 1, 1_000) };
    };
    expect(answer(null)).toEqual({ yes: false, perhaps: true });
    expect(answer('mo9-17')).toEqual({ yes: false, perhaps: false });
    expect(answer('tu19-21s')).toEqual({ yes: false, perhaps: true });
    expect(answer('tu19-21')).toEqual({ yes: true, perhaps: false });
  });
});
