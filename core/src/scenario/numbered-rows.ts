/**
 * Rows given to keys (home points, areas) as they come up, in typed arrays instead of a map. Starting again costs
 * nothing: what was written under an earlier start is no longer believed.
 */
export class NumberedRows {
  readonly #row: Int32Array;
  readonly #writtenAt: Uint32Array;
  #start = 0;
  #count = 0;

  /** @param size one more than the largest key. */
  constructor(size: number) {
    this.#row = new Int32Array(size);
    this.#writtenAt = new Uint32Array(size);
  }

  start(): this {
    this.#start++;
    this.#count = 0;
    return this;
  }

  get count(): number {
    return this.#count;
  }

  /** The row of a key; -1 where it has none. */
  rowOf(key: number): number {
    return this.#writtenAt[key] === this.#start ? (this.#row[key] ?? -1) : -1;
  }

  /** The row of a key, the next one where it has none yet. */
  add(key: number): number {
    if (this.#writtenAt[key] === this.#start) return this.#row[key] ?? -1;
    this.#writtenAt[key] = this.#start;
    this.#row[key] = this.#count;
    return this.#count++;
  }
}
