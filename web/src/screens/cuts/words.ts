import { type Kind, kindOf } from '@kith/core/place/kinds';
import type { RUN_BY } from '@kith/core/place/run-by';
import { approximateMost } from '@kith/core/scenario/approximate-cuts';
import type { Band, ScenarioReport } from '@kith/core/scenario/report';
import { counted, whole } from '../../words/area-words.ts';

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

/** The same doubt in a cell of a table; empty where all three agree. */
export function bandWords({ least, most }: Band): string {
  return least === most ? '' : `${whole(least)} to ${whole(most)}`;
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

/** What a report comes to in one line, the same wherever it is said. */
export interface LossLine {
  /** `6,410`, `Nobody`, or `0 to 812` where only places known to their village would be missed. */
  readonly figure: string;
  /** What stands after the figure: `people lose a library they can walk to`. */
  readonly words: string;
  /** The same where there is little room: `people lose out`. */
  readonly short: string;
  /** The figure is a range from 0: there is no exact one. */
  readonly unsure: boolean;
  /** What the figure leaves out, as a sentence; empty where it leaves out nothing. */
  readonly leftOut: string;
}

export function lossLine(report: ScenarioReport): LossLine {
  const { lost, total } = report.people;
  const { kinds } = report.scenario;
  const perhaps = approximateMost(report);
  const lose = `${oneOfKinds(kinds)} they can walk to`;
  if (lost.middle === 0 && perhaps > 0) {
    const figure = `0 to ${whole(Math.min(total, perhaps + lost.most))}`;
    return {
      figure,
      words: `people may lose ${lose}`,
      short: 'people may lose out',
      unsure: true,
      leftOut: '',
    };
  }
  const leftOut =
    perhaps > 0 ? `Not counted: 0 to ${whole(perhaps)} near places known only to their village.` : '';
  if (lost.middle === 0)
    return { figure: 'Nobody', words: `loses ${lose}`, short: 'loses out', unsure: false, leftOut };
  const who = lost.middle === 1 ? 'person loses' : 'people lose';
  return { figure: whole(lost.middle), words: `${who} ${lose}`, short: `${who} out`, unsure: false, leftOut };
}
