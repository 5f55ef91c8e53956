import type { LoadFile, RejectedRow } from '@kith/api/store/load-store';
import { BadFileError, type FoundFile, type Rejection, type SourceFile } from '../files/found-file.ts';
import { commonest, RejectionLog } from '../files/rejection-log.ts';
import { tooManyRows } from '../files/split-rows.ts';

/**
 * What came of one file: each row is kept, elsewhere (beyond what was asked for), left out (of a sort that is not used),
 * merged as well as kept, or rejected.
 */
export class FileTally {
  readonly source: string;
  readonly file: FoundFile;
  readonly log: RejectionLog;
  /** Good rows. */
  read = 0;
  elsewhere = 0;
  merged = 0;
  /** Rows left out, by why: `prison library`. */
  readonly leftOut = new Map<string, number>();
  /** The file could not be used, or not to its end: what it does not hold proves nothing. */
  incomplete = false;

  constructor(source: string, file: FoundFile, log = new RejectionLog()) {
    this.source = source;
    this.file = file;
    this.log = log;
  }

  get leftOutRows(): number {
    return [...this.leftOut.values()].reduce((sum, rows) => sum + rows, 0);
  }

  get kept(): number {
    return this.read - this.elsewhere - this.leftOutRows;
  }

  /** Not read to its end, or nothing in it can be used. */
  get failed(): boolean {
    return this.incomplete || (this.read === 0 && this.log.count > 0);
  }

  /** Takes a row back that was read as good. */
  refuse(rejection: Rejection): void {
    this.read -= 1;
    this.log.reject(rejection);
  }

  /** Takes note of what makes the file end before its end. */
  stop(problem: string): void {
    this.incomplete = true;
    this.log.reject({ row: null, column: null, problem, endsEarly: true });
  }
}

/** Which rows of a list are held, and how many of them. */
export interface Holding<Row> {
  /** Rows that it does not want count as elsewhere, and are let go at once. */
  readonly wants?: (row: Row) => boolean;
  /** Reading stops after so many rows are held. */
  readonly mostRows?: number;
}

/** Everything that was read for one part of a load. */
export class PartTally {
  readonly files: FileTally[] = [];

  /**
   * Rows of a source from all its files. A file that cannot be used is noted as a whole and the rest goes on: what is
   * good is kept.
   */
  async *rows<Row>(source: SourceFile<Row>, files: readonly FoundFile[]): AsyncGenerator<readonly Row[]> {
    for (const file of files) {
      const tally = this.of(source.source, file);
      try {
        for await (const batch of source.read(file, tally.log.reject)) {
          tally.read += batch.length;
          yield batch;
        }
      } catch (error) {
        if (!(error instanceof BadFileError)) throw error;
        tally.stop(error.message);
      }
      if (tally.log.endsEarly) tally.incomplete = true;
    }
  }

  /** All rows at once, for sources of which there are few, or few that are wanted. An empty file says nothing. */
  async all<Row>(
    source: SourceFile<Row>,
    files: readonly FoundFile[],
    { wants = () => true, mostRows = Infinity }: Holding<Row> = {},
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for (const file of files) {
      const tally = this.of(source.source, file);
      reading: for await (const batch of this.rows(source, [file])) {
        for (const [at, row] of batch.entries()) {
          if (!wants(row)) tally.elsewhere += 1;
          else if (rows.length < mostRows) rows.push(row);
          else {
            tally.read -= batch.length - at;
            tally.stop(tooManyRows(file.label, mostRows));
            break reading;
          }
        }
      }
      if (tally.read === 0 && tally.log.count === 0) {
        tally.stop(`${file.label} has no row that can be used. Download it again.`);
      }
    }
    return rows;
  }

  of(source: string, file: FoundFile): FileTally {
    const known = this.files.find((each) => each.source === source && each.file === file);
    if (known !== undefined) return known;
    const made = new FileTally(source, file);
    this.files.push(made);
    return made;
  }

  /** Counts files that were read for several parts with this one too. */
  include(other: PartTally): void {
    for (const { source, file, log, read, elsewhere, merged, incomplete, leftOut } of other.files) {
      if (this.files.some((each) => each.source === source && each.file === file)) continue;
      const mine = new FileTally(source, file, log);
      this.files.push(Object.assign(mine, { read, elsewhere, merged, incomplete }));
      for (const [why, rows] of leftOut) mine.leftOut.set(why, rows);
    }
  }

  /** Rows of these files only help to place others: none of them is kept. */
  aside(files: readonly FoundFile[]): void {
    for (const each of this.files) if (files.includes(each.file)) each.elsewhere = each.read;
  }

  /** Adds rows of a source that lie beyond what was asked for, or were merged; shared over its files in order. */
  note(source: string, what: 'elsewhere' | 'merged', rows: number): void {
    let left = rows;
    for (const each of this.files) {
      if (each.source !== source) continue;
      const some = Math.min(left, what === 'merged' ? each.read - each.merged : each.kept);
      each[what] += some;
      left -= some;
    }
  }

  /** Adds rows that were left out, by why; shared over the files of a source in order. */
  leave(source: string, leftOut: Readonly<Record<string, number>>): void {
    for (const [why, rows] of Object.entries(leftOut)) {
      let left = rows;
      for (const each of this.files) {
        if (each.source !== source || left === 0) continue;
        const some = Math.min(left, each.kept);
        if (some > 0) each.leftOut.set(why, (each.leftOut.get(why) ?? 0) + some);
        left -= some;
      }
    }
  }

  /** Whether every file of a source was read to its end. */
  isWhole(source: string): boolean {
    return this.files.every((each) => each.source !== source || !each.failed);
  }

  /** Whether a source says of everything it has: what a rejected row stands for is there, and cannot be told. */
  saysAll(source: string): boolean {
    return this.files.every((each) => each.source !== source || (!each.failed && each.log.count === 0));
  }

  /** What is wrong with the files that could not be used, or not to their end, each with what to do. */
  damage(): string[] {
    return this.files
      .filter(({ failed }) => failed)
      .map(({ file, log }) => {
        const found = log.kept.find(({ endsEarly }) => endsEarly);
        if (found !== undefined)
          return found.row === null ? found.problem : `${file.label}: ${found.problem}`;
        const why = commonest(log.reasons(1), 1)[0]?.problem ?? '';
        return `${file.label}: none of its rows can be used (${why.replace(/\.$/, '')}). Download it again, or correct it.`;
      });
  }

  async loadFiles(part: string, scope: string, at: string): Promise<LoadFile[]> {
    return Promise.all(
      this.files.map(async ({ source, file, read, kept, log }) => ({
        part,
        scope,
        source,
        file: file.label,
        sha256: await file.sha256(),
        bytes: file.bytes,
        rowsRead: read + log.count,
        rowsKept: kept,
        // What was left out is told apart in the summary only: here every row is one of the three.
        rowsElsewhere: read - kept,
        rowsRejected: log.count,
        at,
      })),
    );
  }

  *rejectedRows(): Generator<RejectedRow> {
    for (const { source, file, log } of this.files) {
      // What ended the file first: the store keeps a thousand.
      const ends = log.kept.filter(({ endsEarly }) => endsEarly);
      for (const { row, column, problem } of [...ends, ...log.kept.filter(({ endsEarly }) => !endsEarly)]) {
        yield { source, file: file.label, row, column, problem };
      }
    }
  }
}
