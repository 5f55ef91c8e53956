import type { CostTable } from '@kith/core/analyse/closures';
import { whole } from '../../load/whole-number.ts';
import { counted, type Problems, someOf } from '../problems.ts';
import type { Amounts } from './read-amounts.ts';
import type { CostRows } from './read-costs.ts';

/** A full table holds this many costs at most: 240 MB. */
const MOST_COSTS = 30_000_000;

/** Costs as a full table: demands in the order of their file, candidates by id as text. */
export interface NamedCosts extends CostTable {
  readonly candidateIds: readonly string[];
}

/**
 * Puts costs into a full table, and collects what does not fit: ids that only one file knows, pairs that are there
 * twice, pairs that are missing. With `missingIsUnreachable` a missing pair costs Infinity instead.
 * @param people the file of demands; their order is that of the table
 * @param places the file of candidates, where there is one
 */
export function costTable(
  rows: CostRows,
  people: Amounts,
  places: Amounts | null,
  missingIsUnreachable: boolean,
  problems: Problems,
): NamedCosts {
  const before = problems.count;
  knownToBoth('demand', rows.label, rows.demands, people, missingIsUnreachable, problems);
  if (places) knownToBoth('candidate', rows.label, rows.candidates, places, missingIsUnreachable, problems);
  const candidateIds = [...new Set([...rows.candidates, ...(places?.ids ?? [])])].sort(asText);
  const demands = people.ids.length;
  const candidates = candidateIds.length;
  const table = { demands, candidates, candidateIds, values: new Float64Array(0) };
  if (demands * candidates > MOST_COSTS) {
    problems.add(
      `${rows.label} has ${whole(demands)} demands and ${whole(candidates)} candidates: a table of ${whole(demands * candidates)} costs is too many. Split it into parts of ${whole(MOST_COSTS)} at most, such as one region each.`,
    );
    return table;
  }
  const values = new Float64Array(demands * candidates).fill(Number.POSITIVE_INFINITY);
  const seenIn = new Int32Array(demands * candidates);
  const candidateOf = new Map(candidateIds.map((id, at) => [id, at]));
  const demandAt = rows.demands.map((id) => people.at.get(id) ?? -1);
  const candidateAt = rows.candidates.map((id) => candidateOf.get(id) ?? -1);
  let found = 0;
  for (let row = 0; row < rows.cost.length; row++) {
    const demand = demandAt[rows.demand.at(row)] ?? -1;
    if (demand < 0) continue;
    const at = demand * candidates + (candidateAt[rows.candidate.at(row)] ?? 0);
    if (seenIn[at] !== 0) {
      problems.add(
        `${rows.label} line ${whole(rows.line.at(row))}: the pair ${people.ids[demand]} and ${candidateIds[at % candidates]} is there already, in line ${whole(seenIn[at] ?? 0)}. Keep one of them.`,
      );
      continue;
    }
    seenIn[at] = rows.line.at(row);
    values[at] = rows.cost.at(row);
    found++;
  }
  const missing = demands * candidates - found;
  // Ids that one file does not know have no pairs at all: said above, once.
  if (missing > 0 && !missingIsUnreachable && problems.count === before)
    problems.add(missingPairs(rows.label, seenIn, people.ids, candidateIds, missing));
  return { ...table, values };
}

function missingPairs(
  label: string,
  seenIn: Int32Array,
  demands: readonly string[],
  candidates: readonly string[],
  missing: number,
): string {
  const names: string[] = [];
  for (let at = 0; at < seenIn.length && names.length < 8; at++)
    if (seenIn[at] === 0)
      names.push(`${demands[Math.floor(at / candidates.length)]} to ${candidates[at % candidates.length]}`);
  return (
    `${label} has no cost for ${counted(missing, 'pair')} of ${whole(seenIn.length)}: ${someOf(names, missing)}. ` +
    'Every demand needs a cost to every candidate. Add the rows, or add --missing unreachable to count missing pairs as out of reach.'
  );
}

function knownToBoth(
  what: 'demand' | 'candidate',
  costs: string,
  inCosts: readonly string[],
  amounts: Amounts,
  missingIsUnreachable: boolean,
  problems: Problems,
): void {
  const known = new Set(inCosts);
  for (const id of inCosts) {
    if (amounts.at.has(id)) continue;
    problems.add(
      () =>
        `${what} ${id} is in ${costs} but not in ${amounts.label}.${alike(id, amounts.ids)} Add it there, or take its rows out.`,
    );
  }
  if (missingIsUnreachable) return;
  for (const id of amounts.ids) {
    if (known.has(id)) continue;
    problems.add(
      () =>
        `${what} ${id} is in ${amounts.label} but not in ${costs}.${alike(id, inCosts)} Add its costs, or take it out.`,
    );
  }
}

/** An id that differs only in capitals, spaces or leading zeros, which spreadsheets drop. */
export function alike(id: string, ids: readonly string[]): string {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, '').replace(/^0+/, '');
  const like = ids.find((each) => each !== id && plain(each) === plain(id));
  return like === undefined ? '' : ` There is a ${like}: are they the same?`;
}

/** The order of ids: by their letters, whatever the language of the machine. */
export function asText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
