import { at, type CoverTable, candidatesOf, demandsOf } from './cover-table.ts';

/** For each candidate one that serves whoever it serves and more, or as many under a lower number; itself if none. */
export function dominators(table: CoverTable): Int32Array {
  const better = Int32Array.from({ length: table.candidates }, (_, each) => each);
  eachSuperset(table, (candidate, larger) => {
    const same = demandsOf(table, candidate).length === demandsOf(table, larger).length;
    const [gone, stays] = same && candidate < larger ? [larger, candidate] : [candidate, larger];
    better[gone] = stays;
    return gone;
  });
  // A better one may itself have a better one: follow to the last. None stands above itself, so this ends.
  return better.map((each) => {
    let last = each;
    while (at(better, last) !== last) last = at(better, last);
    return last;
  });
}

/**
 * Calls `visit` for pairs of candidates of which the second serves whoever the first serves. It returns which of the
 * two is done with, and need not be met again.
 */
export function eachSuperset(table: CoverTable, visit: (candidate: number, larger: number) => number): void {
  const words = (table.demands + 31) >> 5;
  const bits = new Int32Array(table.candidates * words);
  for (let candidate = 0; candidate < table.candidates; candidate++)
    for (const demand of demandsOf(table, candidate)) {
      const word = candidate * words + (demand >> 5);
      bits[word] = at(bits, word) | (1 << (demand & 31));
    }
  const done = new Uint8Array(table.candidates);
  const filled = new Int32Array(words);
  for (let candidate = 0; candidate < table.candidates; candidate++) {
    const demands = demandsOf(table, candidate);
    if (demands.length === 0 || done[candidate] === 1) continue;
    let count = 0;
    for (let word = 0; word < words; word++) if (bits[candidate * words + word] !== 0) filled[count++] = word;
    // Whoever serves them all serves the one whom the fewest serve.
    const rarest = demands.reduce((least, demand) =>
      candidatesOf(table, demand).length < candidatesOf(table, least).length ? demand : least,
    );
    for (const larger of candidatesOf(table, rarest)) {
      if (larger === candidate || done[larger] === 1) continue;
      if (!isWithin(bits, words, candidate, larger, filled, count)) continue;
      const finished = visit(candidate, larger);
      done[finished] = 1;
      if (finished === candidate) break;
    }
  }
}

function isWithin(
  bits: Int32Array,
  words: number,
  smaller: number,
  larger: number,
  filled: Int32Array,
  count: number,
): boolean {
  for (let place = 0; place < count; place++) {
    const word = filled[place] as number;
    const lacks = (bits[smaller * words + word] as number) & ~(bits[larger * words + word] as number);
    if (lacks !== 0) return false;
  }
  return true;
}

/** The same table with demands for candidates. */
export function turnedRound(table: CoverTable): CoverTable {
  return {
    demands: table.candidates,
    candidates: table.demands,
    demandStarts: table.candidateStarts,
    candidateOf: table.demandOf,
    candidateStarts: table.demandStarts,
    demandOf: table.candidateOf,
  };
}
