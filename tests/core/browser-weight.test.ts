import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const core = join(import.meta.dirname, '..', '..', 'core', 'src');
/** Files that hold the shapes that are checked where data comes in; the engine itself takes only their types. */
const SCHEMAS = ['reach/baseline.ts', 'reach/reach-columns.ts', 'scenario/cut.ts', 'scenario/report.ts'];

/** Imports that survive to run time: `import type` and lists of nothing but types are erased. */
function runtimeImports(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+([^;]*?)\s*from\s+'([^']+)'/gms)].flatMap(
    ([, what, from]) => {
      const names = what?.match(/^\{(.*)\}$/s)?.[1]?.split(',') ?? [];
      const isTypes =
        what?.startsWith('type ') || (names.length > 0 && names.every((name) => /^\s*(type\s|$)/.test(name)));
      return isTypes || from === undefined ? [] : [from];
    },
  );
}

/** Every package that a file pulls in, however far away. */
function packagesOf(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  return runtimeImports(path).flatMap((from) =>
    from.startsWith('.') ? packagesOf(join(dirname(path), from), seen) : [from],
  );
}

const engine = ['reach', 'risk', 'scenario'].flatMap((folder) =>
  readdirSync(join(core, folder))
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`)
    .filter((file) => !SCHEMAS.includes(file)),
);

describe('what the engine weighs in a browser', () => {
  it('reads imports rightly: the schemas do pull in zod', () => {
    for (const file of SCHEMAS) {
      expect(existsSync(join(core, file))).toBe(true);
      expect(packagesOf(join(core, file))).toContain('zod');
    }
  });

  it.each(engine)('%s brings no validator with it', (file) => {
    const packages = new Set(packagesOf(join(core, file)));
    expect([...packages].filter((name) => !name.startsWith('@noble/hashes/'))).toEqual([]);
  });
});
