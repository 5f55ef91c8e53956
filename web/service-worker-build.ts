import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { shellFiles } from './src/service-worker/shell-files.ts';

/**
 * Builds the service worker into `sw.js`, with the list of the app's files in it. It is a file of its own that imports
 * nothing when it runs, as every browser takes it.
 */
export function serviceWorker(entry: string): Plugin {
  return {
    name: 'kith-service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: entry, fileName: 'sw.js' });
    },
    generateBundle(_, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('sw.js was not built.');
      if (worker.imports.length > 0) throw new Error(`sw.js imports ${worker.imports.join(', ')}.`);
      const names = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .sort();
      const hash = createHash('sha256').update(names.join(' ')).digest('hex').slice(0, 12);
      const shell = shellFiles(bundle).map((name) => `/${name}`);
      worker.code = worker.code
        .replaceAll('__KITH_SHELL_NAME__', JSON.stringify(hash))
        .replaceAll('__KITH_SHELL__', JSON.stringify([...shell, '/icon.svg']));
    },
  };
}
