import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Cell, csvText } from '@kith/core/scenario/csv';
import { pathFrom } from './files/read-rows.ts';
import { InputError } from './problems.ts';

/** An answer in both shapes. Field names and their order are part of what scripts rely on. */
export interface Answer {
  readonly json: Readonly<Record<string, unknown>>;
  /** A header row, then one row each. */
  readonly csv: readonly (readonly Cell[])[];
  /** What the user should know beside it; goes to the error stream. */
  readonly notes: readonly string[];
}

export function answerText(answer: Answer, json: boolean): string {
  return json ? `${JSON.stringify(answer.json)}\n` : csvText(answer.csv);
}

/** Figures, however small the number: sums of what is printed then meet printed totals to a billionth of them. */
const FIGURES = 12;

/** A number without the dust of binary fractions: 0.1 + 0.2 is said as 0.3. Whole numbers stay as they are. */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(FIGURES));
}

/** A cost, or null where there is none to be had. */
export function costOrNone(cost: number): number | null {
  return Number.isFinite(cost) ? cost : null;
}

/** Writes the answer to a file, or to the output. A reader that stops listening early (`head`) is no problem. */
export async function writeAnswer(text: string, out: string | null): Promise<void> {
  if (out === null) {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
    if (!process.stdout.write(text))
      await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'error')]);
    return;
  }
  const file = createWriteStream(pathFrom(out));
  try {
    file.end(text);
    await once(file, 'finish');
  } catch (error) {
    throw new InputError(
      `The answer could not be written to ${out}: ${(error as Error).message}. Check that its folder is there and may be written to.`,
    );
  }
  process.stderr.write(`Written to ${out}\n`);
}
