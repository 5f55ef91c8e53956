import type { SiteProblem } from './problem.ts';

/** Who can serve whom within a limit, both ways round, in compressed rows. Demands of weight 0 have no candidate. */
export interface CoverTable {
  readonly demands: number;
  readonly candidates: number;
  /** Candidates of demand `d`: `candidateOf[demandStarts[d]]` up to before `demandStarts[d + 1]`, rising. */
  readonly demandStarts: Int32Array;
  readonly candidateOf: Int32Array;
  /** Demands of candidate `c`, likewise, rising. */
  readonly candidateStarts: Int32Array;
  readonly demandOf: Int32Array;
}

/** The pairs whose cost is at most `limit`. The limit includes its end; an infinite cost is never within it. */
export function coverTable({ weights, costs }: SiteProblem, limit: number): CoverTable {
  const { demands, candidates, values } = costs;
  const demandStarts = new Int32Array(demands + 1);
  let size = 1024;
  let candidateOf = new Int32Array(size);
  let pairs = 0;
  for (let demand = 0; demand < demands; demand++) {
    if (pairs + candidates > size) {
      size = Math.max(size * 2, pairs + candidates);
      const larger = new Int32Array(size);
      larger.set(candidateOf);
      candidateOf = larger;
    }
    if ((weights[demand] ?? 0) > 0) {
      const row = demand * candidates;
      for (let candidate = 0; candidate < candidates; candidate++) {
        const cost = values[row + candidate] as number;
        if (cost <= limit && cost < Infinity) candidateOf[pairs++] = candidate;
      }
    }
    demandStarts[demand + 1] = pairs;
  }
  return turned(demands, candidates, demandStarts, candidateOf.slice(0, pairs));
}

/** A table from its rows alone. */
export function turned(
  demands: number,
  candidates: number,
  demandStarts: Int32Array,
  candidateOf: Int32Array,
): CoverTable {
  const candidateStarts = new Int32Array(candidates + 1);
  for (const candidate of candidateOf)
    candidateStarts[candidate + 1] = at(candidateStarts, candidate + 1) + 1;
  for (let c = 0; c < candidates; c++)
    candidateStarts[c + 1] = at(candidateStarts, c + 1) + at(candidateStarts, c);
  const next = candidateStarts.slice();
  const demandOf = new Int32Array(candidateOf.length);
  for (let demand = 0; demand < demands; demand++) {
    for (let pair = at(demandStarts, demand); pair < at(demandStarts, demand + 1); pair++) {
      const candidate = at(candidateOf, pair);
      const place = at(next, candidate);
      demandOf[place] = demand;
      next[candidate] = place + 1;
    }
  }
  return { demands, candidates, demandStarts, candidateOf, candidateStarts, demandOf };
}

/** An element that is known to be there: typed arrays hold a number at every place up to their length. */
export function at(values: Int32Array | Float64Array | Uint8Array, place: number): number {
  return values[place] as number;
}

/** The candidates that can serve a demand, rising. */
export function candidatesOf(table: CoverTable, demand: number): Int32Array {
  return table.candidateOf.subarray(at(table.demandStarts, demand), at(table.demandStarts, demand + 1));
}

/** The demands that a candidate can serve, rising. */
export function demandsOf(table: CoverTable, candidate: number): Int32Array {
  return table.demandOf.subarray(
    at(table.candidateStarts, candidate),
    at(table.candidateStarts, candidate + 1),
  );
}
