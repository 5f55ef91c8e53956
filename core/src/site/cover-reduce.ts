import { dominators, eachSuperset, turnedRound } from './cover-supersets.ts';
import { at, type CoverTable, candidatesOf, demandsOf, turned } from './cover-table.ts';

/** A smaller question with the same best answer. */
export interface Reduced {
  /** What is left, with demands and candidates numbered anew. */
  readonly table: CoverTable;
  /** Weight of each demand that is left: those with the same candidates are one. */
  readonly weights: Float64Array;
  /** The number that each candidate that is left had before. */
  readonly candidates: readonly number[];
  /** Candidates that must be open, by their old number. */
  readonly forced: readonly number[];
  /** For each old candidate, one that is left and serves whoever it serves of those left; -1 where none is needed. */
  readonly standIn: Int32Array;
}

/**
 * Maximal covering: without whom the fixed serve or nobody can serve, with demands of the same candidates put
 * together, and without candidates that serve only demands another serves too.
 */
export function reduceCovering(table: CoverTable, weights: Float64Array, fixed: readonly number[]): Reduced {
  const { rows, weights: merged } = mergeRows(unserved(table, fixed), weights);
  const whole = fromRows(table.candidates, rows);
  return pick(whole, merged, dominators(whole), new Uint8Array(whole.demands));
}

/**
 * Set covering: as for maximal covering, and without demands who are served whenever another is; a demand's only
 * candidate is forced. Over and over until nothing more goes.
 */
export function reduceSetCovering(table: CoverTable, fixed: readonly number[]): Reduced {
  const ones = new Float64Array(table.demands).fill(1);
  const { rows, weights } = mergeRows(unserved(table, fixed), ones);
  let reduced = pick(fromRows(table.candidates, rows), weights, null, new Uint8Array(rows.length));
  for (;;) {
    const before = reduced;
    reduced = again(before);
    if (
      reduced.table.demands === before.table.demands &&
      reduced.table.candidates === before.table.candidates
    )
      return reduced;
  }
}

/** One round of set covering's reductions. */
function again({ table, weights, candidates, forced, standIn }: Reduced): Reduced {
  const drop = new Uint8Array(table.demands);
  const needed = new Set<number>();
  for (let demand = 0; demand < table.demands; demand++) {
    const only = candidatesOf(table, demand);
    if (only.length === 1) needed.add(at(only, 0));
  }
  for (const candidate of needed) for (const demand of demandsOf(table, candidate)) drop[demand] = 1;
  if (needed.size === 0)
    eachSuperset(turnedRound(table), (demand, larger) => {
      const same = candidatesOf(table, demand).length === candidatesOf(table, larger).length;
      const finished = same ? Math.max(demand, larger) : larger;
      drop[finished] = 1;
      return finished;
    });
  const round = pick(table, weights, needed.size === 0 ? dominators(table) : null, drop);
  const old = (candidate: number) => candidates[candidate] as number;
  return {
    ...round,
    candidates: round.candidates.map(old),
    forced: [...forced, ...[...needed].map(old)],
    standIn: standIn.map((place) => (place < 0 ? -1 : at(round.standIn, place))),
  };
}

/** Candidates by demand, of the demands with some that `fixed` do not serve, and which demands those are. */
function unserved(table: CoverTable, fixed: readonly number[]): { demand: number; row: Int32Array }[] {
  const served = new Uint8Array(table.demands);
  for (const candidate of fixed) for (const demand of demandsOf(table, candidate)) served[demand] = 1;
  const found: { demand: number; row: Int32Array }[] = [];
  for (let demand = 0; demand < table.demands; demand++) {
    const row = candidatesOf(table, demand);
    if (served[demand] === 0 && row.length > 0) found.push({ demand, row });
  }
  return found;
}

function mergeRows(
  unmerged: readonly { readonly demand: number; readonly row: Int32Array }[],
  weights: Float64Array,
): { rows: Int32Array[]; weights: Float64Array } {
  const places = new Map<string, number>();
  const rows: Int32Array[] = [];
  const sums: number[] = [];
  for (const { demand, row } of unmerged) {
    const key = row.join();
    const place = places.get(key) ?? rows.length;
    if (place === rows.length) {
      places.set(key, place);
      rows.push(row);
      sums.push(0);
    }
    sums[place] = (sums[place] ?? 0) + at(weights, demand);
  }
  return { rows, weights: Float64Array.from(sums) };
}

function fromRows(candidates: number, rows: readonly Int32Array[]): CoverTable {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, place) => {
    starts[place + 1] = at(starts, place) + row.length;
  });
  const candidateOf = new Int32Array(at(starts, rows.length));
  rows.forEach((row, place) => {
    candidateOf.set(row, at(starts, place));
  });
  return turned(rows.length, candidates, starts, candidateOf);
}

/** What is left when demands are dropped and candidates give way to better ones, or serve nobody any more. */
function pick(
  table: CoverTable,
  weights: Float64Array,
  better: Int32Array | null,
  drop: Uint8Array,
): Reduced {
  const rows: Int32Array[] = [];
  const kept: number[] = [];
  const serves = new Uint8Array(table.candidates);
  for (let demand = 0; demand < table.demands; demand++) {
    if (drop[demand] === 1) continue;
    for (const candidate of candidatesOf(table, demand)) serves[candidate] = 1;
  }
  const isKept = (each: number) =>
    serves[each] === 1 && (!better || at(better, each) < 0 || at(better, each) === each);
  const places = new Int32Array(table.candidates).fill(-1);
  const candidates: number[] = [];
  for (let each = 0; each < table.candidates; each++)
    if (isKept(each)) places[each] = candidates.push(each) - 1;
  for (let demand = 0; demand < table.demands; demand++) {
    if (drop[demand] === 1) continue;
    rows.push(
      candidatesOf(table, demand)
        .filter((each) => at(places, each) >= 0)
        .map((each) => at(places, each)),
    );
    kept.push(at(weights, demand));
  }
  const standIn = places.map((place, each) => {
    const other = better ? at(better, each) : -1;
    return place >= 0 || other < 0 ? place : at(places, other);
  });
  return {
    table: fromRows(candidates.length, rows),
    weights: Float64Array.from(kept),
    candidates,
    forced: [],
    standIn,
  };
}
