import type {
  DryRun,
  LeftOutRow,
  ListedSheet,
  RowOutcome,
  Sheet,
  SheetCounts,
} from '../../data/sheet-questions.ts';
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

/** What there is to know once an import was taken back, and what to do. */
export function takenBackLine(counts: SheetCounts | null): string {
  const withdrawn = counts?.withdrawn ?? 0;
  const again = 'Bring the file again to import it.';
  if (withdrawn === 0) return again;
  const rows =
    withdrawn === 1
      ? 'The row that waited for stewards is'
      : `The ${whole(withdrawn)} rows that waited for stewards are`;
  return `${rows} withdrawn. ${again}`;
}

/** Whose file it is: to whoever looks at theirs, to others as what they are to Kith. */
export function broughtLine({ by, own }: Pick<ListedSheet, 'by' | 'own'>): string {
  return `brought by ${own ? 'you' : by}`;
}

/** Where a row that was left out is: "Row 4, Post code". */
export function leftOutWhere({ row, header }: Pick<LeftOutRow, 'row' | 'header'>): string {
  return header === '' ? `Row ${row}` : `Row ${row}, ${header}`;
}

/** How many rows were left out of which no reason is listed. */
export function leftOutUnlisted({ leftOut, counts }: Pick<Sheet, 'leftOut' | 'counts'>): number {
  return Math.max(0, (counts?.leftOut ?? 0) - new Set(leftOut.map(({ row }) => row)).size);
}

/** How much is not listed among the problems: rows to put right, and things only to know. */
export function unlistedProblems({ problems, counts }: Pick<DryRun, 'problems' | 'counts'>): {
  readonly out: number;
  readonly notes: number;
} {
  const wrong = problems.filter(
    ({ weight, twice, noPlace, sentBefore }) => weight === 'out' && !twice && !noPlace && !sentBefore,
  );
  const broken = counts.leftOut - counts.duplicate - counts.noPlaces - counts.sentBefore;
  const notes = problems.filter(({ weight }) => weight === 'note').length;
  return {
    out: Math.max(0, broken - new Set(wrong.map(({ row }) => row)).size),
    notes: Math.max(0, counts.notes - notes),
  };
}
