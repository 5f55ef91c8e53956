import type { KeptField } from '@kith/core/keep/fields';
import type { Kind } from '@kith/core/place/kinds';
import type { RowProblem, SheetMapping, Understanding } from '@kith/core/sheet/understanding';
import { askAt, sendTo } from './plain-questions.ts';

/** What is asked and said about spreadsheets that somebody brings. */

export interface SheetCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Sent to the stewards. */
  readonly waiting: number;
  readonly leftOut: number;
  /** Once taken back: what waited still and was withdrawn. */
  readonly withdrawn?: number;
}
export interface SheetLine {
  readonly id: string;
  readonly fileName: string;
  /** ISO time. */
  readonly at: string;
  readonly state: 'open' | 'imported' | 'undone';
  readonly counts: SheetCounts | null;
  readonly readable: boolean;
}
export interface ListedSheet extends SheetLine {
  /** Who brought it, in words. */
  readonly by: string;
  /** Whoever looks did, for no organisation. */
  readonly own: boolean;
}
/** A row that did not go in, and why; `header` is empty where it is about the whole row. */
export interface LeftOutRow {
  readonly row: number;
  readonly header: string;
  readonly problem: string;
}
export interface TooMany {
  /** False: it may come to that. */
  readonly sure: boolean;
  readonly words: string;
}
export interface Sheet extends SheetLine, Understanding {
  readonly file: {
    readonly format: 'csv' | 'xlsx';
    readonly encoding: string;
    readonly between: string | null;
    /** Of a workbook: the sheet that is read, why that one where there are several, and all that hold anything. */
    readonly sheet: string | null;
    readonly why: string | null;
    readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  };
  /** It is read as the last file with these headers was. */
  readonly remembered: boolean;
  readonly rows: number;
  /** More than may go to the stewards from one file. */
  readonly tooMany: TooMany | null;
  /** The column taken for the names though nothing in the file says so: it is imported once somebody says that it is. */
  readonly unsureName: number | null;
  readonly preview: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Once imported, for 30 days. */
  readonly leftOut: readonly LeftOutRow[];
}

export interface PlannedRow {
  readonly row: number;
  readonly name: string;
  readonly kind: Kind;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly placeId: string | null;
  /** In the words of the file, and as the clock reads them. */
  readonly when: string | null;
  readonly openingHours: string | null;
  /** Whether a steward looks first. */
  readonly waits: 'no' | 'in part' | 'yes';
  readonly changes: readonly {
    readonly field: KeptField;
    readonly label: string;
    readonly was: unknown;
    readonly value: unknown;
    /** Who has said otherwise since, in words, and the ISO day of it. */
    readonly later?: { readonly by: string; readonly on: string };
  }[];
}
export interface AskedRow extends PlannedRow {
  readonly candidates: readonly {
    readonly placeId: string;
    readonly name: string;
    readonly kind: Kind;
    readonly address: string | null;
    readonly likeness: number;
    readonly reasons: readonly string[];
  }[];
}
export interface DryRun {
  readonly counts: {
    readonly rows: number;
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly ask: number;
    /** In the file twice; among `leftOut` too. */
    readonly duplicate: number;
    /** Headings, notes and totals; among `leftOut` too. */
    readonly noPlaces: number;
    readonly sentBefore: number;
    readonly leftOut: number;
    readonly notes: number;
    /** Of the new and changed: a steward looks first. */
    readonly waiting: number;
    /** Of those: somebody has said otherwise since. */
    readonly conflicts: number;
  };
  /** The first few of each. */
  readonly first: Readonly<Record<'new' | 'changed' | 'same', readonly PlannedRow[]>>;
  readonly tooMany: TooMany | null;
  readonly asks: readonly AskedRow[];
  readonly problems: readonly RowProblem[];
  /** Problems beyond those listed. */
  readonly unlisted: number;
}

/** What comes of rows that a person may look through. */
export type RowOutcome = 'new' | 'changed' | 'same' | 'duplicate';
/** A page of them. `next` is where the next begins; null at the end. */
export interface DryRows {
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly RowProblem[];
  readonly next: number | null;
}

const at = (id: string, rest = ''): string => `/imports/${encodeURIComponent(id)}${rest}`;

/** @param organisation for which it is brought; null: as Kith takes it unasked */
export const bringSheet = (file: File, organisation: string | null): Promise<Sheet> =>
  sendTo('POST', '/imports', file, {
    fileName: file.name,
    ...(organisation === null ? {} : { organisation }),
  });
export const askSheets = (signal?: AbortSignal): Promise<readonly ListedSheet[]> =>
  askAt<{ imports: ListedSheet[] }>('/imports', {}, signal).then((answer) => answer.imports);
export const askSheet = (id: string, signal?: AbortSignal): Promise<Sheet> => askAt(at(id), {}, signal);
export const sendMapping = (id: string, mapping: SheetMapping): Promise<Sheet> =>
  sendTo('PUT', at(id, '/mapping'), mapping);
export const sendCell = (
  id: string,
  cell: { readonly row: number; readonly column: number; readonly value: string },
): Promise<Sheet> => sendTo('PATCH', at(id, '/cells'), cell);
export const askDryRun = (id: string, signal?: AbortSignal): Promise<DryRun> =>
  askAt(at(id, '/dry-run'), {}, signal);
export const askDryRows = (id: string, outcome: RowOutcome, from: number): Promise<DryRows> =>
  askAt(at(id, '/dry-run/rows'), { outcome, from, limit: 100 });
export const sendSheetChoice = (id: string, sheet: string): Promise<Sheet> =>
  sendTo('PUT', at(id, '/sheet'), { sheet });
export const runSheet = (id: string): Promise<SheetLine> => sendTo('POST', at(id, '/run'));
export const undoSheet = (id: string): Promise<SheetLine> => sendTo('POST', at(id, '/undo'));
