import { lostWithout } from '@kith/core/analyse/closures';
import { type Answer, tidy } from '../answer.ts';
import { asText } from '../files/cost-table.ts';
import type { OptionsOf } from '../options.ts';
import { Problems } from '../problems.ts';
import { noteUnreached, readWeightedCosts } from './weighted-costs.ts';

/** What each candidate alone is needed for. */
export async function irreplaceable(options: OptionsOf<'irreplaceable'>): Promise<Answer> {
  const problems = new Problems();
  const read = await readWeightedCosts(options, problems);
  const { table, demand } = problems.sound(read);
  const lost = lostWithout(table, demand.values, options.limit);
  const places = table.candidateIds
    .map((candidate, at) => ({ candidate, lost: tidy(lost[at] ?? 0) }))
    .sort((a, b) => b.lost - a.lost || asText(a.candidate, b.candidate));
  return {
    json: { places },
    csv: [['candidate', 'lost'], ...places.map((each) => [each.candidate, each.lost])],
    notes: noteUnreached({ demand, table }),
  };
}
