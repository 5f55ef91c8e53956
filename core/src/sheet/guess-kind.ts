import { kindOfWords } from './kind-words.ts';
import type { Meaning } from './meanings.ts';
import type { Cells, Understanding } from './understanding.ts';

/** What rows are that do not say: what the title says, or most of their names. */
export function guessKind(meanings: readonly Meaning[], body: Cells, above: Cells): Understanding['kind'] {
  const column = meanings.indexOf('kind');
  const name = meanings.indexOf('name');
  const title =
    above
      .flat()
      .map((cell) => kindOfWords(cell))
      .find((kind) => kind !== null) ?? null;
  const known = body.filter(
    (row) => (kindOfWords(row[column] ?? '') ?? kindOfWords(row[name] ?? '')) !== null,
  ).length;
  if (body.length > 0 && known === body.length)
    return {
      kind: title,
      sure: 'certain',
      why: column >= 0 ? 'A column says what each is.' : 'The names say what each is.',
    };
  if (title !== null)
    return {
      kind: title,
      sure: 'likely',
      why: 'The words above the columns say so; rows that say otherwise are what they say.',
    };
  return {
    kind: null,
    sure: 'unsure',
    why:
      known === 0
        ? 'Nothing says what these places are. Choose one for all that do not say.'
        : `${body.length - known} of ${body.length} rows do not say what they are. Choose one for those.`,
  };
}
