import { labelOf } from '@kith/core/keep/fields';
import type { RowCells } from '@kith/core/sheet/read-cells';
import type { RowProblem } from '@kith/core/sheet/understanding';
import type { FieldDiffers } from './sheet-changes.ts';
import { problemAt } from './sheet-columns.ts';
import type { PlacedRow } from './sheet-ground.ts';

/** A place that is there stays where it is: only of others is it said that they are put somewhere near. */
export function roughly(cells: RowCells, { row, position }: PlacedRow, middleOf: string): RowProblem {
  const off = `about ${position.spreadMetres.toLocaleString('en-GB')} m either way`;
  return row.postcode === null
    ? problemAt(
        cells,
        'town',
        `Nothing says where it is but ${middleOf}, so it is put in the middle of that: ${off}.`,
        'To place it better, write in its postcode or coordinates, or move the pin once it is in.',
        'note',
      )
    : problemAt(
        cells,
        'postcode',
        `Kith does not know where ${row.postcode} is, so it is put in the middle of ${middleOf}: ${off}.`,
        'To place it better, check the postcode, write in coordinates, or move the pin once it is in.',
        'note',
      );
}

export function outdatedProblem(cells: RowCells, outdated: readonly FieldDiffers[]): RowProblem {
  const fields = outdated.map(({ field, outdated: day }) => `${labelOf(field)} (said on ${day})`).join(', ');
  return problemAt(
    cells,
    'checked',
    `Kith knows later than this row: ${fields}. What the row says of that changes nothing.`,
    'Nothing to do. If the row is right, put the day on which you checked it last.',
    'note',
  );
}

/** The two halves of a row that was split may have the same wrong with them. */
export function saidOnce(problems: readonly RowProblem[]): RowProblem[] {
  return [...new Map(problems.map((each) => [`${each.row} ${each.column} ${each.problem}`, each])).values()];
}
