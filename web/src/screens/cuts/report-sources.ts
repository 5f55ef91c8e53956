import type { Kind } from '@kith/core/place/kinds';
import type { Source } from '@kith/core/source/source';
import { shortTitle } from '../../words/source-words.ts';

/** Shown elsewhere in Kith, but nothing in a report of cuts comes from them. */
const NEVER_COUNTED: ReadonlySet<string> = new Set([
  'iod-2025',
  'brc-loneliness-2020-21',
  'mhclg-culture-spending',
]);

const isLibrary = (kind: Kind): boolean => kind === 'library';
const isListedByHand = (kind: Kind): boolean => kind !== 'library';

/** Sources of places, and the kinds that they bring. A source that is not named here is taken to be in every report. */
const ONLY_WITH: { readonly [source: string]: (kind: Kind) => boolean } = {
  'ace-libraries-2023': isLibrary,
  'libraries-open-schema-2025': isLibrary,
  'openbenches-2026-05': (kind) => kind === 'bench',
  'kith-venue-facts-2026': isListedByHand,
  'os-open-names': isListedByHand,
};

/** Says where places are, not which there are. */
const POSITIONS = 'os-open-names';

/** The sources that a report of these kinds rests on, in the order given. Errs towards naming one too many. */
export function reportSources<S extends Pick<Source, 'id'>>(
  sources: readonly S[],
  kinds: readonly Kind[],
): S[] {
  return sources.filter(
    ({ id }) => !NEVER_COUNTED.has(id) && (ONLY_WITH[id] === undefined || kinds.some(ONLY_WITH[id])),
  );
}

/** Kith did not make the facts of its own list: it read them from public pages. */
const madeBy = ({ publisher, vintage }: Pick<Source, 'publisher' | 'vintage'>): string =>
  publisher === 'Kith'
    ? `public pages read in ${vintage.slice(0, 4)}`
    : `${publisher}, ${vintage.slice(0, 4)}`;

/** Where people and places of a report come from, with their years, short enough for one line. */
export function inputWords(
  sources: readonly Pick<Source, 'id' | 'title' | 'publisher' | 'vintage'>[],
  kinds: readonly Kind[],
): { readonly people: string; readonly places: string } {
  const used = reportSources(sources, kinds);
  const people = used.filter(({ id }) => id.startsWith('census-')).map(({ title }) => shortTitle(title));
  const places = used.filter(({ id }) => ONLY_WITH[id] && id !== POSITIONS);
  return {
    people: [...new Set(people)].join(', '),
    places: places.map(madeBy).join('; '),
  };
}
