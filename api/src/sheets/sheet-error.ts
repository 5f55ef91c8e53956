/** A file that cannot be taken, with what to do. */
export class SheetError extends Error {
  readonly code: 'empty' | 'too-large' | 'not-a-sheet' | 'locked' | 'old-excel' | 'damaged' | 'too-many-rows';

  constructor(code: SheetError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Larger files are lists of another size: they are loaded, not brought by hand. */
export const MOST_BYTES = 5 * 1024 * 1024;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
/** Letters of one cell that are kept: notes are cut, with nothing said, far beyond what any field takes. */
export const MOST_LETTERS = 5_000;
