import { floatingCatchment, pairsWithin } from '@kith/core/reach/catchment';
import type { Decay } from '@kith/core/reach/decay';
import { type Answer, tidy } from '../answer.ts';
import { costTable, type NamedCosts } from '../files/cost-table.ts';
import { type Amounts, readAmounts } from '../files/read-amounts.ts';
import { readCosts } from '../files/read-costs.ts';
import type { OptionsOf } from '../options.ts';
import { Problems, someOf } from '../problems.ts';
import { noteUnreached } from './weighted-costs.ts';

/** Supply per head, by the two-step floating catchment. */
export async function access(options: OptionsOf<'access'>): Promise<Answer> {
  const { missingIsUnreachable, decay, limit } = options;
  const problems = new Problems();
  const rows = await readCosts(options.costs, problems, {
    aboveZero: decay.type === 'inverse',
    mayBeLeftOut: missingIsUnreachable,
  });
  const supply = await readAmounts(options.supply, { id: 'candidate', amount: 'supply' }, problems);
  const demand = await readAmounts(options.demand, { id: 'demand', amount: 'weight' }, problems);
  const read =
    rows && supply && demand
      ? { supply, demand, table: costTable(rows, demand, supply, missingIsUnreachable, problems) }
      : null;
  return answerOf(problems.sound(read), decay, limit);
}

function answerOf(
  { supply, demand, table }: { supply: Amounts; demand: Amounts; table: NamedCosts },
  decay: Decay,
  limit: number,
): Answer {
  const supplied = table.candidateIds.map((id) => supply.values[supply.at.get(id) ?? -1] ?? 0);
  const answer = floatingCatchment(pairsWithin(table, limit), demand.values, supplied, decay);
  const values = demand.ids.map((id, at) => ({ demand: id, access: tidy(answer.access[at] ?? 0) }));
  const total = tidy(answer.total);
  const unused = answer.unused.flatMap((at) =>
    (supplied[at] ?? 0) > 0 ? (table.candidateIds[at] ?? []) : [],
  );
  return {
    json: { values, total },
    csv: [
      ['figure', 'demand', 'access'],
      ...values.map((each) => ['access', each.demand, each.access]),
      ['total', null, total],
    ],
    notes: [
      ...noteUnreached({ demand, table }),
      ...(unused.length > 0
        ? [`Supply that no weight is within the limit of, and that the total leaves out: ${someOf(unused)}.`]
        : []),
    ],
  };
}
