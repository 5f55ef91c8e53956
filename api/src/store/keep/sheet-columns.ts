import type { Meaning } from '@kith/core/sheet/meanings';
import type { KeptSheet } from './sheet-store.ts';

/** Columns that may say the same where there is none of its own. */
const INSTEAD: Partial<Record<Meaning, readonly Meaning[]>> = {
  latitude: ['easting', 'coordinates'],
  town: ['address'],
  postcode: ['address'],
};

/** The column that holds something, from 1, and its header. */
export function columnOf(sheet: KeptSheet, meaning: Meaning): { column: number | null; header: string } {
  const { columns, headerRow, headerRows } = sheet.about.mapping;
  const others: readonly Meaning[] = [meaning, ...(INSTEAD[meaning] ?? []), 'name'];
  const at = others.map((each) => columns.indexOf(each)).find((each) => each >= 0);
  if (at === undefined) return { column: null, header: '' };
  return {
    column: at + 1,
    header: headerRows === 0 ? '' : (sheet.cells[headerRow + headerRows - 2]?.[at] ?? ''),
  };
}
