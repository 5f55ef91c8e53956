import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, say } from './step.mjs';

const root = join(import.meta.dirname, '..', '..');
const stamp = join(root, 'node_modules', '.kith-installed');

/** What the installed packages depend on: when none of these files changed, nothing is fetched again. */
function wanted() {
  const hash = createHash('sha256');
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'];
  for (const folder of ['core', 'api', 'web', 'scripts', 'tests']) files.push(join(folder, 'package.json'));
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.update(process.version).digest('hex');
}

/** Whether pnpm has installed exactly what the lock file says, by whichever command. */
function isLocked() {
  const installed = join(root, 'node_modules', '.pnpm', 'lock.yaml');
  return existsSync(installed) && readFileSync(installed).equals(readFileSync(join(root, 'pnpm-lock.yaml')));
}

/** The pinned pnpm as `npx` arguments, so that nobody has to install pnpm by hand. */
export function pnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return ['-y', packageManager];
}

/**
 * Installs the locked packages with the pinned pnpm, once per change of the lock file. `quiet` keeps the output for
 * answers: what is fetched is said on the error stream, and nothing where nothing is.
 */
export function install({ quiet = false } = {}) {
  const now = wanted();
  const tell = quiet ? (line) => process.stderr.write(`${line}\n`) : say;
  if ((existsSync(stamp) && readFileSync(stamp, 'utf8') === now) || (quiet && isLocked())) {
    if (!quiet) say('Packages: already installed');
    return;
  }
  tell('Packages: fetching them (about a minute the first time) ...');
  must('npx', [...pnpm(), 'install', '--frozen-lockfile'], {
    why: 'The packages could not be installed. Kith needs to reach the npm registry once; check the connection and try again.',
  });
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, now);
  tell('Packages: installed');
}
