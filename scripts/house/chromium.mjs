import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { must, say } from './step.mjs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onDebian = () =>
  existsSync('/etc/os-release') && /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * The Chromium that end-to-end tests drive: KITH_CHROMIUM, else the usual places, else installed with apt where
 * this is root on Debian, else the process stops with the one command to run. Tests in the browser never skip.
 */
export function findChromium() {
  const named = process.env.KITH_CHROMIUM;
  if (named) {
    if (runs(named)) return named;
    process.stderr.write(
      `KITH_CHROMIUM names ${named}, which is not there or cannot be run. Correct it, or unset it.\n`,
    );
    process.exit(1);
  }
  const found = USUAL.find(runs);
  if (found) return found;
  if (onDebian() && process.getuid?.() === 0) {
    say('Chromium: not here; installing it with apt ...');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      why: 'Chromium could not be installed. Run: apt-get install chromium',
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const now = USUAL.find(runs);
    if (now) return now;
  }
  process.stderr.write(
    `The tests need a Chromium. Install one${onDebian() ? ' with: sudo apt-get install chromium' : ''}, or set KITH_CHROMIUM to where it is.\n`,
  );
  process.exit(1);
}
