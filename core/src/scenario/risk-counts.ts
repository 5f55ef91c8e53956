import type { Baseline } from '../reach/baseline.ts';
import type { LensId } from '../risk/lenses.ts';
import { fifthOf } from '../risk/tenths.ts';
import type { Before } from './before.ts';
import { bandOf, FACTORS, MIDDLE } from './counted.ts';
import type { Counts, ScenarioReport } from './report.ts';
import { gainedAt, lostAt, type Tally } from './tally.ts';

/** Tenths and fifths that a report counts, and areas without a score. */
const TENTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null] as const;
const FIFTHS = [1, 2, 3, 4, 5, null] as const;

/** People of one part of the country: all, within the limit before, and by factor those who lose and gain it. */
interface Sum {
  total: number;
  before: number;
  readonly lost: [number, number, number];
  readonly gained: [number, number, number];
}

/** All people and those within the limit, tenth by tenth in the order of `TENTHS`. */
type TenthsBefore = { readonly total: readonly number[]; readonly within: readonly number[] };
const remembered = new WeakMap<Before, Map<LensId, TenthsBefore>>();

/** People who lose and gain reach by tenth of risk under a lens, and by fifth: two tenths are one. */
export function riskCounts(
  { areas }: Baseline,
  lens: LensId,
  before: Before,
  tally: Tally,
): Pick<ScenarioReport, 'tenths' | 'fifths'> {
  const known = tenthsBefore(areas.tenths[lens], lens, before);
  const sums = TENTHS.map(
    (_, at): Sum => ({
      total: known.total[at] ?? 0,
      before: known.within[at] ?? 0,
      lost: [0, 0, 0],
      gained: [0, 0, 0],
    }),
  );
  for (const [row, area] of tally.areas.entries()) {
    const sum = sums[placeOf(areas.tenths[lens][area] ?? null)];
    if (sum === undefined) continue;
    for (let factor = 0; factor < FACTORS; factor++) {
      sum.lost[factor] = (sum.lost[factor] ?? 0) + tally.of(row, lostAt(0) + factor);
      sum.gained[factor] = (sum.gained[factor] ?? 0) + tally.of(row, gainedAt(0) + factor);
    }
  }
  const within = (fifth: number | null) => sums.filter((_, at) => fifthOf(TENTHS[at] ?? null) === fifth);
  return {
    fifths: FIFTHS.map((fifth) => ({ fifth, ...countsOf(within(fifth)) })),
    tenths: TENTHS.map((tenth, at) => ({ tenth, ...countsOf(sums.slice(at, at + 1)) })),
  };
}

function tenthsBefore(tenths: readonly (number | null)[], lens: LensId, before: Before): TenthsBefore {
  const lenses = remembered.get(before) ?? new Map<LensId, TenthsBefore>();
  remembered.set(before, lenses);
  const known = lenses.get(lens);
  if (known !== undefined) return known;
  const total = TENTHS.map(() => 0);
  const within = TENTHS.map(() => 0);
  for (const [area, people] of before.peopleByArea.entries()) {
    const at = placeOf(tenths[area] ?? null);
    total[at] = (total[at] ?? 0) + people;
    within[at] = (within[at] ?? 0) + (before.withinByArea[area] ?? 0);
  }
  lenses.set(lens, { total, within });
  return { total, within };
}

/** Where a tenth stands in `TENTHS`. */
function placeOf(tenth: number | null): number {
  return tenth === null ? TENTHS.length - 1 : tenth - 1;
}

function countsOf(parts: readonly Sum[]): Counts {
  const sum = (of: (part: Sum) => number) => parts.reduce((total, part) => total + of(part), 0);
  const factors = [0, 1, 2];
  const lost = factors.map((factor) => sum((part) => part.lost[factor] ?? 0));
  const gained = factors.map((factor) => sum((part) => part.gained[factor] ?? 0));
  const before = sum((part) => part.before);
  return {
    total: sum((part) => part.total),
    before,
    after: before - (lost[MIDDLE] ?? 0) + (gained[MIDDLE] ?? 0),
    lost: bandOf(lost),
    gained: bandOf(gained),
  };
}
