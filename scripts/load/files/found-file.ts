/**
 * What the loaders know of a file. Files are found by what they hold, not by what they are called: `recognise` of a
 * source looks at the head and says whether the file is its own.
 */

export type FileFormat = 'csv' | 'tsv' | 'geojson' | 'json' | 'xlsx' | 'pbf' | 'html' | 'unknown';

/** The beginning of a file, unpacked (gz, zip) and decoded. */
export interface Head {
  readonly format: FileFormat;
  /** Cells of the first row, trimmed, without a byte-order mark; empty where the format has no rows. */
  readonly columns: readonly string[];
  /** Cells of the second row: tells a headerless file by its first data. */
  readonly second: readonly string[];
  /** The first 64 KiB as text; empty for binary formats. */
  readonly text: string;
  /** Names of the sheets of a workbook. */
  readonly sheets: readonly string[];
}

export interface FoundFile {
  /** Where it lies; the member of a zip follows after `!`. */
  readonly path: string;
  /** For messages: relative to the folder that was given. */
  readonly label: string;
  /** Bytes on disk. */
  readonly bytes: number;
  /** SHA-256 of the bytes on disk, 64 hex digits. Worked out when first asked for. */
  sha256(): Promise<string>;
  readonly head: Head;
  /** Set where the file cannot be used at all, as a message to show; such a file is passed over. */
  readonly trouble?: string;
  /** The unpacked bytes. Fails with a BadFileError when the pack is cut short or swells beyond what is allowed. */
  open(): AsyncIterable<Uint8Array>;
  /** The whole unpacked file, for formats that cannot be streamed. */
  bytesOf(): Promise<Uint8Array>;
  /** The whole unpacked file as text (UTF-8, UTF-16 or Windows-1252, told apart), without a byte-order mark. */
  text(): Promise<string>;
}

/** A row that cannot be used. Never holds what the row says, beyond the value at fault. */
export interface Rejection {
  /** The header is row 1, as in a spreadsheet. Null where the whole file is at fault. */
  readonly row: number | null;
  readonly column: string | null;
  /** What is wrong and what to do, in plain English. */
  readonly problem: string;
  /** The file stops before its end: rows after it may be missing, so nothing may be marked as gone. */
  readonly endsEarly?: boolean;
}
export type Reject = (rejection: Rejection) => void;

/** One publisher's file: how it is known, and how its rows are read. */
export interface SourceFile<Row> {
  /** The id in data/sources.json. */
  readonly source: string;
  /** In words, for messages: "the list of libraries of Arts Council England". */
  readonly what: string;
  recognise(head: Head): boolean;
  /** True where the publisher hands it out in several files, all of which are read. */
  readonly many?: boolean;
  /** True where new editions look like the old ones and do not say of when they are. */
  readonly rolling?: boolean;
  /** Sorts editions by what the file says of itself (`2024-05`): the greatest is the newest. Null where it is silent. */
  edition?(head: Head): string | null;
  /**
   * Rows in the order of the file, in batches. A row at fault is rejected and the rest goes on.
   * @throws BadFileError when the file as a whole cannot be used
   */
  read(file: FoundFile, reject: Reject): AsyncIterable<readonly Row[]>;
}

/** A file that cannot be used. Its message says which file, what is wrong and what to do. */
export class BadFileError extends Error {
  override readonly name: string = 'BadFileError';
}

/** The file stops before its end: what was read before is good. */
export class CutShortError extends BadFileError {
  override readonly name = 'CutShortError';
}
