import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);
/** The builder that tsx, which runs Kith, is made with. */
const esbuild = createRequire(require.resolve('tsx', { paths: [root] }))('esbuild') as Builder;

interface Loaded {
  readonly path: string;
  readonly importer: string;
}
interface Build {
  onResolve(
    of: { readonly filter: RegExp },
    act: (found: Loaded) => { readonly external: true } | undefined,
  ): void;
  onLoad(
    of: { readonly filter: RegExp },
    act: (found: Loaded) => { readonly contents: string; readonly loader: 'ts' },
  ): void;
}
interface Builder {
  build(options: object): Promise<unknown>;
}

/**
 * Kith's server in one file, which starts in a third of the time: for tests that start it over and over. Every line of it
 * is that of `api/src`, and each file still knows where it lies.
 * @returns the file, and what removes it
 */
export async function quickServer(): Promise<{ readonly entry: string; remove(): void }> {
  // Below the packages of the API, so that it finds them.
  const folder = join(root, 'api', 'node_modules', '.cache', 'kith');
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, `server-${process.pid}.mjs`);
  const asItLies = {
    name: 'as-it-lies',
    setup(build: Build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) =>
        importer === '' || /^@(kith|noble)\//.test(path) ? undefined : { external: true },
      );
      build.onLoad({ filter: /\/api\/src\/.*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replaceAll(
          'import.meta.url',
          JSON.stringify(pathToFileURL(path).href),
        ),
        loader: 'ts',
      }));
    },
  };
  await esbuild.build({
    entryPoints: [join(root, 'api', 'src', 'index.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'esm',
    plugins: [asItLies],
  });
  return { entry, remove: () => rmSync(entry, { force: true }) };
}
