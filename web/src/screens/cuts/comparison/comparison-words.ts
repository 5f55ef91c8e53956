import type { Comparison } from '@kith/core/scenario/compare-reports';
import type { ScenarioReport } from '@kith/core/scenario/report';
import { whole } from '../../../words/area-words.ts';
import { between } from '../words.ts';

/** A difference with its sign; a minus as wide as a plus. `+1,240`, `−310`, `0`. */
export function signed(difference: number): string {
  if (Math.round(difference) === 0) return '0';
  return `${difference > 0 ? '+' : '−'}${whole(Math.abs(difference))}`;
}

/** What two plans come to in one sentence, by the people who lose reach: `a` is put aside, `b` is that of now. */
export function comparisonLine(comparison: Pick<Comparison, 'rows'>): string {
  const lost = comparison.rows.find((row) => row.id === 'people-lost');
  if (!lost) return '';
  if (lost.difference === 0) return 'As many people lose out under both.';
  const many = Math.abs(lost.difference);
  const who = `${whole(many)} ${lost.difference > 0 ? 'more' : 'fewer'} ${many === 1 ? 'person loses' : 'people lose'} out`;
  return `${who} under the plan of now than under the one kept aside.`;
}

/** The doubt about those who lose out under each: `aside` is kept aside, `now` is the plan of now. */
export function asideDoubt(
  aside: Pick<ScenarioReport, 'people'> | null,
  now: Pick<ScenarioReport, 'people'> | null,
): string {
  if (!aside || !now) return '';
  return `People who lose reach: ${between(aside.people.lost)} under the plan kept aside, ${between(now.people.lost)} under that of now, as streets run straighter or less.`;
}
