import { postcodeIn } from '../keep/contact-shapes.ts';
import { kindOfWords } from './kind-words.ts';
import { MAY_REPEAT, type Meaning } from './meanings.ts';
import type { Cells, ColumnGuess } from './understanding.ts';
import { oneLine, plain } from './words.ts';

/** A second column headed as a name: `Venue` beside `Group` says where, `Activity` what it is. */
function secondName(header: string, cells: readonly string[]): 'address' | 'kind' | 'notes' {
  const share = (fits: (cell: string) => boolean) => cells.filter(fits).length >= 0.6 * cells.length;
  if (/\b(venue|hall|centre|place|premises|where|site|building|library|location)s?\b/.test(header))
    return 'address';
  if (share((cell) => ADDRESS.test(cell) || postcodeIn(cell) !== null)) return 'address';
  return share((cell) => kindOfWords(cell) !== null) ? 'kind' : 'notes';
}
const ADDRESS = /\b(street|st|road|rd|lane|avenue|close|drive|way|square|hill)\b|,\s*\p{Lu}|^\d+ \p{L}/iu;

/** One column for each meaning that only one can have: the surest, then the first. Fills in a name where none is headed. */
export function settle(columns: readonly ColumnGuess[], body: Cells): ColumnGuess[] {
  const rank = { certain: 0, likely: 1, unsure: 2 };
  const taken = new Map<Meaning, ColumnGuess>();
  for (const each of columns) {
    if (MAY_REPEAT.has(each.meaning)) continue;
    const other = taken.get(each.meaning);
    if (other === undefined || rank[each.sure] < rank[other.sure]) taken.set(each.meaning, each);
  }
  const settled = columns.map((each): ColumnGuess => {
    const first = taken.get(each.meaning);
    if (first === undefined || first === each) return each;
    const why = `Column ${first.letter} holds that already.`;
    if (each.meaning !== 'name')
      return { ...each, meaning: each.meaning === 'town' ? 'address' : 'ignore', sure: 'likely', why };
    const cells = body.map((row) => oneLine(row[each.column - 1] ?? '')).filter((cell) => cell !== '');
    const second = secondName(plain(each.header), cells);
    if (second === 'kind' && taken.has('kind')) return { ...each, meaning: 'notes', sure: 'unsure', why };
    return { ...each, meaning: second, sure: second === 'address' ? 'likely' : 'unsure', why };
  });
  if (settled.some((each) => each.meaning === 'name')) return pairedTimes(settled);
  const likely = settled.find((each, at) => {
    if (each.meaning !== 'ignore' && each.meaning !== 'operator') return false;
    const said = body.map((row) => oneLine(row[at] ?? '')).filter((cell) => cell !== '');
    const wordy = said.filter((cell) => /\p{L}{3}/u.test(cell) && cell.length <= 80).length;
    return said.length > 0 && wordy >= 0.8 * said.length && new Set(said).size >= 0.7 * said.length;
  });
  if (likely === undefined) return pairedTimes(settled);
  return pairedTimes(settled).map((each) =>
    each.column === likely.column
      ? {
          ...each,
          meaning: 'name',
          sure: 'unsure',
          why: 'No column is headed as the name; the words of this one differ from row to row.',
        }
      : each,
  );
}

/** `Opens` without `Closes` is opening times in words; `Closes` alone says nothing. */
function pairedTimes(columns: ColumnGuess[]): ColumnGuess[] {
  const has = (meaning: Meaning) => columns.some((each) => each.meaning === meaning);
  if (has('opens') === has('closes')) return columns;
  return columns.map((each) => {
    if (each.meaning === 'opens') return { ...each, meaning: 'when' };
    if (each.meaning !== 'closes') return each;
    return { ...each, meaning: 'ignore', sure: 'unsure', why: 'No column says when it opens.' };
  });
}
