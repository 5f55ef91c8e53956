/**
 * Runs every test and closes on one line of counts. A run in which no test ran, or any was skipped, has failed:
 * green must mean that everything was looked at.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from './house/build-web.mjs';
import { findChromium } from './house/chromium.mjs';
import { say } from './house/step.mjs';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const web = buildWeb('test');
const folder = mkdtempSync(join(tmpdir(), 'kith-tests-'));
const report = join(folder, 'report.json');
const run = spawnSync(
  process.execPath,
  [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  { stdio: 'inherit', env: { ...process.env, KITH_CHROMIUM: findChromium(), KITH_WEB_DIST: web } },
);
let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  say('The test runner left no report: it stopped before the end.');
}
rmSync(folder, { recursive: true, force: true });
const skipped = counts.numPendingTests + counts.numTodoTests;
const failed = counts.numFailedTests + (run.status !== 0 && counts.numFailedTests === 0 ? 1 : 0);
say(`${counts.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || skipped > 0 || counts.numPassedTests === 0 ? 1 : 0);
