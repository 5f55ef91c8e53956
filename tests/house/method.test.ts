import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SECTIONS } from '../../web/src/screens/about/sections.ts';

it('docs/method.md has the sections of How it works, by the same ids, in the same order', () => {
  const method = readFileSync(join(import.meta.dirname, '../../docs/method.md'), 'utf8');
  const ids = [...method.matchAll(/^## .*<a id="([a-z-]+)"><\/a>$/gm)].map(([, id]) => id);
  expect(ids).toEqual(SECTIONS.map((section) => section.id));
});

/** Figures that hold of the starter data and of nothing else. */
const STARTERS = /1,059|6,360|\b84 m\b|372 m|August 2014|Brighton|80 metres/;

it('figures of the starter are called so, as other data may be loaded', () => {
  const root = join(import.meta.dirname, '../..');
  const about = join(root, 'web/src/screens/about');
  const files = [
    join(root, 'docs/method.md'),
    ...readdirSync(about).flatMap((name) => (name.endsWith('.svelte') ? [join(about, name)] : [])),
  ];
  const sentences = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .replace(/\s+/g, ' ')
      .split(/(?<=\.) (?=[A-Z*])|<\/?(?:li|p)\b/),
  );
  const found = sentences.filter((sentence) => STARTERS.test(sentence));
  expect(found.length).toBeGreaterThan(4);
  expect(found.filter((sentence) => !/starter/.test(sentence))).toEqual([]);
});
