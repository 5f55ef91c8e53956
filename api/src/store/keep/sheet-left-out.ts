import type { RowProblem } from '@kith/core/sheet/understanding';
import type { SheetPlan } from './sheet-plan.ts';
import type { LeftOutRow } from './sheet-store.ts';

/** Rows left out of one import that are kept: who brings thousands of them has seen the list before. */
const MOST_KEPT = 500;

/** Why rows do not go in, by row: first kept are those that somebody could put right. */
export function rowsLeftOut({ rows, problems }: Pick<SheetPlan, 'rows' | 'problems'>): LeftOutRow[] {
  const going = new Set(rows.flatMap(({ row, outcome }) => (outcome === 'ask' ? [] : [row])));
  const out = problems.filter(({ weight, row }) => weight === 'out' && !going.has(row));
  const nothingToDo = ({ twice, noPlace, sentBefore }: RowProblem) => twice ?? noPlace ?? sentBefore ?? false;
  const asked = rows.flatMap(({ row, outcome, name }): LeftOutRow[] =>
    outcome === 'ask' ? [{ row, header: '', problem: `${name} may be a place that is there.` }] : [],
  );
  return [
    ...out.filter((each) => !nothingToDo(each)).map(kept),
    ...asked,
    ...out.filter(nothingToDo).map(kept),
  ]
    .slice(0, MOST_KEPT)
    .sort((one, other) => one.row - other.row);
}

function kept({ row, header, problem }: RowProblem): LeftOutRow {
  return { row, header, problem };
}
