import { type Answer, answerText, writeAnswer } from './answer.ts';
import { access } from './commands/access.ts';
import { cuts } from './commands/cuts.ts';
import { irreplaceable } from './commands/irreplaceable.ts';
import { UsageError } from './option-values.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { InputError } from './problems.ts';

/**
 * `npm run -s analyse`: reach, cuts and siting on plain CSV files, without a database. The answer goes to the output,
 * all else to the error stream. Ends with 0, with 1 where the input is at fault, with 2 where the command is.
 */
async function work(options: Options): Promise<Answer> {
  switch (options.command) {
    case 'cuts':
      return cuts(options);
    case 'irreplaceable':
      return irreplaceable(options);
    case 'access':
      return access(options);
    case 'site': {
      // The solver is large: it is loaded only where it is needed.
      const { site } = await import('./commands/site.ts');
      return site(options);
    }
  }
}

async function run(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === null) {
      await writeAnswer(`${USAGE}\n`, null);
      return 0;
    }
    const answer = await work(options);
    for (const note of answer.notes) process.stderr.write(`${note}\n`);
    await writeAnswer(answerText(answer, options.json), options.out);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${USAGE}\n`);
      return 2;
    }
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
