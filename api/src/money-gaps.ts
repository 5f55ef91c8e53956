/** Financial years (`2015-16`) between the first and the last given that are not among them. Years come in order. */
export function moneyGaps(years: readonly string[]): string[] {
  const first = Number(years[0]?.slice(0, 4));
  const last = Number(years.at(-1)?.slice(0, 4));
  const gaps: string[] = [];
  for (let year = first; year <= last; year++) {
    const name = `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
    if (!years.includes(name)) gaps.push(name);
  }
  return gaps;
}
