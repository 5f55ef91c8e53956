import { openAt, slotsOf } from '../place/week.ts';
import type { Baseline } from '../reach/baseline.ts';
import { MAYBE_HOURS, MAYBE_SOME_WEEKS, NO, type Standing, YES } from '../reach/standing.ts';
import { checkCuts } from './check-cuts.ts';
import type { Cut, EndGrantCut, OpenCut } from './cut.ts';
import { placeNumbers } from './place-numbers.ts';
import type { Scenario } from './report.ts';

/** A new place that counts, or may. Its number follows those of the baseline, in the order of the cuts. */
export interface NewPlace {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly easting: number;
  readonly northing: number;
}

/** What a list of cuts does to the places: sets of numbers in `baseline.places`. The baseline itself never changes. */
export interface Applied {
  /** Counted before and do not any more. */
  readonly gone: ReadonlySet<number>;
  /** Might have counted, and cannot any more. */
  readonly maybeGone: ReadonlySet<number>;
  /** Counted before and only may now: open in some weeks of the hours they keep. They are in `gone` too. */
  readonly nowMaybe: ReadonlySet<number>;
  /** New places that count. */
  readonly added: readonly NewPlace[];
  /** New places that may count: their hours are not known, or are of some weeks only. */
  readonly maybeAdded: readonly NewPlace[];
}

/** Whether a grant has ended by the day looked at; a day not yet known counts as come. */
export function hasEnded({ endsOn }: Pick<EndGrantCut, 'endsOn'>, on: string | null): boolean {
  return on === null || endsOn === null || on >= endsOn;
}

/** The places that a grant pays for and nobody else will: those that close with it. */
export function closedByGrant({ places, replaced }: Pick<EndGrantCut, 'places' | 'replaced'>): string[] {
  return places.filter((place) => !replaced.includes(place));
}

/** How a new place answers the question of a scenario. It needs no check: whoever opens it vouches for it. */
export function standingOfNew(cut: OpenCut, scenario: Omit<Scenario, 'cuts'>): Standing {
  if (!scenario.kinds.includes(cut.kind)) return NO;
  if (scenario.when === null) return YES;
  const then = openAt(cut.week, slotsOf(scenario.when));
  if (then === 'closed') return NO;
  if (then === 'unknown') return MAYBE_HOURS;
  return then === 'open' || scenario.someWeeks ? YES : MAYBE_SOME_WEEKS;
}

/**
 * What the cuts of a scenario do to the places.
 *
 * @param standing how each place answers the scenario's question before any cut, as the nearest lists know it.
 * @throws Error when `checkCuts` finds a problem: it is the caller's to show, not to play on.
 */
export function applyCuts(baseline: Baseline, standing: Uint8Array, scenario: Scenario): Applied {
  const problems = checkCuts(baseline, scenario.cuts, scenario.kinds);
  if (problems.length > 0)
    throw new Error(`Cuts were played unchecked. ${problems.map((problem) => problem.message).join(' ')}`);
  const numbers = placeNumbers(baseline);
  const gone = new Set<number>();
  const maybeGone = new Set<number>();
  const nowMaybe = new Set<number>();
  const added: NewPlace[] = [];
  const maybeAdded: NewPlace[] = [];
  let next = baseline.places.id.length;
  const take = (place: string) => {
    const number = numbers.get(place) ?? -1;
    const was = standing[number] ?? NO;
    if (was === YES) gone.add(number);
    else if (was !== NO) maybeGone.add(number);
    return { number, was };
  };
  for (const cut of scenario.cuts) {
    if (cut.type === 'close') take(cut.place);
    else if (cut.type === 'end-grant') {
      if (hasEnded(cut, scenario.on)) for (const place of closedByGrant(cut)) take(place);
    } else if (cut.type === 'shorten') {
      const left = afterShortening(cut, scenario);
      if (left === YES) continue;
      if (left === NO) take(cut.place);
      else if (standing[numbers.get(cut.place) ?? -1] === YES) nowMaybe.add(take(cut.place).number);
    } else {
      const { site, name, easting, northing } = cut;
      const place = { number: next++, id: site, name, easting, northing };
      const standsAs = standingOfNew(cut, scenario);
      if (standsAs === YES) added.push(place);
      else if (standsAs !== NO) maybeAdded.push(place);
    }
  }
  return { gone, maybeGone, nowMaybe, added, maybeAdded };
}

/** The most that a shortened place can still be at the time asked about: cuts never make it more than it was. */
function afterShortening({ keeps }: Extract<Cut, { type: 'shorten' }>, scenario: Scenario): Standing {
  if (scenario.when === null) return YES;
  const then = openAt(keeps, slotsOf(scenario.when));
  if (then === 'closed') return NO;
  return then === 'open' || scenario.someWeeks ? YES : MAYBE_SOME_WEEKS;
}
