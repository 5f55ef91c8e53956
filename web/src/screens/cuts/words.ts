import { type Kind, kindOf } from '@kith/core/place/kinds';
import type { RUN_BY } from '@kith/core/place/run-by';
import { approximateMost } from '@kith/core/scenario/approximate-cuts';
import type { Band, ScenarioReport } from '@kith/core/scenario/report';
import { counted, whole } from '../../words/area-words.ts';
import { whenWords } from './week/week-words.ts';

const ONE = { people: 'person', households: 'household', areas: 'area', places: 'place' } as const;

/** A count with its noun: `1 person`, `6,410 people`. */
export function countOf(value: number, unit: keyof typeof ONE): string {
  return counted(value, ONE[unit], unit);
}

/** A share in whole percent. A few out of many are never `0%`, nor nearly all `100%`; of none there is no share. */
export function share(part: number, all: number): string | null {
  if (all <= 0) return null;
  if (part === 0) return '0%';
  const percent = Math.round((100 * part) / all);
  if (percent === 0) return 'under 1%';
  if (percent === 100 && part < all) return 'over 99%';
  return `${percent}%`;
}

/** The doubt about a count: the least and most of the three detour factors tried. */
export function between({ least, most }: Band): string {
  return least === most
    ? `${whole(least)} however streets run`
    : `between ${whole(least)} and ${whole(most)}`;
}

/** The doubt as a sentence says it, with why. */
export function doubt(band: Band): string {
  return band.least === band.most ? between(band) : `${between(band)}, as streets run straighter or less`;
}

/** The same doubt in a cell of a table; empty where all three agree. */
export function bandWords({ least, most }: Band): string {
  return least === most ? '' : `${whole(least)} to ${whole(most)}`;
}

/**
 * The doubt about how many have a place within reach before any cut, to follow the count: the curve knows it at
 * whole hundreds of metres; elsewhere it is said that streets are taken to run as they usually do.
 */
export function beforeWords({
  curve,
  limitMetres,
  people,
}: Pick<ScenarioReport, 'curve' | 'limitMetres' | 'people'>): string {
  const at = curve.metres.indexOf(limitMetres);
  const [least, most] = [curve.before.least[at], curve.before.most[at]];
  if (least === undefined || most === undefined) return ', as streets usually run';
  return `, ${doubt({ least, middle: people.before, most })}`;
}

/** A distance as people say it: metres to the nearest 10 below 1 km, then km to one decimal. */
export function distance(metres: number): string {
  const tens = Math.round(metres / 10) * 10;
  return tens < 1000 ? `${tens} m` : `${(metres / 1000).toFixed(1)} km`;
}

/** A further walk, with its sign. */
export function further(metres: number): string {
  return `+${distance(metres)}`;
}

const AN = /^[aeiou]/i;

/** What someone loses: `a library`, `a hall or a group`, `a place of these kinds`. */
export function oneOfKinds(kinds: readonly Kind[]): string {
  const names = kinds.map((kind) => kindOf(kind).label.toLowerCase());
  const withArticle = names.map((name) =>
    name === 'other place' ? 'another place' : `${AN.test(name) ? 'an' : 'a'} ${name}`,
  );
  return withArticle.length <= 2 ? withArticle.join(' or ') : 'a place of these kinds';
}

/** Several places of these kinds: `libraries`, `halls and groups`, `places of these kinds`. */
export function manyOfKinds(kinds: readonly Kind[]): string {
  const names = kinds.map((kind) => kindOf(kind).plural.toLowerCase());
  return names.length <= 2 ? names.join(' and ') : 'places of these kinds';
}

/** Who runs several places. The words of core are for one. */
export const RUN_BY_MANY: { readonly [runBy in keyof typeof RUN_BY]: string } = {
  council: 'the council',
  commissioned: 'another body, paid by the council',
  community: 'their community',
  independent: 'an independent body',
};

type Approximate = ScenarioReport['approximate'];

/** Why places are not in a figure, in words that follow "places": what holds of all of them, or of some. */
export function notCountedWords(approximate: Approximate): string {
  const why = new Set(approximate.map((each) => each.why));
  if (why.size === 1 && why.has('spot')) return 'known only to their village';
  if (why.size === 1 && why.has('hours')) return 'whose hours are not known';
  if (why.size === 1 && why.has('some-weeks')) return 'open then in some weeks only';
  if (why.size === 1 && why.has('stale')) return 'that may be out of date';
  if (why.size === 1) return 'that nobody has checked lately';
  if (why.has('stale') || why.has('unchecked')) return 'that are not known for sure';
  return 'whose spot or hours are not known for sure';
}

/** What keeps a place from counting under a question, when something may. */
export function maybeWords({ when }: Pick<ScenarioReport['scenario'], 'when'>): string {
  return when ? 'its hours or its exact spot are not known' : 'its exact spot is not known';
}

/** Why one place is not in a figure. */
export const WHY_WORDS: { readonly [why in Approximate[number]['why']]: string } = {
  spot: 'known only to its village',
  hours: 'its hours are not known',
  'some-weeks': 'open then in some weeks only',
  unchecked: 'not checked lately',
  stale: 'it may be out of date',
};

/** What a report comes to in one line, the same wherever it is said. */
export interface LossLine {
  /** `6,410`, `Nobody`, `+640`, or `0 to 812` where only places that may count would be missed. */
  readonly figure: string;
  /** What stands after the figure: `people lose a library they can walk to`. */
  readonly words: string;
  /** The same where there is little room: `people lose out`. */
  readonly short: string;
  /** The figure is a range from 0: there is no exact one. */
  readonly unsure: boolean;
  /** What the figure leaves out, as a sentence; empty where it leaves out nothing. */
  readonly leftOut: string;
  /** New places open and nothing goes: the figure is of those who gain. */
  readonly gains: boolean;
}

/** What people lose or gain: `a library they can walk to on a Sunday`. */
const walkable = ({ kinds, when }: ScenarioReport['scenario']): string =>
  `${oneOfKinds(kinds)} they can walk to${when ? ` ${whenWords(when)}` : ''}`;

const NONE = { unsure: false, leftOut: '', gains: false };

export function lossLine(report: ScenarioReport): LossLine {
  const { lost, total } = report.people;
  const { cuts } = report.scenario;
  const what = walkable(report.scenario);
  if (cuts.length > 0 && cuts.every((cut) => cut.type === 'open')) return gainLine(report, what);
  const perhaps = approximateMost(report);
  if (lost.middle === 0 && perhaps > 0) {
    const figure = `0 to ${whole(Math.min(total, perhaps + lost.most))}`;
    return { ...NONE, figure, words: `people may lose ${what}`, short: 'people may lose out', unsure: true };
  }
  const leftOut =
    perhaps > 0
      ? `Not counted: 0 to ${whole(perhaps)} near places ${notCountedWords(report.approximate)}.`
      : '';
  if (lost.middle === 0)
    return { ...NONE, figure: 'Nobody', words: `loses ${what}`, short: 'loses out', leftOut };
  const who = lost.middle === 1 ? 'person loses' : 'people lose';
  return { ...NONE, figure: whole(lost.middle), words: `${who} ${what}`, short: `${who} out`, leftOut };
}

function gainLine({ people: { gained } }: ScenarioReport, what: string): LossLine {
  if (gained.middle === 0)
    return { ...NONE, figure: 'Nobody', words: `gains ${what}`, short: 'gains one', gains: true };
  const who = gained.middle === 1 ? 'person gains' : 'people gain';
  return {
    ...NONE,
    figure: `+${whole(gained.middle)}`,
    words: `${who} ${what}`,
    short: `${who} one`,
    gains: true,
  };
}
