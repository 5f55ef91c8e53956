import type { Reject, Rejection } from './found-file.ts';

export interface Reason {
  readonly problem: string;
  readonly rows: number;
  /** The first row of it, as it was said: with the value at fault. */
  readonly first?: Example;
}

export interface Example {
  /** Null where it is about the whole file. */
  readonly row: number | null;
  readonly problem: string;
  /** Where there are several files. */
  readonly file?: string;
}

/** So many rejections of a file are kept to be shown, and as many that have no row; all are counted. */
const MOST_KEPT = 1000;
/** So many reasons are told apart, so that memory stays flat when every row is at fault in its own way. */
const MOST_REASONS = 1000;

/** Gathers what a reader rejects of one file. */
export class RejectionLog {
  readonly #kept: Rejection[] = [];
  #rows = 0;
  #rowless = 0;
  readonly #reasons = new Map<string, { rows: number; first: Example }>();
  #count = 0;
  #endsEarly = false;

  readonly reject: Reject = (rejection) => {
    this.#count++;
    if (rejection.endsEarly) this.#endsEarly = true;
    const alike = rejection.row === null ? ++this.#rowless : ++this.#rows;
    // What ends a file is always kept: it comes last, after any number of rows.
    if (rejection.endsEarly || alike <= MOST_KEPT) this.#kept.push(rejection);
    const key = reasonOf(rejection);
    const known = this.#reasons.get(key);
    if (known !== undefined) known.rows += 1;
    else if (this.#reasons.size < MOST_REASONS) {
      this.#reasons.set(key, { rows: 1, first: { row: rejection.row, problem: inColumn(rejection) } });
    }
  };

  get count(): number {
    return this.#count;
  }

  /** The first thousand rows, the first thousand things that have no row, and always what ends the file early. */
  get kept(): readonly Rejection[] {
    return this.#kept;
  }

  /** True when the file stopped before its end: then nothing that was not met in it may be marked as gone. */
  get endsEarly(): boolean {
    return this.#endsEarly;
  }

  /** The commonest first; of equal ones in the order of the alphabet. */
  reasons(most = 3): Reason[] {
    return commonest(
      [...this.#reasons].map(([problem, { rows, first }]) => ({ problem, rows, first })),
      most,
    );
  }
}

/** Adds up reasons of several files and gives the commonest. */
export function commonest(reasons: readonly Reason[], most = 3): Reason[] {
  const sums = new Map<string, Reason>();
  for (const each of reasons) {
    const known = sums.get(each.problem);
    sums.set(each.problem, known === undefined ? each : { ...known, rows: known.rows + each.rows });
  }
  return [...sums.values()]
    .sort((a, b) => b.rows - a.rows || (a.problem < b.problem ? -1 : 1))
    .slice(0, most);
}

/** Problems that differ in the value at fault only are one reason. */
function reasonOf({ column, problem }: Rejection): string {
  const plain = problem.replace(/"[^"]*"/g, '"…"').replace(/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g, '…');
  return inColumn({ column, problem: plain });
}

function inColumn({ column, problem }: Pick<Rejection, 'column' | 'problem'>): string {
  return column === null ? problem : `${column}: ${problem}`;
}
