import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SECTIONS } from '../../web/src/screens/about/sections.ts';

it('docs/method.md has the sections of How it works, by the same ids, in the same order', () => {
  const method = readFileSync(join(import.meta.dirname, '../../docs/method.md'), 'utf8');
  const ids = [...method.matchAll(/^## .*<a id="([a-z-]+)"><\/a>$/gm)].map(([, id]) => id);
  expect(ids).toEqual(SECTIONS.map((section) => section.id));
});
