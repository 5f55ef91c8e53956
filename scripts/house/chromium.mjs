import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { say } from './step.mjs';

/** Chromium without a window: the same engine, and a page opens in half the time. */
const WITHOUT_WINDOW = '/usr/bin/chromium-headless-shell';
const USUAL = [
  WITHOUT_WINDOW,
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
 * The Chromium that end-to-end tests drive: KITH_CHROMIUM, else one without a window, installed with apt where this is
 * root on Debian, else any in the usual places, else the process stops with the one command to run. Tests in the browser
 * never skip.
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
  if (!runs(WITHOUT_WINDOW) && onDebian() && process.getuid?.() === 0) {
    say('Chromium without a window: not here; installing it with apt ...');
    const apt = (...more) =>
      spawnSync('apt-get', more, {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update', '-qq');
    const install = (name) => apt('install', '-y', '-qq', '--no-install-recommends', name).status === 0;
    // Older Debians have it only together with its window.
    if (!install('chromium-headless-shell') && !USUAL.some(runs)) install('chromium');
  }
  const found = USUAL.find(runs);
  if (found) return found;
  process.stderr.write(
    `The tests need a Chromium. Install one${onDebian() ? ' with: sudo apt-get install chromium' : ''}, or set KITH_CHROMIUM to where it is.\n`,
  );
  process.exit(1);
}
