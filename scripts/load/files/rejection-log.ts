import type { Reject, Rejection } from './found-file.ts';

export interface Reason {
  readonly problem: string;
  readonly rows: number;
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
  readonly #reasons = new Map<string, number>();
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
    if (known !== undefined || this.#reasons.size < MOST_REASONS) this.#reasons.set(key, (known ?? 0) + 1);
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
      [...this.#reasons].map(([problem, rows]) => ({ problem, rows })),
      most,
    );
  }
}

/** Adds up reasons of several files and gives the commonest. */
export function commonest(reasons: readonly Reason[], most = 3): Reason[] {
  const sums = new Map<string, number>();
  for (const { problem, rows } of reasons) sums.set(problem, (sums.get(problem) ?? 0) + rows);
  return [...sums]
    .map(([problem, rows]) => ({ problem, rows }))
    .sort((a, b) => b.rows - a.rows || (a.problem < b.problem ? -1 : 1))
    .slice(0, most);
}

/** Problems that differ in the value at fault only are one reason. */
function reasonOf({ column, problem }: Rejection): string {
  const plain = problem.replace(/"[^"]*"/g, '"…"');
  return column === null ? plain : `${column}: ${plain}`;
}
