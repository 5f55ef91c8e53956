/**
 * `npm start`: from a fresh clone to the running map. Needs only Node and npm. Each step says one line, and is
 * skipped when nothing it depends on has changed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWeb } from './house/build-web.mjs';
import { install } from './house/install.mjs';
import { must, needNode } from './house/step.mjs';

const root = join(import.meta.dirname, '..');
process.chdir(root);
needNode();
install();
buildWeb();

const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
must(process.execPath, [tsx, join('scripts', 'load', 'starter', 'starter.ts')], {
  why: 'The starter data could not be loaded; what went wrong is above. Nothing was left half-done: run npm start again.',
  show: true,
});

const server = spawn(process.execPath, ['--import', 'tsx', join('api', 'src', 'index.ts')], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
