/** So many suggestions are of use. */
const MOST = 3;

/**
 * The names nearest to what was typed: those that hold it whole, then those a few letters away. Empty when nothing
 * is near. `fold` brings both to the same plain form.
 */
export function nearestNames(
  typed: string,
  names: readonly string[],
  fold: (name: string) => string = (name) => name.toLowerCase(),
): string[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  const scored: { readonly name: string; readonly score: number }[] = [];
  for (const name of new Set(names)) {
    const plain = fold(name);
    const holds =
      wanted.length >= 3 && (plain.includes(wanted) || (plain.length >= 4 && wanted.includes(plain)));
    const score = holds ? Math.abs(plain.length - wanted.length) / 100 : editDistance(wanted, plain);
    if (holds || score <= Math.max(1, Math.floor(wanted.length / 3))) scored.push({ name, score });
  }
  return scored
    .sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** `Leicester`, `Leicester or Rutland`. */
export function either(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** Letters to add, take away, change or swap with their neighbour to make one word of the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (beforeLast[j - 2] ?? 0) + 1 : change;
      row.push(Math.min(change, swap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
