import { basename } from 'node:path';
import { whole } from '../../load/whole-number.ts';
import type { Problems } from '../problems.ts';
import { type Growing, numbers, wholeNumbers } from './growing.ts';
import { readNumber } from './read-number.ts';
import { readRows } from './read-rows.ts';

/** Rows of `demand,candidate,cost` as they stand in the file; ids by the order in which they first come. */
export interface CostRows {
  readonly label: string;
  readonly demands: readonly string[];
  readonly candidates: readonly string[];
  readonly demand: Growing<Int32Array>;
  readonly candidate: Growing<Int32Array>;
  /** 0 or more; -1 where the row has a problem, which is known already. */
  readonly cost: Growing<Float64Array>;
  readonly line: Growing<Int32Array>;
}

const COLUMNS = { demand: { is: ['demand'] }, candidate: { is: ['candidate'] }, cost: { is: ['cost'] } };

/** Numbers ids in the order in which they first come. */
class Ids {
  readonly names: string[] = [];
  readonly #at = new Map<string, number>();

  of(name: string): number {
    const known = this.#at.get(name);
    if (known !== undefined) return known;
    this.#at.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/**
 * Reads a table of costs.
 * @param aboveZero also refuses a cost of 0, for what divides by it
 * @returns null where there is no table to read
 */
export async function readCosts(
  path: string,
  problems: Problems,
  { aboveZero = false, mayBeLeftOut = false } = {},
): Promise<CostRows | null> {
  const label = basename(path);
  const demands = new Ids();
  const candidates = new Ids();
  const rows = {
    demand: wholeNumbers(),
    candidate: wholeNumbers(),
    cost: numbers(),
    line: wholeNumbers(),
  };
  const leaveOut = mayBeLeftOut
    ? ', or leave the whole row out where the candidate is out of reach'
    : ', or leave the whole row out and add --missing unreachable where the candidate is out of reach';
  const read = await readRows(path, COLUMNS, problems, ({ row, cells }) => {
    const line = () => `${label} line ${whole(row)}:`;
    if (cells.demand === '' || cells.candidate === '') {
      problems.add(`${line()} ${cells.demand === '' ? 'demand' : 'candidate'} is empty. Give its id.`);
      return;
    }
    const value = readNumber(cells.cost);
    if (typeof value !== 'number') {
      const outOfReach = cells.cost === '' || /^[a-z+∞-]+$/i.test(cells.cost);
      problems.add(`${line()} cost ${value.problem}${outOfReach ? leaveOut : ''}.`);
    } else if (aboveZero && value === 0) {
      problems.add(
        `${line()} cost is 0, and 1 / 0 has no value. Give a cost above 0, or use the decay "gravity", which has a least cost.`,
      );
    }
    rows.demand.push(demands.of(cells.demand));
    rows.candidate.push(candidates.of(cells.candidate));
    rows.cost.push(typeof value === 'number' ? value : -1);
    rows.line.push(row);
  });
  return read ? { label, demands: demands.names, candidates: candidates.names, ...rows } : null;
}
