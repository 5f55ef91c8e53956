import { describe, expect, it } from 'vitest';
import { type Built, shellFiles } from './shell-files.ts';

const chunk = (more: Partial<Built> = {}): Built => ({
  type: 'chunk',
  imports: [],
  dynamicImports: [],
  ...more,
});
const styled = (...names: string[]) => ({ viteMetadata: { importedCss: new Set(names) } });
const BUNDLE: Readonly<Record<string, Built>> = {
  'sw.js': chunk({ isEntry: true }),
  'assets/index.js': chunk({
    isEntry: true,
    dynamicImports: ['assets/MeScreen.js', 'assets/StewardScreen.js'],
    ...styled('assets/index.css'),
  }),
  'assets/MeScreen.js': chunk({
    facadeModuleId: '/web/src/screens/me/MeScreen.svelte',
    imports: ['assets/passkeys.js', 'assets/StewardWords.js'],
    ...styled('assets/Part.css'),
  }),
  // Named after one of the files in it: it is needed none the less.
  'assets/StewardWords.js': chunk(),
  'assets/passkeys.js': chunk({ dynamicImports: ['assets/esm.js'] }),
  'assets/esm.js': chunk({ facadeModuleId: '/node_modules/@simplewebauthn/browser/esm/index.js' }),
  'assets/StewardScreen.js': chunk({
    facadeModuleId: '/web/src/screens/steward/StewardScreen.svelte',
    imports: ['assets/queue.js', 'assets/passkeys.js'],
    ...styled('assets/Part.css', 'assets/Steward.css'),
  }),
  'assets/queue.js': chunk(),
  'assets/index.css': { type: 'asset' },
  'assets/Part.css': { type: 'asset' },
  'assets/Steward.css': { type: 'asset' },
  'assets/letters.woff2': { type: 'asset' },
  'assets/engine-worker.js': { type: 'asset' },
  'assets/site-worker.js': { type: 'asset' },
  'assets/highs.wasm': { type: 'asset' },
  'index.html': { type: 'asset' },
};

describe('the files of the app that are kept on the device', () => {
  it('are all that its screens begin with, but for those that are of no use without a line and what only they need', () =>
    expect(shellFiles(BUNDLE)).toEqual([
      'assets/MeScreen.js',
      'assets/Part.css',
      'assets/StewardWords.js',
      'assets/engine-worker.js',
      'assets/index.css',
      'assets/index.js',
      'assets/letters.woff2',
      'assets/passkeys.js',
    ]));
});
