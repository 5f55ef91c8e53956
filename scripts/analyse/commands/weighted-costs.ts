import { costTable, type NamedCosts } from '../files/cost-table.ts';
import { type Amounts, readAmounts } from '../files/read-amounts.ts';
import { readCosts } from '../files/read-costs.ts';
import type { Shared } from '../options.ts';
import { type Problems, someOf } from '../problems.ts';

export interface WeightedCosts {
  readonly demand: Amounts;
  readonly table: NamedCosts;
}

/** Reads COSTS and WEIGHTS into a table. Null where a file cannot be read; the problems say why. */
export async function readWeightedCosts(
  { costs, weights, missingIsUnreachable }: Shared & { readonly weights: string },
  problems: Problems,
): Promise<WeightedCosts | null> {
  const rows = await readCosts(costs, problems, { mayBeLeftOut: missingIsUnreachable });
  const demand = await readAmounts(weights, { id: 'demand', amount: 'weight' }, problems);
  if (!rows || !demand) return null;
  return { demand, table: costTable(rows, demand, null, missingIsUnreachable, problems) };
}

/** Positions of the candidates that an option names; an unknown one is a problem. */
export function candidatesNamed(
  option: string,
  ids: readonly string[],
  candidateIds: readonly string[],
  problems: Problems,
): number[] {
  const at = new Map(candidateIds.map((id, index) => [id, index]));
  const unknown = ids.filter((id) => !at.has(id));
  if (unknown.length > 0)
    problems.add(
      `--${option} names ${someOf(unknown)}, which no row of the costs has. The candidates are ${someOf(candidateIds)}.`,
    );
  return ids.flatMap((id) => at.get(id) ?? []);
}

/** With missing pairs taken as out of reach, a wrongly written id would pass unseen: they are named. */
export function noteUnreached({ demand, table }: WeightedCosts): string[] {
  const none = demand.ids.filter((_, at) => {
    const row = table.values.subarray(at * table.candidates, (at + 1) * table.candidates);
    return row.every((cost) => cost === Number.POSITIVE_INFINITY);
  });
  return none.length === 0 ? [] : [`Demand out of reach of every candidate: ${someOf(none, none.length)}.`];
}
