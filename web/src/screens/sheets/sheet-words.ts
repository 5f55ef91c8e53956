import type { DryRun, RowOutcome, Sheet, SheetCounts } from '../../data/sheet-questions.ts';
import { counted, orList, whole } from '../../words/area-words.ts';

/** How the file came: "A CSV file in Windows-1252, with semicolons between cells; 120 rows". */
export function fileLine({ file, rows }: Pick<Sheet, 'file' | 'rows'>): string {
  const parts =
    file.format === 'xlsx'
      ? [`An Excel file${file.sheet ? `, its sheet “${file.sheet}”` : ''}`]
      : [`A CSV file in ${file.encoding}${file.between ? `, with ${file.between} between cells` : ''}`];
  const others = file.sheets.length - 1;
  if (others > 0) parts.push(`${counted(others, 'other sheet is', 'other sheets are')} left out`);
  return `${parts.join('; ')}; ${counted(rows, 'row', 'rows')}.`;
}

/** One of the things that may come of rows, in words; `outcome` where they can be looked through. */
export interface PlanLine {
  readonly outcome: RowOutcome | null;
  readonly line: string;
}

/** What importing would do, in words. What would happen to no row is not said. */
export function planLines({ counts }: Pick<DryRun, 'counts'>): readonly PlanLine[] {
  const { duplicate, noPlaces, sentBefore, conflicts } = counts;
  const broken = counts.leftOut - duplicate - noPlaces - sentBefore;
  const all: readonly (readonly [number, RowOutcome | null, string])[] = [
    [counts.new, 'new', counted(counts.new, 'new place', 'new places')],
    [counts.changed, 'changed', `${counted(counts.changed, 'place', 'places')} brought up to date`],
    [counts.same, 'same', `${whole(counts.same)} as they are already`],
    [counts.ask, null, `${counted(counts.ask, 'row', 'rows')} that may be a place that is there: say which`],
    [duplicate, 'duplicate', `${counted(duplicate, 'row', 'rows')} in the file twice, and left out`],
    [
      noPlaces,
      null,
      `${counted(noPlaces, 'row is no place', 'rows are not places')}: headings, totals, notes`,
    ],
    [
      sentBefore,
      null,
      `${counted(sentBefore, 'row was', 'rows were')} sent before, and ${sentBefore === 1 ? 'waits' : 'wait'} for a steward`,
    ],
    [broken, null, `${counted(broken, 'row', 'rows')} left out until put right`],
    [
      counts.waiting,
      null,
      `${counted(counts.waiting, 'row goes', 'rows go')} to a steward first${conflicts > 0 ? `, ${whole(conflicts)} of them since somebody has said otherwise` : ''}`,
    ],
  ];
  return all.flatMap(([count, outcome, line]) => (count > 0 ? [{ outcome, line }] : []));
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
