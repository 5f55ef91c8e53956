import { at, type CoverTable, candidatesOf } from './cover-table.ts';

/**
 * How many candidates it takes at the least to serve everybody: a count of demands of which no two share a candidate,
 * those with the fewest candidates first. Demands that `fixed` serve are left out, and so is `fixed` in the count.
 */
export function packing(table: CoverTable, fixed: readonly number[]): number {
  const isFixed = new Set(fixed);
  const demands: number[] = [];
  for (let demand = 0; demand < table.demands; demand++) {
    const candidates = candidatesOf(table, demand);
    if (candidates.length > 0 && !(isFixed.size > 0 && candidates.some((each) => isFixed.has(each))))
      demands.push(demand);
  }
  const size = (demand: number) => at(table.demandStarts, demand + 1) - at(table.demandStarts, demand);
  demands.sort((a, b) => size(a) - size(b) || a - b);
  const taken = new Uint8Array(table.candidates);
  let count = 0;
  for (const demand of demands) {
    const candidates = candidatesOf(table, demand);
    if (candidates.some((candidate) => taken[candidate] === 1)) continue;
    for (const candidate of candidates) taken[candidate] = 1;
    count++;
  }
  return count;
}
