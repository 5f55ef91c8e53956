import type { Meanwhile } from '@kith/core/keep/contribution';

/** One thing that is wrong with a field, and what to do. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What was sent does not fit; nothing of it was kept. */
export class FieldProblems extends Error {
  readonly problems: readonly FieldProblem[];
  constructor(problems: readonly FieldProblem[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.problems = problems;
  }
}

/** Somebody else changed the same fields meanwhile; nothing of what was sent was kept. */
export class ChangedMeanwhile extends Error {
  readonly rows: readonly Meanwhile[];
  constructor(rows: readonly Meanwhile[]) {
    super('Somebody changed this meanwhile.');
    this.rows = rows;
  }
}

/** What it is about is not there, or not any more. */
export class NotThere extends Error {}

/** The place that it is about is not there. */
export class NoPlace extends NotThere {}

/** It cannot be done as things stand: the message says why, in plain English. */
export class NotNow extends Error {}
