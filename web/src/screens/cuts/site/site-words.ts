import { type Kind, kindOf } from '@kith/core/place/kinds';
import type { Band } from '@kith/core/scenario/report';
import type { SiteAnswer, SiteObjective } from '@kith/core/site/problem';
import type { SiteAsked, SiteShown } from '../../../engine/site-types.ts';
import type { SiteFrom, SiteWeight } from '../../../state/view.ts';
import { counted, whole } from '../../../words/area-words.ts';
import { doubt as doubtWords, oneOfKinds } from '../words.ts';

/** What new places are to do, in plain words, with the name the field has for it. */
export const OBJECTIVES: readonly {
  readonly id: SiteObjective;
  readonly label: string;
  readonly detail: string;
}[] = [
  { id: 'mclp', label: 'Most people within reach', detail: 'As many as can be have one near' },
  { id: 'p-median', label: 'Shortest walks on average', detail: 'Everyone’s walk counts, however long' },
  { id: 'p-centre', label: 'Nobody too far', detail: 'The longest walk of all is made short' },
  { id: 'lscp', label: 'Everyone has one', detail: 'With as few new places as can be' },
];

/** Whom new places are for: as the form says it, and as it is counted. */
export const WEIGHTS: Readonly<
  Record<SiteWeight, { readonly label: string; readonly one: string; readonly many: string }>
> = {
  people: { label: 'Everyone', one: 'person', many: 'people' },
  aged65Over: { label: 'People of 65 and over', one: 'person of 65 or over', many: 'people of 65 and over' },
  disabled: { label: 'Disabled people', one: 'disabled person', many: 'disabled people' },
  livingAlone: { label: 'Living alone', one: 'household living alone', many: 'households living alone' },
  noCar: {
    label: 'Households without a car',
    one: 'household without a car',
    many: 'households without a car',
  },
  'at-risk': {
    label: 'People in areas of higher risk',
    one: 'person in an area of higher risk',
    many: 'people in areas of higher risk',
  },
};

export const FROM: readonly { readonly id: SiteFrom; readonly label: string }[] = [
  { id: 'areas', label: 'In any neighbourhood' },
  { id: 'homes', label: 'Wherever people live' },
  { id: 'places', label: 'At places of other kinds, or closed ones' },
];

/** The question in one line: `5 new places, for everyone, in any neighbourhood, beside those there are`. */
export function questionWords(
  asked: Pick<SiteAsked, 'objective' | 'sites' | 'weight' | 'from' | 'existing'>,
): string {
  const goal = OBJECTIVES.find(({ id }) => id === asked.objective)?.label ?? '';
  const many =
    asked.objective === 'lscp'
      ? 'as few new places as can be'
      : counted(asked.sites, 'new place', 'new places');
  const from = FROM.find(({ id }) => id === asked.from)?.label ?? '';
  const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
  const whom = asked.weight === 'people' ? 'everyone' : WEIGHTS[asked.weight].many;
  const beside = asked.existing ? 'beside those there are' : 'starting from nothing';
  return `${goal}: ${many}, for ${whom}, ${small(from)}, ${beside}`;
}

export const countOfWeight = (count: number, weight: SiteWeight): string =>
  counted(count, WEIGHTS[weight].one, WEIGHTS[weight].many);

type Judged = Pick<SiteAnswer, 'objective' | 'value' | 'bound' | 'gap'>;

export const isExact = ({ gap }: Pick<SiteAnswer, 'gap'>): boolean => gap === 0;
/** A search that ends this near the best counts as proven: method.md, siting. */
const AS_GOOD_AS_PROVEN = 0.0001;
export const isProven = ({ gap }: Judged): boolean => gap <= AS_GOOD_AS_PROVEN;

const oneDecimal = (percent: number): string =>
  percent.toLocaleString('en-GB', { maximumFractionDigits: 1, useGrouping: false });

/** How good it is at least, of the best there can be: rounded down, so never more than is known. `97.6%`. */
export function atLeastAsGood({ objective, value, bound }: Judged): string {
  const [less, more] = objective === 'mclp' ? [value, bound] : [bound, value];
  const share = more > 0 ? less / more : 1;
  return `${oneDecimal(Math.floor(Math.max(0, share) * 1000) / 10)}%`;
}

/** How much better another choice could be at most: rounded up. `2.4%`. */
export function mostBetter({ gap }: Judged): string {
  return Number.isFinite(gap) ? `${oneDecimal(Math.ceil(gap * 1000 - 1e-9) / 10)}%` : 'any amount';
}

/** What is known of an answer in one sentence. `stopped`: nobody looks any further. */
export function verdict(answer: Judged, stopped: boolean): string {
  if (isExact(answer)) {
    return answer.objective === 'lscp'
      ? 'Proven: on these estimates fewer cannot do it.'
      : 'Proven: on these estimates no other choice does better.';
  }
  if (isProven(answer)) return 'Proven: on these estimates no other choice does better by more than 0.01%.';
  if (answer.objective === 'lscp') {
    const least = Math.ceil(answer.bound - 1e-6);
    return stopped
      ? `Stopped: perhaps ${whole(least)} would do, not fewer.`
      : `At least ${whole(least)} are needed.`;
  }
  return stopped
    ? `Stopped: at most ${mostBetter(answer)} better is possible.`
    : `At least ${atLeastAsGood(answer)} as good as the best there can be.`;
}

/** Exact to ten metres, so that what one place changes is seen. */
const walk = (metres: number): string => `${whole(Math.round(metres / 10) * 10)} m`;

interface Headed {
  readonly answer: Pick<SiteAnswer, 'objective' | 'value'>;
  readonly before: number | null;
  readonly unreachable: number;
}

/** The one figure of an answer, and the words that follow it. */
export function headline(
  { answer, before, unreachable }: Headed,
  weight: SiteWeight,
  kinds: readonly Kind[],
): { readonly figure: string; readonly words: string } {
  const { objective, value } = answer;
  const one = oneOfKinds(kinds);
  if (objective === 'mclp') {
    const more = Math.max(0, value - (before ?? 0));
    const { one: single, many } = WEIGHTS[weight];
    const who = Math.round(more) === 1 ? single : many;
    return { figure: `+${whole(more)}`, words: `${who} would have ${one} within reach` };
  }
  if (objective === 'lscp') {
    const who = unreachable > 0 ? 'everyone who lives near a spot looked at' : 'everyone';
    return {
      figure: whole(value),
      words: `new ${value === 1 ? 'place' : 'places'}, and ${who} has ${one} within reach`,
    };
  }
  const now = before === null ? '' : `; ${walk(before)} now`;
  const which = objective === 'p-median' ? 'average' : 'longest';
  return { figure: walk(value), words: `is the ${which} walk to ${one}${now}` };
}

/** The doubt about a headline, as a sentence without its stop: what the same sites come to as streets run. */
export function headlineDoubt(
  { answer: { objective }, doubt }: Pick<SiteShown, 'answer' | 'doubt'>,
  weight: SiteWeight,
): string {
  if (objective === 'lscp')
    return doubt.without === 0
      ? 'Everyone it is for has one, even where streets wind more'
      : `Where streets wind more, ${countOfWeight(doubt.without, weight)} would have none`;
  if (doubt.walk === null) return capital(doubtWords(doubt.adds));
  const now = doubt.walkBefore === null ? '' : `; between ${walks(doubt.walkBefore)} now`;
  return `Between ${walks(doubt.walk)}${now}, as streets run straighter or less`;
}

const walks = ({ least, most }: Band): string => `${walk(least)} and ${walk(most)}`;
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a new place is called when it is tried: `New library near Barwell`. */
export const siteName = (kind: Kind, near: string): string =>
  `New ${kindOf(kind).label.toLowerCase()}${near ? ` near ${near}` : ''}`.slice(0, 120);
