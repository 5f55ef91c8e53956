import type { DryRun, Sheet, SheetCounts } from '../../data/sheet-questions.ts';
import { counted, orList, whole } from '../../words/area-words.ts';

/** How the file came: "A CSV file in Windows-1252, with semicolons between cells; 120 rows". */
export function fileLine({ file, rows }: Pick<Sheet, 'file' | 'rows'>): string {
  const parts =
    file.format === 'xlsx'
      ? [`An Excel file${file.sheet ? `, its sheet “${file.sheet}”` : ''}`]
      : [`A CSV file in ${file.encoding}${file.between ? `, with ${file.between} between cells` : ''}`];
  if (file.otherSheets.length > 0)
    parts.push(`${counted(file.otherSheets.length, 'other sheet is', 'other sheets are')} left out`);
  return `${parts.join('; ')}; ${counted(rows, 'row', 'rows')}.`;
}

/** What importing would do, in words. */
export function planLines({ counts }: Pick<DryRun, 'counts'>): readonly string[] {
  return [
    counts.new > 0 ? counted(counts.new, 'new place', 'new places') : null,
    counts.changed > 0 ? `${counted(counts.changed, 'place', 'places')} brought up to date` : null,
    counts.same > 0 ? `${whole(counts.same)} as they are already` : null,
    counts.ask > 0
      ? `${counted(counts.ask, 'row', 'rows')} that may be a place that is there: say which`
      : null,
    counts.leftOut > 0 ? `${counted(counts.leftOut, 'row', 'rows')} left out until put right` : null,
  ].filter((line) => line !== null);
}

/** What came of an import. */
export function cameLine(counts: SheetCounts): string {
  const parts = [
    counts.added > 0 ? `${whole(counts.added)} added` : null,
    counts.changed > 0 ? `${whole(counts.changed)} brought up to date` : null,
    counts.same > 0 ? `${whole(counts.same)} checked as they are` : null,
    counts.waiting > 0 ? `${whole(counts.waiting)} sent to the stewards` : null,
    counts.leftOut > 0 ? `${whole(counts.leftOut)} left out` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Nothing was changed.' : `${orList(parts, 'and')}.`;
}
