import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMITTED = fileURLToPath(new URL('../../data/', import.meta.url));

/** Counts what holds and what does not, one line each, and says the sum at the end. */
export class Checks {
  #passed = 0;
  #failed = 0;

  equal(what: string, found: unknown, expected: unknown): void {
    this.#note(
      Object.is(found, expected),
      what,
      `${found}${Object.is(found, expected) ? '' : `, not ${expected}`}`,
    );
  }

  atLeast(what: string, found: number, least: number): void {
    this.#note(found >= least, what, `${found} (at least ${least})`);
  }

  atMost(what: string, found: number, most: number): void {
    this.#note(found <= most, what, `${found} (at most ${most})`);
  }

  /** Compares a file below `made` with the committed one below data/, byte for byte. */
  sameBytes(what: string, made: string, path: string): void {
    const committed = join(COMMITTED, path);
    const same = existsSync(committed) && readFileSync(committed).equals(readFileSync(join(made, path)));
    this.#note(
      same,
      what,
      same ? 'byte for byte' : 'it differs: run npm run make-starter and look at the change',
    );
  }

  /** The closing line. Ends the process with 1 when anything failed. */
  close(): void {
    console.log(`\n${this.#passed} passed, ${this.#failed} failed`);
    if (this.#failed > 0) process.exitCode = 1;
  }

  #note(holds: boolean, what: string, detail: string): void {
    if (holds) this.#passed += 1;
    else this.#failed += 1;
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}: ${detail}`);
  }
}
