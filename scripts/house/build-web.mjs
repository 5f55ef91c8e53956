import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, say } from './step.mjs';

const root = join(import.meta.dirname, '..', '..');

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** A hash over all that the web build is made from. */
function made() {
  const hash = createHash('sha256');
  const files = [
    ...filesUnder(join(root, 'web', 'src')),
    ...filesUnder(join(root, 'web', 'public')),
    ...filesUnder(join(root, 'core', 'src')),
    ...[
      'web/index.html',
      'web/vite.config.ts',
      'web/service-worker-build.ts',
      'web/svelte.config.js',
      'web/package.json',
      'pnpm-lock.yaml',
    ].map((file) => join(root, file)),
  ];
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Builds the web app unless the build already there was made from the same files.
 * `mode` is `production` or `test`: the latter exposes the map to end-to-end tests and goes to its own folder.
 */
export function buildWeb(mode = 'production') {
  const folder = join(root, 'web', mode === 'test' ? 'dist-test' : 'dist');
  const stamp = join(folder, '.made-from');
  const now = made();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    say('Web app: already built');
    return folder;
  }
  say('Web app: building ...');
  must(
    process.execPath,
    [join(root, 'web', 'node_modules', 'vite', 'bin', 'vite.js'), 'build', join(root, 'web'), '--mode', mode],
    {
      why: 'The web app could not be built; what the builder said is above.',
      env: { NODE_ENV: 'production' },
    },
  );
  writeFileSync(stamp, now);
  say('Web app: built');
  return folder;
}
