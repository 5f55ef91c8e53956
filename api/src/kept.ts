/** Answers worked out once, by key: the least lately asked for is let go. A failure is not kept. */
export class Kept<T> {
  readonly #made = new Map<string, Promise<T>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#made.get(key) ?? make();
    this.#made.delete(key);
    this.#made.set(key, known);
    known.catch(() => {
      if (this.#made.get(key) === known) this.#made.delete(key);
    });
    const oldest = this.#made.keys().next().value;
    if (this.#made.size > this.#most && oldest !== undefined) this.#made.delete(oldest);
    return known;
  }
}

/** Works something out the first time, and remembers it; a failure is not remembered. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  const kept = new Kept<T>(1);
  return () => kept.get('', make);
}
