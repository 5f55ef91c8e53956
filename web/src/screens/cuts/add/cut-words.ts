import { kindOf } from '@kith/core/place/kinds';
import { hoursOf } from '@kith/core/place/week';
import type { Cut } from '@kith/core/scenario/cut';
import type { IconName } from '../../../ui/icons.ts';
import { whole } from '../../../words/area-words.ts';
import { dateWords } from '../../../words/dates.ts';
import type { CutPlace, OpensAgain } from '../cut-places.ts';
import { beforeAfterWords, hoursWords, keepsWords } from '../week/week-words.ts';
import { countOf } from '../words.ts';

/** Finds a place of the map by its id; undefined for one that is not there. */
export type FindPlace = (id: string) => CutPlace | undefined;

/** A cut as its card says it. */
export interface CutCard {
  readonly icon: IconName;
  /** Good news has another colour than a loss. */
  readonly gain: boolean;
  /** The place, or the grant. */
  readonly title: string;
  /** What happens. */
  readonly words: string;
  /** More about it; empty where there is nothing to add. */
  readonly detail: string;
}

const nameOf = (find: FindPlace, id: string): string => find(id)?.name ?? 'A place not on this map';
const notExact = (place: CutPlace | undefined): string => (place?.approximate ? 'Exact spot not known' : '');

export function cutCard(cut: Cut, find: FindPlace, again: OpensAgain): CutCard {
  switch (cut.type) {
    case 'close':
      return {
        icon: 'close-place',
        gain: false,
        title: nameOf(find, cut.place),
        words: 'Closes',
        detail: notExact(find(cut.place)),
      };
    case 'shorten': {
      const had = find(cut.place)?.week ?? null;
      return {
        icon: 'clock',
        gain: false,
        title: nameOf(find, cut.place),
        words: keepsWords(cut.keeps, had),
        detail: [beforeAfterWords(cut.keeps, had), notExact(find(cut.place))].filter(Boolean).join(' · '),
      };
    }
    case 'end-grant': {
      const closes = cut.places.filter((id) => !cut.replaced.includes(id));
      const day = cut.endsOn ? `Ends on ${dateWords(cut.endsOn)}` : 'Ends, on a day not yet known';
      const stays =
        cut.replaced.length > 0
          ? `, ${cut.replaced.length} ${cut.replaced.length === 1 ? 'stays' : 'stay'}`
          : '';
      return {
        icon: 'grant',
        gain: false,
        title: cut.grant,
        words: `${day}: ${countOf(closes.length, 'places')} ${closes.length === 1 ? 'closes' : 'close'}${stays}`,
        detail: closes.map((id) => nameOf(find, id)).join(', '),
      };
    }
    case 'open':
      return {
        icon: 'plus',
        gain: true,
        title: cut.name,
        words: again(cut) ? 'Opens again' : `Opens as a new ${kindOf(cut.kind).label.toLowerCase()}`,
        detail:
          cut.week === null
            ? 'Hours not known'
            : hoursOf(cut.week).everyWeek === 168
              ? 'Open at all hours'
              : hoursWords(cut.week),
      };
  }
}

/** The question that some cuts ask, as the heading of a report. */
export function cutQuestion(cuts: readonly Cut[], find: FindPlace, again: OpensAgain): string {
  const [only] = cuts;
  if (cuts.every((cut) => cut.type === 'close')) {
    return cuts.length === 1 && only
      ? `What if ${cutCard(only, find, again).title} closes?`
      : `What if ${countOf(cuts.length, 'places')} close?`;
  }
  if (!only || cuts.length > 1) return `What if these ${whole(cuts.length)} cuts are made?`;
  const { title } = cutCard(only, find, again);
  if (only.type === 'shorten') return `What if ${title} keeps fewer hours?`;
  if (only.type === 'end-grant') return `What if the grant “${title}” ends?`;
  return `What if ${title} opens${only.type === 'open' && again(only) ? ' again' : ''}?`;
}

type Sort = Cut['type'] | 'again';
const COUNTED: readonly { readonly type: Sort; readonly one: string; readonly many: string }[] = [
  { type: 'close', one: '1 place closes', many: 'places close' },
  { type: 'shorten', one: '1 place keeps fewer hours', many: 'places keep fewer hours' },
  { type: 'end-grant', one: '1 grant ends', many: 'grants end' },
  { type: 'open', one: '1 new place opens', many: 'new places open' },
  { type: 'again', one: '1 closed place opens again', many: 'closed places open again' },
];

/** What is chosen, counted: `2 places close`; of more than two sorts only how many cuts. Empty for nothing. */
export function cutsInBrief(cuts: readonly Cut[], again: OpensAgain): string {
  const sorts = cuts.map((cut): Sort => (cut.type === 'open' && again(cut) ? 'again' : cut.type));
  if (new Set(sorts).size > 2) return `${whole(cuts.length)} cuts`;
  return COUNTED.flatMap(({ type, one, many }) => {
    const count = sorts.filter((sort) => sort === type).length;
    return count === 0 ? [] : [count === 1 ? one : `${whole(count)} ${many}`];
  }).join(', ');
}
