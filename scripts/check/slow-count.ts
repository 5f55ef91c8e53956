import type { Baseline } from '@kith/core/reach/baseline';

/** Streets are longer than straight lines: low, middle and high (method 2). */
const FACTORS = { urban: [1.2, 1.3, 1.4], rural: [1.3, 1.4, 1.5] } as const;
const COLUMNS = ['residents', 'aged65Over', 'disabled', 'livingAlone', 'noCar', 'households'] as const;
const TENTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null];
const CURVE_METRES = Array.from({ length: 51 }, (_, at) => at * 100);
const MIDDLE = 1;

export interface Spot {
  readonly easting: number;
  readonly northing: number;
}

/** Straight metres from every home point to the nearest of some spots, each looked at; Infinity where there is none. */
export function slowDistances(world: Baseline, spots: readonly Spot[]): Float64Array {
  const x = Float64Array.from(spots, ({ easting }) => easting);
  const y = Float64Array.from(spots, ({ northing }) => northing);
  const { easting, northing } = world.homePoints;
  return Float64Array.from(easting, (east, home) => {
    const north = northing[home] ?? 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < x.length; at++) {
      const dx = (x[at] ?? 0) - east;
      const dy = (y[at] ?? 0) - north;
      const square = dx * dx + dy * dy;
      if (square < least) least = square;
    }
    return Math.sqrt(least);
  });
}

type ByFactor = [low: number, middle: number, high: number];

function band(counts: readonly number[]) {
  return { middle: counts[MIDDLE] ?? 0, least: Math.min(...counts), most: Math.max(...counts) };
}

/** Everyone, those who had a place within the limit, and those who lose and gain one, under each factor. */
class Tally {
  #total = 0;
  #before = 0;
  readonly #lost: ByFactor = [0, 0, 0];
  readonly #gained: ByFactor = [0, 0, 0];

  add(count: number, had: readonly boolean[], has: readonly boolean[]): void {
    this.#total += count;
    if (had[MIDDLE]) this.#before += count;
    for (const end of [0, 1, 2] as const) {
      if (had[end] && !has[end]) this.#lost[end] += count;
      if (!had[end] && has[end]) this.#gained[end] += count;
    }
  }

  get counts() {
    const after = this.#before - this.#lost[MIDDLE] + this.#gained[MIDDLE];
    return {
      total: this.#total,
      before: this.#before,
      after,
      lost: band(this.#lost),
      gained: band(this.#gained),
    };
  }
}

/**
 * What a scenario comes to, counted home point by home point from the distances before and after: the figures of its
 * report that are quoted, in its own shape. Shares no code with the engine.
 */
export function slowCount(world: Baseline, before: Float64Array, after: Float64Array, limit: number) {
  const { homePoints, areas } = world;
  const columns = COLUMNS.map(() => new Tally());
  const tenths = new Map(TENTHS.map((tenth) => [tenth, new Tally()]));
  const byArea = areas.code.map(() => new Tally());
  const kept = { people: 0, metres: 0 };
  let nowhere = 0;
  homePoints.area.forEach((area, home) => {
    const [from, to] = [before[home] ?? 0, after[home] ?? 0];
    const factors = FACTORS[areas.ruralUrban[area] ?? 'urban'];
    const had = factors.map((factor) => from * factor <= limit);
    const has = factors.map((factor) => to * factor <= limit);
    const people = homePoints.residents[home] ?? 0;
    for (const [at, column] of COLUMNS.entries()) columns[at]?.add(homePoints[column][home] ?? 0, had, has);
    tenths.get(areas.tenths.all[area] ?? null)?.add(people, had, has);
    byArea[area]?.add(people, had, has);
    if (had[MIDDLE] && to === Number.POSITIVE_INFINITY) nowhere += people;
    const extra = Math.round(to * factors[MIDDLE]) - Math.round(from * factors[MIDDLE]);
    if (!had[MIDDLE] || !has[MIDDLE] || extra <= 0) return;
    kept.people += people;
    kept.metres += people * extra;
  });
  const [people, aged65Over, disabled, livingAlone, noCar, households] = columns.map((each) => each.counts);
  const changed = areas.code.flatMap((code, area) => {
    const {
      before: withinBefore,
      after: withinAfter,
      lost,
      gained,
    } = byArea[area]?.counts ?? new Tally().counts;
    return lost.most + gained.most > 0
      ? [{ code, before: withinBefore, after: withinAfter, lost, gained }]
      : [];
  });
  return {
    people,
    households,
    groups: { aged65Over, disabled, livingAlone, noCar },
    tenths: TENTHS.map((tenth) => ({ ...tenths.get(tenth)?.counts, tenth })),
    kept: { people: kept.people, extraWalkMetres: kept.people ? Math.round(kept.metres / kept.people) : 0 },
    nowhere,
    areas: changed,
    curve: { before: slowCurve(world, before), after: slowCurve(world, after) },
  };
}

/** People with a place within each distance. */
function slowCurve({ homePoints, areas }: Baseline, straight: Float64Array) {
  const counts = [0, 1, 2].map(() => CURVE_METRES.map(() => 0));
  homePoints.area.forEach((area, home) => {
    for (const [end, factor] of FACTORS[areas.ruralUrban[area] ?? 'urban'].entries()) {
      const walk = (straight[home] ?? 0) * factor;
      const first = CURVE_METRES.findIndex((metres) => walk <= metres);
      const sums = counts[end];
      for (let at = first; first >= 0 && at < CURVE_METRES.length; at++)
        if (sums !== undefined) sums[at] = (sums[at] ?? 0) + (homePoints.residents[home] ?? 0);
    }
  });
  const bands = CURVE_METRES.map((_, at) => band(counts.map((sums) => sums[at] ?? 0)));
  return {
    middle: bands.map(({ middle }) => middle),
    least: bands.map(({ least }) => least),
    most: bands.map(({ most }) => most),
  };
}
