import { MAY_REPEAT, type Meaning } from './meanings.ts';
import type { Cells, ColumnGuess } from './understanding.ts';
import { oneLine } from './words.ts';

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
    const instead: Meaning = each.meaning === 'town' || each.meaning === 'name' ? 'address' : 'ignore';
    return { ...each, meaning: instead, sure: 'likely', why: `Column ${first.letter} holds that already.` };
  });
  if (settled.some((each) => each.meaning === 'name')) return settled;
  const likely = settled.find((each, at) => {
    if (each.meaning !== 'ignore' && each.meaning !== 'operator') return false;
    const said = body.map((row) => oneLine(row[at] ?? '')).filter((cell) => cell !== '');
    const wordy = said.filter((cell) => /\p{L}{3}/u.test(cell) && cell.length <= 80).length;
    return said.length > 0 && wordy >= 0.8 * said.length && new Set(said).size >= 0.7 * said.length;
  });
  if (likely === undefined) return settled;
  return settled.map((each) =>
    each === likely
      ? {
          ...each,
          meaning: 'name',
          sure: 'unsure',
          why: 'No column is headed as the name; the words of this one differ from row to row.',
        }
      : each,
  );
}
