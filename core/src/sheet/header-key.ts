import { headerWords } from './header-row.ts';
import type { Cells, SheetMapping } from './understanding.ts';
import { plain } from './words.ts';

/** The words of a header row as they are remembered: folded, in order. */
export function headerKey(
  cells: Cells,
  mapping: Pick<SheetMapping, 'headerRow' | 'headerRows' | 'columns'>,
): string {
  return headerWords(cells, mapping.headerRow - 1, mapping.headerRows, mapping.columns.length)
    .map(plain)
    .join('|');
}
