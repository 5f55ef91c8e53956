/** The key with the greatest count, the lower key where two tie; -1 for none. */
export function commonestOf(counts: ReadonlyMap<number, number>): number {
  let best = -1;
  for (const [key, count] of counts) {
    const most = counts.get(best) ?? -1;
    if (count > most || (count === most && key < best)) best = key;
  }
  return best;
}
