import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACE_SOURCE, aceLibraries, aceListings, acePositions, positionsOf } from './ace-libraries.ts';
import { SampleFolder } from './files/file-sample.ts';
import { ageOf, fieldsOf, readAll, rutland, sampleSource } from './ground-sample.ts';
import { ACE_COLUMNS, type AceColumn } from './libraries/ace-library.ts';
import { placeId } from './place-claims.ts';

const header = ['reporting', ...ACE_COLUMNS, 'department'];
const week = 'AM & PM (continuous)';
const usual: Partial<Record<AceColumn, string>> = {
  authority: 'Rutland',
  type: 'Static Library',
  postcode: 'LE15 6AA',
  statutory_10: 'Yes',
  statutory_23: 'Yes',
  operation_23: 'LA',
  monday: week,
  tuesday: 'Closed',
};

function row(cells: Partial<Record<AceColumn, string>>): string {
  const all: Record<string, string> = { ...usual, ...cells };
  return header.map((name) => `"${(all[name] ?? '').replaceAll('"', '""')}"`).join(',');
}
const file = (...rows: Partial<Record<AceColumn, string>>[]) =>
  `\uFEFF${[header.join(','), ...rows.map(row)].join('\r\n')}\r\n`;
const nowhere = () => null;
const source = sampleSource(ACE_SOURCE, '2023');

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

describe('the list of the Arts Council', () => {
  it('is known by its columns, after a byte-order mark, and apart from its placed companion', async () => {
    const list = await folder.file('a.csv', file({ name: 'Oakham' }));
    const placed = await folder.file(
      'b.csv',
      'authority,name,postcode,operation_23,easting,northing,pc_quality\nRutland,New,LE15 9ZZ,LA,485000,305000,10\nRutland,Lost,,LA,,,\n',
    );
    expect([aceLibraries, acePositions].map((each) => each.recognise(list.head))).toEqual([true, false]);
    expect([aceLibraries, acePositions].map((each) => each.recognise(placed.head))).toEqual([false, true]);
    const { rows } = await readAll(acePositions, placed);
    expect(rows).toEqual([{ postcode: 'LE159ZZ', easting: 485_000, northing: 305_000 }]);
  });

  it('is read with cells of several lines, either case of its words, and local codes for UPRNs', async () => {
    const { rows, rejected } = await readAll(
      aceLibraries,
      await folder.file(
        'a.csv',
        file(
          { name: 'Oakham\nLibrary', address1: 'Catmos\nStreet,', operation_23: 'c', uprn: '100053358' },
          { name: 'Ketton', operation_23: 'closed', closed: '2018', hours: 'N/A Closed', uprn: '1234567' },
          { name: ' ' },
          { name: 'Ryhall', uprn: 'KU11001', organisation: '' } as Partial<Record<AceColumn, string>>,
        ),
      ),
    );
    expect(rows).toMatchObject([
      { row: 2, name: 'Oakham Library', address: ['Catmos Street'], operation: 'c', uprn: '100053358' },
      { row: 3, operation: 'closed', yearClosed: 2018, hours: '', uprn: '' },
      { uprn: '' },
    ]);
    expect(rejected).toMatchObject([{ row: 4, column: 'name' }]);
  });

  it('has the columns of the long names too', async () => {
    const long = header.map((name) =>
      name === 'statutory_23' ? 'Statutory in 2023' : name === 'name' ? 'Library name' : name,
    );
    const text = file({ name: 'Oakham' }).replace(header.join(','), long.join(','));
    const { rows } = await readAll(aceLibraries, await folder.file('a.csv', text));
    expect(rows[0]?.statutory.at(-1)).toBe('yes');
  });
});

describe('what the list says', () => {
  const listed = async (...rows: Partial<Record<AceColumn, string>>[]) => {
    const read = await readAll(aceLibraries, await folder.file('a.csv', file(...rows)));
    const positions = positionsOf([{ postcode: 'LE159ZZ', easting: 485_000, northing: 305_000 }]);
    return aceListings(read.rows, positions, rutland, source);
  };

  it('is checked in its year, under the id that the starter gives the library', async () => {
    const { listings } = await listed({ name: 'Oakham', operation_23: 'CR', uprn: '100053358' });
    const [library] = listings;
    expect(library?.key).toBe('rutland/oakham/le15-6aa');
    expect(library?.placeId).toBe(placeId('libraries', 'rutland/oakham/le15-6aa'));
    expect(fieldsOf(library)).toMatchObject({
      name: 'Oakham Library',
      kind: 'library',
      status: 'open',
      district: 'Rutland',
      patch: 'leicestershire',
      outside: false,
      mobile: false,
      runBy: 'community',
      statutory: true,
      when: 'Mon mornings and afternoons',
      uprn: '100053358',
      position: { easting: 485_900, northing: 308_600, precision: 'postcode' },
    });
    expect(ageOf(library, 'status')).toBe('2023 checked');
  });

  it('denies what an older list may have kept: a closing year of an open one, hours of a closed one', async () => {
    const { listings } = await listed(
      { name: 'Oakham' },
      { name: 'Ketton', operation_23: 'Closed', closed: '2018', statutory_23: 'No' },
    );
    expect(fieldsOf(listings[0])).toMatchObject({ status: 'open', yearClosed: null });
    expect(fieldsOf(listings[1])).toMatchObject({
      status: 'closed',
      yearClosed: 2018,
      yearLeftStatutory: 2018,
      openingHours: null,
      when: null,
      website: null,
    });
  });

  it('takes a position from the companion where the postcode is newer than Code-Point', async () => {
    const { listings } = await listed({ name: 'New', postcode: 'LE15 9ZZ' });
    expect(fieldsOf(listings[0]).position).toMatchObject({ easting: 485_000, northing: 305_000 });
  });

  it('keeps those near by as outside, mobile ones without a position, and counts the rest', async () => {
    const { listings, elsewhere, leftOut } = await listed(
      { name: 'Stamford', authority: 'Lincolnshire', postcode: 'PE9 1AA' },
      { name: 'Lerwick', authority: 'Shetland', postcode: 'ZE1 0AA' },
      { name: 'Mobile A', type: 'mobile library' },
      { name: 'Mobile B', type: 'mobile library', authority: 'Lincolnshire' },
      { name: 'HMP Stocken', type: 'Prison Library' },
      { name: 'Nowhere', postcode: '' },
    );
    expect(
      listings.map((each) => [
        fieldsOf(each).name,
        fieldsOf(each).outside,
        fieldsOf(each).position === undefined,
      ]),
    ).toEqual([
      ['Stamford Library', true, false],
      ['Rutland mobile library A', false, true],
      ['Nowhere Library', false, true],
    ]);
    expect(fieldsOf(listings[1])).toMatchObject({
      mobile: true,
      patch: 'leicestershire',
      district: 'Rutland',
    });
    expect(elsewhere).toBe(2);
    expect(leftOut).toEqual({ 'prison library': 1 });
  });

  it('tells the old building from the new one, and says when one is listed twice', async () => {
    const { listings, leftOut } = await listed(
      {
        name: 'Oakham',
        address1: '4 Old Street',
        postcode: 'LE15 6BB',
        operation_23: 'Closed',
        closed: '2012',
      },
      { name: 'Oakham' },
      { name: 'Oakham', operation_23: 'Closed', closed: '2010' },
    );
    expect(listings.map((each) => fieldsOf(each).name)).toEqual([
      'Oakham Library (old building, 4 Old Street)',
      'Oakham Library',
    ]);
    expect(fieldsOf(listings[1]).status).toBe('open');
    expect(leftOut).toEqual({ 'listed twice': 1 });
    expect(aceListings([], nowhere, rutland, source)).toEqual({ listings: [], elsewhere: 0, leftOut: {} });
  });
});
