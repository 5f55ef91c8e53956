import type { LoadFile, RejectedRow } from '@kith/api/store/load-store';
import { BadFileError, type FoundFile, type SourceFile } from '../files/found-file.ts';
import { RejectionLog } from '../files/rejection-log.ts';

/** What came of one file: each row is kept, elsewhere (beyond what was asked for), merged as well as kept, or rejected. */
export class FileTally {
  readonly source: string;
  readonly file: FoundFile;
  readonly log: RejectionLog;
  /** Good rows. */
  read = 0;
  elsewhere = 0;
  merged = 0;
  /** The file could not be used, or not to its end: what it does not hold proves nothing. */
  incomplete = false;

  constructor(source: string, file: FoundFile, log = new RejectionLog()) {
    this.source = source;
    this.file = file;
    this.log = log;
  }
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
        tally.incomplete = true;
        tally.log.reject({ row: null, column: null, problem: error.message });
      }
      if (tally.log.endsEarly) tally.incomplete = true;
    }
  }

  /** All rows at once, for sources of which there are few. */
  async all<Row>(source: SourceFile<Row>, files: readonly FoundFile[]): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const batch of this.rows(source, files)) for (const row of batch) rows.push(row);
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
    for (const { source, file, log, read, elsewhere, merged, incomplete } of other.files) {
      if (this.files.some((each) => each.source === source && each.file === file)) continue;
      this.files.push(
        Object.assign(new FileTally(source, file, log), { read, elsewhere, merged, incomplete }),
      );
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
      const some = Math.min(left, each.read - each[what]);
      each[what] += some;
      left -= some;
    }
  }

  /** Whether every file of a source was read to its end. */
  isWhole(source: string): boolean {
    return this.files.every((each) => each.source !== source || !each.incomplete);
  }

  /** What is wrong with the files that could not be read to their end, each with what to do. */
  damage(): string[] {
    return this.files
      .filter(({ incomplete }) => incomplete)
      .map(({ file, log }) => {
        const found = log.kept.find(({ row, endsEarly }) => row === null || endsEarly);
        return found === undefined || found.row === null
          ? (found?.problem ?? '')
          : `${file.label}: ${found.problem}`;
      })
      .filter(Boolean);
  }

  async loadFiles(part: string, scope: string, at: string): Promise<LoadFile[]> {
    return Promise.all(
      this.files.map(async ({ source, file, read, elsewhere, log }) => ({
        part,
        scope,
        source,
        file: file.label,
        sha256: await file.sha256(),
        bytes: file.bytes,
        rowsRead: read + log.count,
        rowsKept: read - elsewhere,
        rowsElsewhere: elsewhere,
        rowsRejected: log.count,
        at,
      })),
    );
  }

  *rejectedRows(): Generator<RejectedRow> {
    for (const { source, file, log } of this.files) {
      for (const { row, column, problem } of log.kept) {
        yield { source, file: file.label, row, column, problem };
      }
    }
  }
}
