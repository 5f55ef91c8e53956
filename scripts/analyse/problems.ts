import { whole } from '../load/whole-number.ts';

/** So many problems are shown; the rest is counted. */
const MOST_SHOWN = 20;

/** What is wrong with the input. All of it is collected, so that it can be mended in one go. */
export class Problems {
  readonly #shown: string[] = [];
  #count = 0;

  /** Plain English: where, what is wrong, what to do. Worked out only where it will be shown. */
  add(problem: string | (() => string)): void {
    this.#count++;
    if (this.#shown.length < MOST_SHOWN) this.#shown.push(typeof problem === 'string' ? problem : problem());
  }

  get count(): number {
    return this.#count;
  }

  /** What was read, where nothing is wrong with it. @throws InputError with all that is */
  sound<T>(read: T | null): T {
    if (this.#count > 0) throw new InputError(this.text());
    if (read === null) throw new Error('A table is missing and nothing says why.');
    return read;
  }

  text(): string {
    const more = this.#count - this.#shown.length;
    const one = this.#count === 1;
    return [
      `${whole(this.#count)} ${one ? 'thing is' : 'things are'} wrong with the input. Nothing was worked out.`,
      ...this.#shown.map((problem) => `- ${problem}`),
      ...(more > 0 ? [`... and ${whole(more)} more.`] : []),
    ].join('\n');
  }
}

/** The input cannot be used; the message says all that is wrong with it. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** A few names of many, for messages: the first ones, and how many more. */
export function someOf(names: readonly string[], count = names.length, most = 8): string {
  const shown = names.slice(0, most).join(', ');
  return count > most ? `${shown} and ${whole(count - most)} more` : shown;
}

/** "1 pair" and "2 pairs". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
}
