import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aceLibraries } from './ace-libraries.ts';
import { SampleFolder } from './files/file-sample.ts';
import { ageOf, fieldsOf, readAll, rutland, sampleSource } from './ground-sample.ts';
import { ACE_COLUMNS, type AceColumn, type AceLibrary, aceLibraryOf } from './libraries/ace-library.ts';
import { OPEN_SCHEMA_COLUMNS, type OpenSchemaColumn } from './libraries/open-schema-library.ts';
import { openSchemaLibraries, openSchemaListings } from './open-schema-libraries.ts';
import { placeId } from './place-claims.ts';

type Cells = Partial<Record<OpenSchemaColumn, string>>;
const header = [...OPEN_SCHEMA_COLUMNS, 'Special hours'];
const usual: Cells = {
  'Local authority': 'Rutland County Council',
  Postcode: 'LE15 6AA',
  Statutory: 'Yes',
  'Type of library': 'LAL',
};
const row = (cells: Cells) => {
  const all: Record<string, string> = { ...usual, ...cells };
  return header.map((name) => `"${all[name] ?? ''}"`).join(',');
};
const file = (...rows: Cells[]) => [header.join(','), ...rows.map(row)].join('\n');
const source = sampleSource('libraries-open-schema-2025', '2025');

const blank = Object.fromEntries(ACE_COLUMNS.map((name) => [name, ''])) as Record<AceColumn, string>;
const oakham: AceLibrary = {
  ...aceLibraryOf(blank, null),
  authority: 'Rutland',
  name: 'Oakham',
  type: 'static library',
  operation: 'la',
};

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

const listed = async (beside: readonly AceLibrary[], ...rows: Cells[]) => {
  const read = await readAll(openSchemaLibraries, await folder.file('s.csv', file(...rows)));
  return openSchemaListings(read.rows, beside, rutland, source);
};

describe('the open schema', () => {
  it('is known by its columns, and is not the list of the Arts Council', async () => {
    const { head } = await folder.file('s.csv', file({ 'Library name': 'Oakham Library' }));
    expect(openSchemaLibraries.recognise(head)).toBe(true);
    expect(aceLibraries.recognise(head)).toBe(false);
  });

  it('gives clock hours, staffed and unstaffed together, and carries no date', async () => {
    const { listings } = await listed([], {
      'Library name': 'Oakham Library',
      'Monday staffed hours': '10:00-17:00',
      'Monday unstaffed hours': '08:00-20:00',
      'Tuesday staffed hours': '09:00-12:30,13:30-17:00',
      URL: 'https://www.rutland.gov.uk/libraries',
      'Email address': 'jane.smith@example.org',
    });
    const [library] = listings;
    expect(library?.placeId).toBe(placeId('libraries', 'open-schema/rutland/oakham-library/le15-6aa'));
    expect(fieldsOf(library)).toMatchObject({
      status: 'unknown',
      openingHours: 'Mo 08:00-20:00; Tu 09:00-12:30,13:30-17:00',
      website: 'https://www.rutland.gov.uk/libraries',
      operator: 'Rutland County Council',
      runBy: 'council',
      statutory: true,
    });
    expect(fieldsOf(library).email).toBeUndefined();
    expect(ageOf(library, 'openingHours')).toBe('null undated');
  });

  it('says that a library closed in the year in which it did', async () => {
    const { listings } = await listed([], {
      'Library name': 'Ketton Library',
      'Year closed': '2018',
      'Monday staffed hours': '10:00-17:00',
      URL: 'https://www.rutland.gov.uk/libraries',
    });
    expect(fieldsOf(listings[0])).toMatchObject({ status: 'closed', yearClosed: 2018 });
    expect(fieldsOf(listings[0]).openingHours).toBeUndefined();
    expect(fieldsOf(listings[0]).website).toBeUndefined();
    expect(ageOf(listings[0], 'status')).toBe('2018 published');
    // 1900 stands for a year that nobody knows.
    const unknown = (await listed([], { 'Library name': 'Ryhall Library', 'Year closed': '1900' }))
      .listings[0];
    expect(fieldsOf(unknown).status).toBe('closed');
    expect(fieldsOf(unknown).yearClosed).toBeUndefined();
    expect(ageOf(unknown, 'status')).toBe('null undated');
  });

  it('leaves out hours that the words of the Arts Council gainsay, and says so', async () => {
    const ace: AceLibrary = {
      ...oakham,
      days: ['closed', 'all day (continuous)', 'closed', 'closed', 'closed', 'closed', 'closed'],
    };
    const { listings } = await listed([ace], {
      'Library name': 'Oakham Library',
      'Monday staffed hours': '10:00-17:00',
    });
    expect(fieldsOf(listings[0]).openingHours).toBeUndefined();
    expect(fieldsOf(listings[0]).notes).toContain('the Arts Council list differs on Mon, Tue');
  });

  it('says where it stands as of the file, where the Arts Council gives its address another postcode', async () => {
    const other = { ...oakham, address: ['Catmose Street'], postcode: 'LE51 6AA' };
    const cells = { 'Library name': 'Oakham Library', 'Address 1': 'Catmose Street' };
    const [library] = (await listed([other], cells)).listings;
    const placed = ['postcode', 'position', 'district', 'patch', 'outside'];
    expect(placed.map((field) => ageOf(library, field))).toEqual(placed.map(() => '2025 published'));
    expect(ageOf(library, 'address')).toBe('null undated');
    expect(fieldsOf(library).notes).toBe(
      'The lists give two postcodes: LE15 6AA (2025) and LE51 6AA (2023).',
    );
  });

  it('takes the district of the other postcode back where it stands outside what is loaded', async () => {
    const other = { ...oakham, address: ['Catmose Street'], postcode: 'LE15 6BB' };
    const cells = { 'Library name': 'Oakham Library', 'Address 1': 'Catmose Street', Postcode: 'PE9 1AA' };
    const [library] = (await listed([other], cells)).listings;
    expect(fieldsOf(library)).toMatchObject({ outside: true, district: null });
    expect(ageOf(library, 'district')).toBe('2025 published');
  });

  it('leaves the place to the Arts Council where nobody knows the postcode, or another building is named', async () => {
    const other = { ...oakham, address: ['Catmose Street'], postcode: 'LE15 6BB' };
    const ages = async (beside: AceLibrary, cells: Cells) => {
      const [library] = (await listed([beside], { 'Library name': 'Oakham Library', ...cells })).listings;
      return ageOf(library, 'postcode');
    };
    const street = { 'Address 1': 'Catmose Street' };
    expect(await ages(other, street)).toBe('2025 published');
    expect(await ages(other, { ...street, Postcode: 'LE15 9ZZ' })).toBe('null undated');
    expect(await ages(other, { 'Address 1': 'High Street' })).toBe('null undated');
    expect(await ages({ ...other, postcode: 'LE15 6AA' }, street)).toBe('null undated');
  });

  it('does not say of a building that the Arts Council has open that it moved elsewhere', async () => {
    const cells = { 'Library name': 'Oakham Library', 'Address 1': 'Catmose Street', Postcode: 'LE15 6BB' };
    const rows = [
      { ...cells, 'Year closed': '2023' },
      { ...cells, 'Address 1': 'High Street', Postcode: 'LE15 6AA' },
    ];
    const beside = { ...oakham, address: ['Catmose Street'], postcode: 'LE15 6BB', uprn: '24067942' };
    const of = async (ace: readonly AceLibrary[]) => {
      const uprn = { 'Unique property reference number': '24067942' };
      const { listings } = await listed(ace, { ...rows[0], ...uprn }, rows[1] ?? {});
      return fieldsOf(listings.find((each) => fieldsOf(each).status === 'closed')).notes;
    };
    expect(await of([])).toContain('which is open elsewhere');
    expect(await of([beside])).toBe(
      'The 2025 list says it closed in 2023; the Arts Council had it open at the end of 2023.',
    );
  });

  it('follows the open one of two rows of one library, in either order', async () => {
    for (const years of [
      ['2019', ''],
      ['', '2019'],
    ]) {
      const { listings, leftOut } = await listed(
        [],
        ...years.map((year) => ({ 'Library name': 'Uppingham', 'Year closed': year })),
      );
      expect(listings.map((each) => fieldsOf(each).status)).toEqual(['unknown']);
      expect(leftOut).toEqual({ 'listed twice': 1 });
    }
  });

  it('counts what lies elsewhere', async () => {
    const { listings, elsewhere } = await listed([], {
      'Library name': 'Lerwick',
      'Local authority': 'Shetland Islands Council',
      Postcode: 'ZE1 0AA',
    });
    expect([listings.length, elsewhere]).toEqual([0, 1]);
  });
});
