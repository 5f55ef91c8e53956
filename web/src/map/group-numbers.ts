interface Spot {
  readonly x: number;
  readonly y: number;
  readonly number: number;
}

/** Numbers in order as people write them: 1, 2, 3 and 7 are "1–3, 7". */
export function rangeWords(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** Numbers nearer to each other than `apart` share one spot: that of the lowest of them. */
export function groupNumbers(
  spots: readonly Spot[],
  apart: number,
): readonly { readonly x: number; readonly y: number; readonly words: string }[] {
  const groups: { x: number; y: number; numbers: number[] }[] = [];
  for (const { x, y, number } of spots.toSorted((a, b) => a.number - b.number)) {
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < apart);
    if (near) near.numbers.push(number);
    else groups.push({ x, y, numbers: [number] });
  }
  return groups.map(({ x, y, numbers }) => ({ x, y, words: rangeWords(numbers) }));
}
