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
export interface Sheet extends SheetLine, Understanding {
  readonly file: {
    readonly format: 'csv' | 'xlsx';
    readonly encoding: string;
    readonly between: string | null;
    readonly sheet: string | null;
    readonly otherSheets: readonly string[];
  };
  /** It is read as the last file with these headers was. */
  readonly remembered: boolean;
  readonly rows: number;
  readonly preview: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface PlannedRow {
  readonly row: number;
  readonly name: string;
  readonly kind: Kind;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly placeId: string | null;
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
    readonly leftOut: number;
    readonly notes: number;
  };
  readonly asks: readonly AskedRow[];
  readonly problems: readonly RowProblem[];
}

const at = (id: string, rest = ''): string => `/imports/${encodeURIComponent(id)}${rest}`;

export const bringSheet = (file: File): Promise<Sheet> =>
  sendTo('POST', '/imports', file, { fileName: file.name });
export const askSheets = (signal?: AbortSignal): Promise<readonly SheetLine[]> =>
  askAt<{ imports: SheetLine[] }>('/imports', {}, signal).then((answer) => answer.imports);
export const askSheet = (id: string, signal?: AbortSignal): Promise<Sheet> => askAt(at(id), {}, signal);
export const sendMapping = (id: string, mapping: SheetMapping): Promise<Sheet> =>
  sendTo('PUT', at(id, '/mapping'), mapping);
export const sendCell = (
  id: string,
  cell: { readonly row: number; readonly column: number; readonly value: string },
): Promise<Sheet> => sendTo('PATCH', at(id, '/cells'), cell);
export const askDryRun = (id: string, signal?: AbortSignal): Promise<DryRun> =>
  askAt(at(id, '/dry-run'), {}, signal);
export const runSheet = (id: string): Promise<SheetLine> => sendTo('POST', at(id, '/run'));
export const undoSheet = (id: string): Promise<SheetLine> => sendTo('POST', at(id, '/undo'));
