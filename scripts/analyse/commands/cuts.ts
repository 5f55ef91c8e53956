import { closeCandidates } from '@kith/core/analyse/closures';
import { type Answer, costOrNone, tidy } from '../answer.ts';
import type { OptionsOf } from '../options.ts';
import { Problems } from '../problems.ts';
import { candidatesNamed, noteUnreached, readWeightedCosts } from './weighted-costs.ts';

/** What is lost when candidates close. */
export async function cuts(options: OptionsOf<'cuts'>): Promise<Answer> {
  const problems = new Problems();
  const read = await readWeightedCosts(options, problems);
  const closed = read ? candidatesNamed('close', options.close, read.table.candidateIds, problems) : [];
  const { table, demand } = problems.sound(read);
  const closure = closeCandidates(table, demand.values, options.limit, closed);
  const { meanBefore, meanAfter } = closure;
  const [before, after, lost] = [tidy(closure.before), tidy(closure.after), tidy(closure.lost)];
  const nearest = demand.ids.map((id, at) => ({
    demand: id,
    before: costOrNone(closure.nearestBefore[at] ?? 0),
    after: costOrNone(closure.nearestAfter[at] ?? 0),
  }));
  return {
    json: { before, after, lost, meanBefore, meanAfter, demand: nearest },
    csv: [
      ['figure', 'demand', 'before', 'after', 'lost'],
      ['weight', null, before, after, lost],
      ['mean', null, meanBefore, meanAfter, null],
      ...nearest.map((each) => ['nearest', each.demand, each.before, each.after, null]),
    ],
    notes: noteUnreached({ demand, table }),
  };
}
