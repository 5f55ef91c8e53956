import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Puts modules together as the web app's own builder does, for a page of ours to load: `name.js` in the folder for
 * each entry, which is a path from the root of the repository.
 *
 * @throws Error with what the builder said.
 */
export function bundleModules(entries: Readonly<Record<string, string>>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'vite.config.mjs');
  const entry = Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(ROOT, path)]));
  const build = {
    outDir: folder,
    emptyOutDir: false,
    target: 'es2022',
    copyPublicDir: false,
    lib: { entry, formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: '[name].js' } },
  };
  writeFileSync(
    config,
    `export default ${JSON.stringify({ configFile: false, logLevel: 'warn', build })};\n`,
  );
  const vite = join(ROOT, 'web', 'node_modules', 'vite', 'bin', 'vite.js');
  const run = spawnSync(process.execPath, [vite, 'build', join(ROOT, 'web'), '--config', config], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0)
    throw new Error(`${Object.keys(entries)} could not be built:\n${run.stdout}${run.stderr}`);
}
