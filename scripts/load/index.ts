import { busyMessage, isBusy, LOAD_BUSY_TIMEOUT_MS } from '@kith/api/store/busy';
import { HELP, readOptions } from './run/options.ts';

/** `npm run load`: the command line, and nothing else. */
async function main(): Promise<number> {
  const asked = readOptions(process.argv.slice(2));
  if (asked.kind === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (asked.kind === 'wrong') {
    for (const problem of asked.problems) console.error(problem);
    return 2;
  }
  const [{ load }, { progressTo }, { summaryJson, summaryText }] = await Promise.all([
    import('./run/command.ts'),
    import('./run/progress.ts'),
    import('./run/summary.ts'),
  ]);
  const { options } = asked;
  const progress = progressTo(process.stderr, options.json, () => performance.now());
  const summary = await load(options, process.env, progress, () => new Date());
  process.stdout.write(options.json ? summaryJson(summary) : summaryText(summary));
  const bad = summary.parts.some(({ state }) => state === 'failed' || state === 'missing');
  return bad || summary.problems.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const known =
    error instanceof Error && ['BadFileError', 'CutShortError', 'SettingError'].includes(error.name);
  console.error(isBusy(error) ? busyMessage(LOAD_BUSY_TIMEOUT_MS) : known ? error.message : error);
  process.exitCode = 1;
}
