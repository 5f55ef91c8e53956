import { expect, it } from 'vitest';
import { readMapping } from './mapping.ts';

const GOOD = {
  kithMapping: 1,
  source: {
    id: 'halls-2026',
    title: 'Halls',
    publisher: 'A council',
    url: null,
    licence: 'OGL',
    licenceUrl: 'https://example.org/ogl',
    attribution: 'A council',
    vintage: '2026',
  },
  key: 'Hall',
  name: 'Hall',
  kind: 'hall',
  postcode: 'Postcode',
};
const { licence: _, ...noLicence } = GOOD.source;

it.each([
  [{ key: undefined }, 'key: must be the name of a column, or several of them in square brackets'],
  [{ key: 7 }, 'key: must be the name of a column, or several of them'],
  [{ name: undefined }, 'name: must be the name of a column, in quotation marks'],
  [{ address: {} }, 'address: must be the name of a column, or several of them'],
  [{ source: undefined }, 'source: is missing: it must be entries in curly brackets'],
  [{ source: noLicence }, 'source.licence: is missing: it must be words in quotation marks'],
  [{ source: { ...GOOD.source, id: 'Halls 2026' } }, 'source.id: must be small letters, numbers and hyphens'],
  [{ source: { ...GOOD.source, licenceUrl: 'ogl' } }, 'source.licenceUrl: must be a web address'],
  [{ source: { ...GOOD.source, title: '' } }, 'source.title: must not be empty'],
  [{ nmae: 'x' }, '"nmae" is not known here. Check the spelling'],
  [{ status: 'open' }, 'status: must be entries in curly brackets'],
  [{ status: { column: 'S', values: { y: 'opened' } } }, 'status.values.y: must be one of open, '],
  [{ asOf: { column: 'D', means: 'seen' } }, 'asOf.means: must be one of checked, published'],
])('%j: says what is expected, in plain words', (change, words) => {
  const read = () => readMapping(JSON.stringify({ ...GOOD, ...change }), 'm.json');
  expect(read).toThrow(words);
  expect(read).not.toThrow(/Invalid|expected|received/);
});
