import { messageOf } from '../words/message-of.ts';

/** Something that a press sets going: what came of it, for those who see the page and those who hear it. */
export class Attempt {
  /** What was done, in words. */
  said = $state('');
  /** Why it was not, in words; null while nothing went wrong. */
  trouble: string | null = $state(null);
  readonly #done: () => void;

  /** @param done is called once it has gone well: to ask anew for what is listed */
  constructor(done: () => void) {
    this.#done = done;
  }

  /** @param words what is said of it then, also by what came of it. @returns whether it went well */
  async run<T>(what: () => Promise<T>, words: string | ((done: T) => string)): Promise<boolean> {
    this.trouble = null;
    this.said = '';
    let said: string;
    try {
      const done = await what();
      said = typeof words === 'string' ? words : words(done);
    } catch (error) {
      this.trouble = messageOf(error);
      return false;
    }
    this.said = said;
    this.#done();
    return true;
  }
}
