import { z } from 'zod';
import { KIND_IDS, type Kind } from '../place/kinds.ts';
import {
  COORDINATE_SYSTEM_IDS,
  type CoordinateSystem,
  type DateOrder,
  MEANING_IDS,
  type Meaning,
  type Sure,
} from './meanings.ts';

/** Cells as text, rows of columns, as the file has them. Empty is ''. */
export type Cells = readonly (readonly string[])[];

/** How a file is to be read: what a person may change, and what is remembered for the next file. */
export const sheetMappingSchema = z.object({
  /** First row of the header and how many rows it takes, counted from 1; 0 rows: there is no header. */
  headerRow: z.int().min(1).max(60),
  headerRows: z.int().min(0).max(3),
  /** What each column holds, from the first. */
  columns: z.array(z.enum(MEANING_IDS)).max(200),
  /** The column, from 1, that somebody said does hold the names: wanted where nothing in the file says so. */
  nameColumn: z.int().min(1).max(200).optional(),
  coordinates: z.enum(COORDINATE_SYSTEM_IDS),
  dates: z.enum(['day-first', 'month-first']),
  /** What rows are that do not say so themselves; null: those are left out and said. */
  kind: z.enum(KIND_IDS).nullable(),
  /** Answers about single rows, by row number: two venues in one cell made two rows, or left as one. */
  split: z.record(z.string(), z.enum(['split', 'keep'])),
  /** Answers about likely duplicates, by row: the id of the place that it is, or `new`. */
  same: z.record(z.string(), z.string().max(60)),
});
export type SheetMapping = z.infer<typeof sheetMappingSchema>;

/** A guess, how sure it is and why, in words. */
export interface Guess {
  readonly sure: Sure;
  readonly why: string;
}

export interface ColumnGuess extends Guess {
  /** From 1, and as a spreadsheet calls it: `C`. */
  readonly column: number;
  readonly letter: string;
  readonly header: string;
  readonly meaning: Meaning;
  /** The first few cells that say something. */
  readonly examples: readonly string[];
}

export interface Understanding {
  readonly mapping: SheetMapping;
  readonly header: Guess;
  readonly columns: readonly ColumnGuess[];
  readonly coordinates: Guess & { readonly system: CoordinateSystem };
  readonly dates: Guess & { readonly order: DateOrder };
  readonly kind: Guess & { readonly kind: Kind | null };
}

/** A cell to look at: its column from 1, the words of its header, and what it says. */
export interface RowCell {
  readonly column: number;
  readonly header: string;
  readonly value: string;
}

/** Something about a row that a person should know. `out`: the row is left out until it is mended; `note`: it goes in. */
export interface RowProblem {
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  /** From 1; null where it is about the whole row. */
  readonly column: number | null;
  /** The words of its header. */
  readonly header: string;
  readonly value: string;
  /** More cells of the row, where not one alone may be wrong: the northing of an easting, the postcode beside both. */
  readonly also?: readonly RowCell[];
  readonly problem: string;
  readonly todo: string;
  readonly weight: 'out' | 'note';
  /** What pressing a button does about it: two venues made two rows. */
  readonly offer?: 'split';
  /** The file says it twice: the first of them goes in. */
  readonly twice?: true;
  /** It is most likely a heading, a note or a total, and no place. */
  readonly noPlace?: true;
  /** The same waits for a steward already. */
  readonly sentBefore?: true;
}

/** A row as it was understood, before it is set among places. */
export interface SheetRow {
  /** As the spreadsheet counts; of one that was split, both have the same. */
  readonly row: number;
  /** 0, or 1 for the second of a row that was split. */
  readonly part: number;
  readonly name: string;
  readonly kind: Kind;
  readonly address: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  /** As the file gives it: the shell turns the one into the other. */
  readonly at:
    | { readonly lon: number; readonly lat: number }
    | { readonly easting: number; readonly northing: number }
    | null;
  readonly status: 'open' | 'closed' | 'temporarily-closed';
  readonly yearClosed: number | null;
  readonly when: string | null;
  readonly openingHours: string | null;
  readonly forWhom: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly operator: string | null;
  readonly wheelchair: 'yes' | 'limited' | 'no' | null;
  readonly access: string | null;
  readonly notes: string | null;
  readonly uprn: string | null;
  readonly sourceId: string | null;
  /** ISO day. */
  readonly checkedOn: string | null;
}

/** The column as spreadsheets name it: 1 is A, 27 AA. */
export function columnLetter(column: number): string {
  let left = column;
  let name = '';
  while (left > 0) {
    const at = (left - 1) % 26;
    name = String.fromCharCode(65 + at) + name;
    left = (left - 1 - at) / 26;
  }
  return name;
}
