import { afterEach, beforeEach, expect, it } from 'vitest';
import { SampleFolder } from '../files/file-sample.ts';
import { workbookSample } from '../files/zip-sample.ts';
import { type Mapping, mappingSchema } from './mapping.ts';
import { unusedMappings } from './unused-mapping.ts';

const mapping: Mapping = mappingSchema.parse({
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
  name: 'Hall nme',
  kind: 'hall',
  postcode: 'Postcode',
});
let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

it('says which columns the nearest file lacks', async () => {
  const halls = await folder.file(
    'halls.csv',
    'Halls of the county\nHall,Hall name,Postcode\nA,A Hall,LE15 6AA\n',
  );
  const other = await folder.file('other.csv', 'Postcode,Count\nLE15 6AA,2\n');
  const [said, ...more] = unusedMappings([mapping], [other, halls], new Set());
  expect(more).toEqual([]);
  expect(said).toMatch(/^No file fits the mapping of "Halls" \(halls-2026\), so nothing of it was loaded\./);
  expect(said).toContain('halls.csv comes nearest, but it has no column "Hall nme".');
});

it('passes over files that are something else', async () => {
  const halls = await folder.file('halls.csv', 'Hall,Hall name,Postcode\nA,A Hall,LE15 6AA\n');
  expect(unusedMappings([mapping], [halls], new Set([halls]))[0]).toContain(
    'No file has any of its columns.',
  );
});

it('names the sheets of a workbook where the one asked for is not there', async () => {
  const book = await folder.file('halls.xlsx', workbookSample({ Halls: [['Hall', 'Hall nme', 'Postcode']] }));
  expect(unusedMappings([{ ...mapping, sheet: 'Hall' }], [book], new Set())[0]).toContain(
    'halls.xlsx has no sheet "Hall": it has "Halls".',
  );
  expect(unusedMappings([mapping], [book], new Set())[0]).toContain('name the "sheet"');
});

it('says nothing where a file fits', async () => {
  const halls = await folder.file('halls.csv', 'Hall,Hall nme,Postcode\nA,A Hall,LE15 6AA\n');
  expect(unusedMappings([mapping], [halls], new Set([halls]))).toEqual([]);
});
