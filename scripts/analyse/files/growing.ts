/** Whole numbers, or numbers, of which nobody knows beforehand how many there are: 4 or 8 bytes each. */
export class Growing<T extends Int32Array | Float64Array> {
  #held: T;
  #length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#held = make(1024);
  }

  push(value: number): void {
    if (this.#length === this.#held.length) {
      const larger = this.#make(this.#held.length * 2);
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.#length++] = value;
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#held[index] ?? 0;
  }
}

export const wholeNumbers = () => new Growing((length) => new Int32Array(length));
export const numbers = () => new Growing((length) => new Float64Array(length));
