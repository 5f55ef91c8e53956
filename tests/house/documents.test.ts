import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);

const FOLDERS = /^(\.ci|core|api|web|data|scripts|tests|docs)(\/|$)/;

/** Paths that a document names: targets of links, and code spans that begin with one of our folders. */
export function pathsIn(text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.split('#')[0] ?? '');
  const spans = [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, span = '']) => span)
    .filter((span) => FOLDERS.test(span));
  return [...links, ...spans].filter((path) => path !== '' && !/^[a-z]+:/i.test(path));
}

/** `a/{b,c}.ts` names two files and `a/*.csv` a folder that must be there. */
function expand(path: string): string[] {
  const braces = path.match(/^(.*?)\{([^}]+)\}(.*)$/);
  if (braces) {
    const [, before = '', inner = '', after = ''] = braces;
    return inner.split(',').flatMap((part) => expand(`${before}${part}${after}`));
  }
  const star = path.indexOf('*');
  return [star >= 0 ? dirname(path.slice(0, star + 1)) : path];
}

describe('documents', () => {
  it('are there to be checked', () => {
    expect(documents).toContain('README.md');
    expect(documents.filter((file) => file.startsWith('docs/adr/')).length).toBeGreaterThanOrEqual(6);
  });

  it.each(documents)('%s names no path that is gone', (file) => {
    const missing = pathsIn(readFileSync(join(root, file), 'utf8'))
      .flatMap(expand)
      .filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, dirname(file), path)));
    expect(missing).toEqual([]);
  });

  it('would notice one that is gone', () => {
    expect(pathsIn('see `core/src/nowhere.ts` and [this](docs/none.md#x), not `npm start`')).toEqual([
      'docs/none.md',
      'core/src/nowhere.ts',
    ]);
  });
});
