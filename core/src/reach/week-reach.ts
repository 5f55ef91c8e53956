import { SLOTS } from '../place/week.ts';
import type { Cut } from '../scenario/cut.ts';
import { placeNumbers } from '../scenario/place-numbers.ts';
import type { Baseline } from './baseline.ts';
import { detours, homeArrays } from './columns.ts';
import { isWithin } from './detour.ts';
import { buildTree, visitWithin } from './nearest-tree.ts';
import { type PlaceQuestion, standings, YES } from './standing.ts';
import { addToSlots, lesserWeek, MASK_WORDS, weekMask } from './week-masks.ts';

export interface WeekQuestion extends Pick<PlaceQuestion, 'kinds' | 'someWeeks' | 'checkedSince'> {
  /** Walking metres, end included. */
  readonly limitMetres: number;
  /** The day that is looked at, for grants that end; null or left out: after every end. */
  readonly on?: string | null;
}

export interface WeekReach {
  /** People within reach of a place that counts, in each of the 168 slots from Monday 00:00. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** People who have places within the limit, but only such whose hours are not known: counted in no slot. */
  readonly notKnown: number;
  readonly notKnownAfter: number;
}

/** What a place has to give in a week: the slots it counts in; `unknown`, hours that nobody knows; `gone`, nothing. */
type Hours = Int32Array | 'unknown' | 'gone';

/**
 * Who can reach what in every hour of a week, before and after cuts, under the middle detour factor: one look at the
 * places near each home point instead of 168. Hours that are not known count in no slot and are told apart; a session
 * of some weeks counts only where asked for; bank holidays are left out (method 2).
 *
 * @throws Error where a cut names a place that the baseline does not hold: check cuts first
 */
export function weekReach(baseline: Baseline, question: WeekQuestion, cuts: readonly Cut[] = []): WeekReach {
  const { area, easting, northing, residents } = homeArrays(baseline);
  const factors = detours(baseline).middle;
  const [then, now] = [hoursBefore(baseline, question), hoursBefore(baseline, question)];
  const columns = { easting: [...baseline.places.easting], northing: [...baseline.places.northing] };
  for (const cut of cuts) applyToHours(baseline, question, cut, now, columns);
  const asked = [...now.keys()].filter(
    (place) => now[place] !== 'gone' || (then[place] ?? 'gone') !== 'gone',
  );
  const tree = buildTree(asked, columns.easting, columns.northing);
  const before = new WeekSide(then);
  const after = cuts.length === 0 ? before : new WeekSide(now);
  const meet = (place: number) => {
    before.meet(place);
    if (after !== before) after.meet(place);
    return false;
  };
  for (let point = 0; point < area.length; point++) {
    const people = residents[point] ?? 0;
    if (people === 0) continue;
    const factor = factors[area[point] ?? 0] ?? 1;
    // A metre more than needed, so that rounding leaves nothing out; the exact comparison follows.
    const far = question.limitMetres / factor + 1;
    visitWithin(tree, easting[point] ?? 0, northing[point] ?? 0, far, (place, square) =>
      isWithin(Math.sqrt(square), factor, question.limitMetres) ? meet(place) : false,
    );
    before.count(people);
    if (after !== before) after.count(people);
  }
  return {
    before: [...before.slots],
    after: [...after.slots],
    notKnown: before.notKnown,
    notKnownAfter: after.notKnown,
  };
}

/** The hours of every place that counts but for its hours; those of the rest are gone. */
function hoursBefore(baseline: Baseline, { kinds, someWeeks = false, checkedSince }: WeekQuestion): Hours[] {
  const masks = baseline.weeks.map((week) => weekMask(week, someWeeks));
  const answers = standings(baseline, { kinds, checkedSince: checkedSince ?? null });
  return baseline.places.week.map((week, place) => {
    if (answers[place] !== YES) return 'gone';
    return week === null ? 'unknown' : (masks[week] ?? 'unknown');
  });
}

/** Changes the hours as a cut does, and adds the position of a new place. */
function applyToHours(
  baseline: Baseline,
  { kinds, someWeeks = false, on = null }: WeekQuestion,
  cut: Cut,
  hours: Hours[],
  columns: { readonly easting: number[]; readonly northing: number[] },
): void {
  const numberOf = (id: string): number => {
    const number = placeNumbers(baseline).get(id);
    if (number === undefined) throw new Error(`No place ${id} in this baseline: check cuts first.`);
    return number;
  };
  if (cut.type === 'close') hours[numberOf(cut.place)] = 'gone';
  if (cut.type === 'end-grant' && (on === null || cut.endsOn === null || on >= cut.endsOn))
    for (const place of cut.places) if (!cut.replaced.includes(place)) hours[numberOf(place)] = 'gone';
  if (cut.type === 'shorten') {
    const place = numberOf(cut.place);
    const week = baseline.weeks[baseline.places.week[place] ?? -1];
    // Of hours that nobody knows nobody knows which are kept either.
    if (typeof hours[place] === 'object' && week !== undefined)
      hours[place] = weekMask(lesserWeek(week, cut.keeps), someWeeks);
  }
  if (cut.type === 'open') {
    columns.easting.push(cut.easting);
    columns.northing.push(cut.northing);
    if (!kinds.includes(cut.kind)) hours.push('gone');
    else hours.push(cut.week === null ? 'unknown' : weekMask(cut.week, someWeeks));
  }
}

const UNKNOWN = -1;
const GONE = -2;

/** Sums of one side, before or after, met place by place and counted home point by home point. */
class WeekSide {
  readonly slots = new Float64Array(SLOTS);
  notKnown = 0;
  /** Where the mask of each place begins in `#masks`, else why it has none. */
  readonly #at: Int32Array;
  readonly #masks: Int32Array;
  readonly #mask = new Int32Array(MASK_WORDS);
  #hasKnown = false;
  #hasUnknown = false;

  constructor(hours: readonly Hours[]) {
    const masks = [...new Set(hours.filter((each) => typeof each !== 'string'))];
    const begins = new Map<Hours, number>(masks.map((mask, at) => [mask, at * MASK_WORDS]));
    begins.set('unknown', UNKNOWN);
    this.#at = Int32Array.from(hours, (each) => begins.get(each) ?? GONE);
    this.#masks = new Int32Array(masks.length * MASK_WORDS);
    for (const [at, mask] of masks.entries()) this.#masks.set(mask, at * MASK_WORDS);
  }

  meet(place: number): void {
    const at = this.#at[place] ?? GONE;
    if (at >= 0) {
      this.#hasKnown = true;
      for (let word = 0; word < MASK_WORDS; word++)
        this.#mask[word] = (this.#mask[word] ?? 0) | (this.#masks[at + word] ?? 0);
    } else if (at === UNKNOWN) this.#hasUnknown = true;
  }

  count(people: number): void {
    if (this.#hasKnown) addToSlots(this.slots, this.#mask, people);
    else if (this.#hasUnknown) this.notKnown += people;
    this.#mask.fill(0);
    this.#hasKnown = false;
    this.#hasUnknown = false;
  }
}
