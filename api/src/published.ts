import type { DataReport, RejectedRow } from '@kith/core/source/data-report';

/** Longest text of a file that is quoted back: enough to find the cell by, too little to publish what it held. */
const MOST_QUOTED = 40;

/** A file by its name: the folders it lay in are the business of whoever loaded it. */
export function fileName(label: string): string {
  return label.slice(1 + Math.max(label.lastIndexOf('/'), label.lastIndexOf('\\')));
}

/** A row that could not be used as everyone may see it. */
export function publishedRow<T extends Pick<RejectedRow, 'file' | 'problem'>>(row: T): T {
  return { ...row, file: fileName(row.file), problem: shortened(row.problem) };
}

/** The report as everyone may see it. */
export function publishedReport(report: DataReport): DataReport {
  return {
    ...report,
    sources: report.sources.map((source) => ({
      ...source,
      files: source.files.map((each) => ({ ...each, file: fileName(each.file) })),
      rejected: {
        ...source.rejected,
        groups: source.rejected.groups.map((group) => ({
          ...group,
          problem: shortened(group.problem),
          examples: group.examples.map(publishedRow),
        })),
      },
    })),
  };
}

function shortened(problem: string): string {
  return problem.replace(/"([^"]*)"/g, (quoted, text: string) =>
    text.length > MOST_QUOTED ? `"${text.slice(0, MOST_QUOTED)}…"` : quoted,
  );
}
