import { describe, expect, it } from 'vitest';
import type { AceLibrary } from './ace-library.ts';
import { libraryName, organisationMailbox, statusOf, yearLeftStatutory } from './library-facts.ts';
import { joinLibraries } from './library-join.ts';
import type { OpenSchemaLibrary } from './open-schema-library.ts';

const ace = (facts: Partial<AceLibrary> = {}): AceLibrary =>
  Object.freeze({
    authority: 'Kirklees',
    name: 'Marsh Library',
    address: ['High Street'],
    postcode: 'HD1 1AA',
    uprn: '',
    type: 'static library',
    statutory: ['yes', 'yes', 'yes', 'yes', 'yes', 'yes'],
    operation: 'la',
    yearClosed: null,
    yearOpened: null,
    organisation: '',
    coLocated: '',
    days: [],
    hours: '',
    staffedHours: '',
    email: '',
    grid: null,
    ...facts,
  });
const schema = (facts: Partial<OpenSchemaLibrary> = {}): OpenSchemaLibrary =>
  Object.freeze({
    council: 'Kirklees Council',
    name: 'Marsh Library',
    address: ['High Street'],
    postcode: 'HD1 1AA',
    uprn: '',
    statutory: 'yes',
    type: 'LAL',
    closed: (facts.yearClosed ?? null) !== null,
    yearClosed: null,
    yearOpened: null,
    hours: [],
    coLocated: '',
    notes: '',
    website: '',
    email: '',
    ...facts,
  });

describe('statusOf', () => {
  it('follows the later of two lists', () => {
    const shut = { status: 'closed', yearClosed: 2023 };
    expect(statusOf({ ace: ace({ operation: 'closed', yearClosed: 2023 }), schema: schema() })).toEqual(shut);
    const open = { status: 'open', yearClosed: null };
    expect(statusOf({ ace: ace(), schema: schema({ yearClosed: 2018 }) })).toEqual(open);
    const later = { status: 'closed', yearClosed: 2024 };
    expect(statusOf({ ace: ace(), schema: schema({ yearClosed: 2024 }) })).toEqual(later);
  });

  it('keeps temporarily closed apart from both open and closed', () => {
    const away = { status: 'temporarily-closed', yearClosed: null };
    expect(statusOf({ ace: ace({ operation: 'temporary closure' }), schema: null })).toEqual(away);
  });

  it('does not make up what no list says', () => {
    const unknown = { status: 'unknown', yearClosed: null };
    expect(statusOf({ ace: ace({ operation: '[unknown]' }), schema: null })).toEqual(unknown);
    expect(statusOf({ ace: null, schema: schema() })).toEqual(unknown);
    expect(statusOf({ ace: null, schema: schema({ yearClosed: 2014 }) })).toMatchObject({ status: 'closed' });
    const noYear = { status: 'closed', yearClosed: null };
    expect(statusOf({ ace: null, schema: schema({ closed: true }) })).toEqual(noYear);
  });
});

describe('yearLeftStatutory', () => {
  it('is the first year of the list in which it no longer counts', () => {
    expect(yearLeftStatutory(ace({ statutory: ['yes', 'no', 'no', 'no', 'no', 'no'] }), null)).toBe(2016);
    expect(yearLeftStatutory(ace({ statutory: ['yes', 'no', 'yes', 'no', 'no', 'no'] }), null)).toBe(2021);
  });

  it('is the year it closed where that comes first', () => {
    expect(yearLeftStatutory(ace({ statutory: ['yes', '[unknown]', 'no', 'no', 'no', 'no'] }), 2018)).toBe(
      2018,
    );
  });

  it('is nothing where it still counts or never did', () => {
    expect(yearLeftStatutory(ace({ statutory: ['yes', 'no', 'yes', 'yes', 'yes', 'yes'] }), null)).toBeNull();
    expect(yearLeftStatutory(ace({ statutory: ['no', 'no', 'no', 'no', 'no', 'no'] }), null)).toBeNull();
    expect(yearLeftStatutory(null, null)).toBeNull();
  });
});

describe('names and mailboxes', () => {
  it('gives the name that people know', () => {
    expect(libraryName('Enderby', 'Leicestershire')).toBe('Enderby Library');
    expect(libraryName('Hamilton Library & Community Centre', 'Leicester')).toBe(
      'Hamilton Library & Community Centre',
    );
    expect(libraryName('Mobile A', 'Leicestershire')).toBe('Leicestershire mobile library A');
    expect(libraryName("Children's Bookbus", 'Leicester')).toBe("Children's Bookbus");
  });

  it('keeps mailboxes of organisations and drops what may be a person', () => {
    expect(organisationMailbox('info@ansteylibrary.com', 'Anstey')).toBe('info@ansteylibrary.com');
    expect(organisationMailbox('fosse.lib@leicester.gov.uk', 'Fosse Library')).toBe(
      'fosse.lib@leicester.gov.uk',
    );
    expect(organisationMailbox('jane.smith@example.org', 'Anstey')).toBe('');
    expect(organisationMailbox('mail@surname.co.uk', 'Burbage')).toBe('');
    expect(organisationMailbox('not an address', 'Burbage')).toBe('');
  });
});

describe('joinLibraries', () => {
  it('pairs by UPRN whatever the names', () => {
    const joined = joinLibraries(
      [ace({ uprn: '83230680' })],
      [schema({ name: 'Another Name', postcode: 'HD9 9ZZ', uprn: '83230680' })],
    );
    expect(joined).toHaveLength(1);
    expect(joined[0]?.schema?.name).toBe('Another Name');
  });

  it('tells the new building from the old one of the same name', () => {
    const old = schema({ address: ['Princess Alexandra Walk'], yearClosed: 2022 });
    const now = schema({ address: ['Civic Centre 3'], postcode: 'HD1 2EY' });
    const joined = joinLibraries([ace({ address: ['Civic Centre 3'] })], [old, now]);
    expect(joined).toHaveLength(2);
    expect(joined[0]).toMatchObject({ schema: { postcode: 'HD1 2EY' } });
    expect(joined[1]).toMatchObject({ ace: null, schema: { yearClosed: 2022 } });
  });

  it('never pairs across councils, and keeps what stands alone', () => {
    const joined = joinLibraries([ace({ authority: 'Leicester' })], [schema()]);
    expect(joined.map((each) => [each.ace !== null, each.schema !== null])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});
