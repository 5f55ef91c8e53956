import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from './files/file-sample.ts';
import { BadFileError, type Rejection } from './files/found-file.ts';
import { workbookSample } from './files/zip-sample.ts';
import { ageOf, fieldsOf, readAll, rutland } from './ground-sample.ts';
import { idSourceOf, isMapping, type Mapping, readMapping, sourceOf } from './mapped/mapping.ts';
import { mappedFile, mappedListings } from './mapped-file.ts';
import { placeId } from './place-claims.ts';

const EXAMPLE = fileURLToPath(new URL('../../data/mappings/example-halls.json', import.meta.url));
const text = readFileSync(EXAMPLE, 'utf8');
const mapping: Mapping = { ...readMapping(text, 'example-halls.json'), council: 'Rutland' };
const HEADER = [
  'HALL ',
  'Type',
  'Open?',
  'Street',
  'Village',
  'Postcode',
  'X',
  'Y',
  'UPRN',
  'Web',
  'Telephone',
  'Email',
  'Opening hours',
  'Who for',
  'Run by',
  'Last checked',
];
type Cells = Partial<Record<(typeof HEADER)[number], string>>;
const cellsOf = (cells: Cells) => HEADER.map((name) => cells[name] ?? '');
const csv = (...rows: Cells[]) =>
  [HEADER, ...rows.map(cellsOf)].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
const hall: Cells = { 'HALL ': 'Oakham Hall', Type: 'village hall', 'Open?': 'y', Postcode: 'le156aa' };

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

async function listed(table: string, by = mapping) {
  const { rows, rejected } = await readAll(mappedFile(by), await folder.file('halls.csv', table));
  const { listings, ...rest } = mappedListings(rows, by, rutland, (each) => rejected.push(each));
  return { listings: [...listings], ...rest, rejected };
}

describe('the example mapping', () => {
  it('is a mapping, with a source of its own whose ids outlive the year', async () => {
    expect(isMapping((await folder.file('m.json', text)).head)).toBe(true);
    expect(sourceOf(mapping)).toMatchObject({ id: 'example-halls-2026', sha256: null });
    expect(idSourceOf(mapping)).toBe('example-halls');
    expect(idSourceOf({ ...mapping, ids: 'halls' })).toBe('halls');
  });

  it('knows the file that has its columns, and no other', async () => {
    const { recognise } = mappedFile(mapping);
    expect(recognise((await folder.file('a.csv', csv(hall))).head)).toBe(true);
    expect(recognise((await folder.file('b.csv', 'Hall,Type\nA,B\n')).head)).toBe(false);
  });

  it('rejects a later row whose key differs in its marks only, and counts one listed twice', async () => {
    const by = { ...mapping, key: [mapping.name] };
    const { listings, leftOut, rejected } = await listed(
      csv(hall, { ...hall, 'HALL ': 'Oakham-Hall' }, { ...hall, 'HALL ': 'Oakham Hall' }),
      by,
    );
    expect(listings).toHaveLength(1);
    expect(leftOut).toEqual({ 'listed twice': 1 });
    expect(rejected).toMatchObject([
      { row: 3, problem: expect.stringMatching(/^The key "Oakham-Hall" differs from that of row 2/) },
    ]);
  });

  it('turns a row into a place, every field dated', async () => {
    const { listings } = await listed(
      csv({
        ...hall,
        Street: '4 High Street',
        Village: 'Oakham',
        UPRN: '100030000001',
        Web: 'www.oakhamhall.example.org',
        Telephone: '01572 000000',
        Email: 'bookings.hall@example.org',
        'Opening hours': 'Mo-Fr 09:00-17:00',
        'Who for': 'Everyone',
        'Run by': 'Trustees',
        'Last checked': '05/06/2026',
      }),
    );
    expect(listings[0]).toMatchObject({
      key: 'oakham-hall/le156aa',
      placeId: placeId('example-halls', 'oakham-hall/le156aa'),
    });
    expect(fieldsOf(listings[0])).toMatchObject({
      name: 'Oakham Hall',
      kind: 'hall',
      status: 'open',
      address: '4 High Street, Oakham',
      postcode: 'LE15 6AA',
      district: 'Rutland',
      patch: 'leicestershire',
      position: { easting: 485_900, northing: 308_600, precision: 'postcode' },
      uprn: '100030000001',
      website: 'https://www.oakhamhall.example.org',
      openingHours: 'Mo-Fr 09:00-17:00',
      runBy: 'community',
    });
    expect(ageOf(listings[0], 'name')).toBe('2026-06-05 checked');
  });
});

describe('where a row lies', () => {
  it('is its position before its postcode, in metres or degrees', async () => {
    const metres = await listed(csv({ ...hall, X: '486,500', Y: '305000.4' }));
    expect(fieldsOf(metres.listings[0]).position).toMatchObject({
      easting: 486_500,
      northing: 305_000,
      precision: 'exact',
    });
    const degrees: Mapping = { ...mapping, position: { longitude: 'X', latitude: 'Y' } };
    const wgs84 = await listed(csv({ ...hall, X: '-0.74', Y: '52.64' }), degrees);
    expect(fieldsOf(wgs84.listings[0]).position).toMatchObject({
      lon: -0.74,
      lat: 52.64,
      precision: 'exact',
    });
  });

  it('is nowhere on the map where there is only a UPRN, or a postcode nobody knows', async () => {
    const { listings } = await listed(
      csv({ ...hall, Postcode: '', UPRN: '100030000001' }, { ...hall, 'HALL ': 'B', Postcode: 'LE15 9XX' }),
    );
    expect(listings.map((each) => fieldsOf(each).position)).toEqual([undefined, undefined]);
    expect(fieldsOf(listings[0])).toMatchObject({
      uprn: '100030000001',
      patch: 'leicestershire',
      outside: false,
    });
    const { council: _, ...noCouncil } = mapping;
    const { rejected } = await listed(csv({ ...hall, Postcode: '', UPRN: '100030000001' }), noCouncil);
    expect(rejected[0]?.problem).toContain('A UPRN alone gives none');
  });

  it('is elsewhere where nothing is loaded', async () => {
    const { listings, elsewhere } = await listed(
      csv({ ...hall, Postcode: 'ZE1 0AA' }, { ...hall, X: '520000', Y: '180000' }),
    );
    expect([listings.length, elsewhere]).toEqual([0, 2]);
  });

  it('is refused in the wrong system or the wrong way round', async () => {
    const degrees: Mapping = { ...mapping, position: { longitude: 'X', latitude: 'Y' } };
    const problem = async (x: string, y: string, by: Mapping) =>
      (await listed(csv({ ...hall, X: x, Y: y }), by)).rejected[0]?.problem;
    expect(await problem('52.64', '-0.74', degrees)).toContain('wrong way round');
    expect(await problem('486500', '305000', degrees)).toContain('metres, not degrees');
    expect(await problem('-0.74', '52.64', mapping)).toContain('degrees, not metres');
    expect(await problem('east', '1', mapping)).toContain('not those of a place in Great Britain');
  });
});

describe('a postcode that is not there', () => {
  const { council: _, ...noCouncil } = mapping;
  const unknown = (postcode: string) => postcode === 'ZZ1 1ZZ';
  const lists = async (table: string) => {
    const { rows } = await readAll(mappedFile(noCouncil), await folder.file('halls.csv', table));
    const rejected: Rejection[] = [];
    const on = { ...rutland, isNoPostcode: unknown };
    return { ...mappedListings(rows, noCouncil, on, (each) => rejected.push(each)), rejected };
  };

  it('is rejected with its row; one that is known but lies where nothing is loaded is elsewhere', async () => {
    const { listings, elsewhere, rejected } = await lists(
      csv(
        hall,
        { ...hall, 'HALL ': 'B', Postcode: 'zz11zz' },
        { ...hall, 'HALL ': 'C', Postcode: 'LS1 1AA' },
      ),
    );
    expect([listings.length, elsewhere]).toEqual([1, 1]);
    expect(rejected).toMatchObject([
      { row: 3, column: 'Postcode', problem: expect.stringContaining('The postcode ZZ1 1ZZ is not known.') },
    ]);
  });

  it('does no harm where the row has a position', async () => {
    const { listings, rejected } = await lists(
      csv({ ...hall, Postcode: 'ZZ1 1ZZ', X: '486500', Y: '305000' }),
    );
    expect([listings.length, rejected.length]).toEqual([1, 0]);
  });

  it('is said to be none where it cannot be one', async () => {
    const { rejected } = await listed(csv({ ...hall, Postcode: 'LE15 66' }), noCouncil);
    expect(rejected[0]).toMatchObject({
      row: 2,
      problem: expect.stringContaining('"LE15 66" is no postcode'),
    });
  });
});

describe('rows at fault', () => {
  it('are rejected with what to do, and the rest goes on', async () => {
    const { runBy: _, ...rest } = mapping;
    const strict: Mapping = {
      ...rest,
      kind: { column: 'Type', values: { 'village hall': 'hall' } },
      asOf: { column: 'Last checked', means: 'checked' },
    };
    const { listings, rejected } = await listed(
      csv(
        hall,
        { ...hall, 'HALL ': '' },
        { ...hall, Type: 'Pub' },
        { ...hall, 'Last checked': '05/06/2026' },
      ),
      strict,
    );
    expect(listings).toHaveLength(1);
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [3, 'Hall'],
      [4, 'Type'],
      [5, 'Last checked'],
    ]);
    expect(rejected[1]?.problem).toContain('Add it to the values of "kind"');
  });

  it('keep hours that are no hours as words, and drop a mailbox that may be a person’s', async () => {
    const { listings } = await listed(
      csv({
        ...hall,
        'Opening hours': 'Tues 10-12, not 2nd wk',
        Email: 'jane.smith@example.org',
        Web: 'none',
      }),
    );
    const fields = fieldsOf(listings[0]);
    expect([fields.when, fields.openingHours, fields.email, fields.website]).toEqual([
      'Tues 10-12, not 2nd wk',
      undefined,
      undefined,
      undefined,
    ]);
    expect(ageOf(listings[0], 'name')).toBe('null undated');
  });
});

describe('other formats', () => {
  it('are a sheet of a workbook, by its name', async () => {
    const cells = [['A title'], HEADER, cellsOf(hall)];
    const file = await folder.file('h.xlsx', workbookSample({ Notes: [['x']], Halls: cells }));
    const source = mappedFile({ ...mapping, sheet: 'Halls' });
    expect(source.recognise(file.head)).toBe(true);
    expect((await readAll(source, file)).rows.map((row) => row.fields.name)).toEqual(['Oakham Hall']);
    expect(mappedFile(mapping).recognise(file.head)).toBe(false);
  });

  it('are features of GeoJSON: points as they stand, areas by a point on them, bad ones rejected', async () => {
    const slim = readMapping(
      JSON.stringify({
        kithMapping: 1,
        source: mapping.source,
        key: 'ref',
        name: 'Title',
        kind: 'park',
        council: 'Rutland',
        postcode: 'pc',
      }),
      'slim.json',
    );
    const ring = [
      [-0.75, 52.63],
      [-0.73, 52.63],
      [-0.73, 52.65],
      [-0.75, 52.63],
    ];
    const feature = (ref: number, geometry: unknown, more = {}) => ({
      type: 'Feature',
      properties: { Ref: ref, title: `Park ${ref}`, ...more },
      geometry,
    });
    const geojson = {
      type: 'FeatureCollection',
      features: [
        feature(1, { type: 'Point', coordinates: [-0.74, 52.64] }),
        feature(2, { type: 'Polygon', coordinates: [ring] }),
        feature(3, { type: 'Point', coordinates: 'here' }),
        feature(4, null, { pc: 'LE15 6AA' }),
      ],
    };
    const file = await folder.file('p.geojson', JSON.stringify(geojson));
    expect(mappedFile(slim).recognise(file.head)).toBe(true);
    const { rows, rejected } = await readAll(mappedFile(slim), file);
    const listings = [...mappedListings(rows, slim, rutland).listings];
    expect(listings.map((each) => each.key)).toEqual(['1', '2', '4']);
    expect(fieldsOf(listings[0]).position).toMatchObject({ lon: -0.74, lat: 52.64 });
    expect(fieldsOf(listings[2]).position).toMatchObject({ precision: 'postcode' });
    expect(ageOf(listings[0], 'name')).toBe('2026-05 published');
    expect(rejected).toMatchObject([{ row: 4, column: 'geometry' }]);
  });
});

describe('a mapping at fault', () => {
  it('says everything that does not fit', () => {
    const problem = (change: Record<string, unknown>) => {
      try {
        readMapping(JSON.stringify({ ...JSON.parse(text), ...change }), 'm.json');
      } catch (error) {
        expect(error).toBeInstanceOf(BadFileError);
        return String(error);
      }
      return '';
    };
    expect(problem({ colour: 'red', kind: 'castle' })).toMatch(/kind: .*must be one of library[\s\S]*colour/);
    expect(problem({ kithMapping: 2 })).toContain('kithMapping: must be 1');
    expect(problem({ source: { id: 'x' } })).toContain('source.licence');
    expect(problem({ postcode: undefined, position: undefined, council: undefined })).toContain(
      'where places are',
    );
    expect(() => readMapping('{', 'm.json')).toThrow('is not JSON');
  });
});
