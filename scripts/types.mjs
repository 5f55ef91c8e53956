/** Checks the types of every package, two at a time: each is one processor's work. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
const svelteCheck = join('node_modules', 'svelte-check', 'bin', 'svelte-check');
const waiting = [
  [svelteCheck, '--tsconfig', 'web/tsconfig.json', '--fail-on-warnings'],
  ...['api', 'tests', 'scripts', 'core'].map((folder) => [tsc, '-p', folder]),
];

let failed = false;
async function work() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const code = await new Promise((done) => {
      spawn(process.execPath, next, { stdio: 'inherit' }).on('exit', done);
    });
    if (code !== 0) failed = true;
  }
}
await Promise.all([work(), work()]);
process.exitCode = failed ? 1 : 0;
