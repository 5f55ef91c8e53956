import type { PassedOver } from '../files/recognise.ts';
import type { Reason } from '../files/rejection-log.ts';
import { whole } from '../whole-number.ts';
import type { Part } from './options.ts';

/** What came of one source in this run. Rows are those of all its files. */
export interface SourceSummary {
  /** The id in data/sources.json. */
  readonly source: string;
  readonly title: string;
  /** Labels of the files it was read from. */
  readonly files: readonly string[];
  readonly rowsRead: number;
  /** Rows that are now in the database. */
  readonly rowsKept: number;
  /** Good rows that lie outside what was asked for. */
  readonly rowsElsewhere: number;
  /** Good rows of a sort that is not used, by why: `prison library`. The commonest first. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Rows that became one place with a row of another source; they are counted as kept too. */
  readonly rowsMerged: number;
  readonly rowsRejected: number;
  /** The commonest first. */
  readonly reasons: readonly Reason[];
}

export interface PartSummary {
  readonly part: Part;
  /** `unchanged`: the same files had been loaded already. `missing`: its files were not there. */
  readonly state: 'loaded' | 'unchanged' | 'missing' | 'failed';
  readonly seconds: number;
  /** What to know or do, in plain English; null where there is nothing to say. */
  readonly note: string | null;
}

export interface LicenceSummary {
  readonly licence: string;
  readonly licenceUrl: string;
  /** What must be said wherever it is shown. */
  readonly attribution: string;
  /** Ids of the sources in the database that stand under it. */
  readonly sources: readonly string[];
}

/** What a run of `npm run load` did. `--json` prints it as it is. */
export interface Summary {
  /** What was asked for, in words: `Rutland`. */
  readonly area: string;
  /** Its code, or `england`. */
  readonly scope: string;
  readonly dryRun: boolean;
  readonly parts: readonly PartSummary[];
  readonly sources: readonly SourceSummary[];
  /** Files that no source claims or that cannot be used. Never an error. */
  readonly passedOver: readonly PassedOver[];
  readonly licences: readonly LicenceSummary[];
  /** What went wrong, each with what to do. */
  readonly problems: readonly string[];
  readonly seconds: number;
  readonly peakMemoryMiB: number;
}

/** The most memory this process has held so far, in MiB. */
export function peakMemoryMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

const MOST_PASSED_OVER = 10;
const STATES: Readonly<Record<PartSummary['state'], string>> = {
  loaded: 'loaded',
  unchanged: 'unchanged since the last load',
  missing: 'not loaded: files are missing',
  failed: 'not loaded',
};

/** The summary for people. */
export function summaryText(summary: Summary): string {
  const lines = ['', `${summary.dryRun ? 'Tried out, nothing written' : 'Loaded'}: ${summary.area}`];
  for (const { part, state, seconds, note } of summary.parts) {
    const took = state === 'loaded' ? ` in ${inSeconds(seconds)}` : '';
    lines.push(`  ${part.padEnd(10)} ${STATES[state]}${took}${note === null ? '' : `. ${note}`}`);
  }
  if (summary.sources.length > 0) lines.push('', 'Rows by source');
  for (const source of summary.sources) lines.push(...sourceLines(source));
  if (summary.passedOver.length > 0) {
    lines.push('', `Passed over: ${count(summary.passedOver.length, 'file')}`);
    for (const { file, why } of summary.passedOver.slice(0, MOST_PASSED_OVER)) {
      lines.push(why.startsWith(file) ? `  ${why}` : `  ${file}: ${why}`);
    }
    const more = summary.passedOver.length - MOST_PASSED_OVER;
    if (more > 0) lines.push(`  and ${more} more`);
  }
  if (summary.licences.length > 0) lines.push('', 'Licences of what is in the database');
  for (const { licence, licenceUrl, attribution, sources } of summary.licences) {
    lines.push(`  ${licence} (${count(sources.length, 'source')}), ${licenceUrl}`, `    Say: ${attribution}`);
  }
  if (summary.problems.length > 0) lines.push('', 'What went wrong');
  for (const problem of summary.problems) lines.push(`  ${problem}`);
  lines.push(
    '',
    `Took ${inSeconds(summary.seconds)}, at most ${whole(summary.peakMemoryMiB)} MiB of memory.`,
  );
  return `${lines.join('\n')}\n`;
}

/** The summary for programs: one JSON object on one line. */
export function summaryJson(summary: Summary): string {
  return `${JSON.stringify(summary)}\n`;
}

function sourceLines(source: SourceSummary): string[] {
  const figures = [
    `${whole(source.rowsRead)} read`,
    `${whole(source.rowsKept)} kept`,
    `${whole(source.rowsElsewhere)} elsewhere`,
    `${whole(source.rowsMerged)} merged`,
    `${whole(source.rowsRejected)} rejected`,
  ];
  const files = source.files.length === 1 ? (source.files[0] ?? '') : count(source.files.length, 'file');
  return [
    `  ${source.title} (${source.source}; ${files})`,
    `    ${figures.join(', ')}`,
    ...Object.entries(source.leftOut).map(([why, rows]) => `    left out ${whole(rows)}: ${why}`),
    ...source.reasons.map(reasonLine),
  ];
}

/** The first row is told as it was said: the value at fault is what its reader looks for. */
function reasonLine({ problem, rows, first }: SourceSummary['reasons'][number]): string {
  if (first === undefined || first.row === null)
    return `    rejected ${whole(rows)}: ${first?.problem ?? problem}`;
  const where = `row ${whole(first.row)}${first.file === undefined ? '' : ` of ${first.file}`}`;
  return `    rejected ${whole(rows)}, ${rows === 1 ? '' : 'such as '}${where}: ${first.problem}`;
}

function inSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function count(rows: number, noun: string): string {
  return `${whole(rows)} ${noun}${rows === 1 ? '' : 's'}`;
}
