/**
 * `npm run -s analyse -- ...`: from a fresh clone to an answer. Fetches the packages first where they are not there
 * yet. The output carries the answer and nothing else, so whatever is said on the way goes to the error stream.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install } from './house/install.mjs';
import { needNode } from './house/step.mjs';

const root = join(import.meta.dirname, '..');
needNode();
install({ quiet: true });

const tsx = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs');
const run = spawn(
  process.execPath,
  ['--import', `file://${tsx}`, join(root, 'scripts', 'analyse', 'index.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
run.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
