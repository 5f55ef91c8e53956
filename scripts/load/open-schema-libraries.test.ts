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
    const blank = Object.fromEntries(ACE_COLUMNS.map((name) => [name, ''])) as Record<AceColumn, string>;
    const ace: AceLibrary = {
      ...aceLibraryOf(blank, null),
      authority: 'Rutland',
      name: 'Oakham',
      type: 'static library',
      operation: 'la',
      days: ['closed', 'all day (continuous)', 'closed', 'closed', 'closed', 'closed', 'closed'],
    };
    const { listings } = await listed([ace], {
      'Library name': 'Oakham Library',
      'Monday staffed hours': '10:00-17:00',
    });
    expect(fieldsOf(listings[0]).openingHours).toBeUndefined();
    expect(fieldsOf(listings[0]).notes).toContain('the Arts Council list differs on Mon, Tue');
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
