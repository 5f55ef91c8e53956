import type { ShownClaim } from '@kith/core/place/place';
import { describe, expect, it } from 'vitest';
import { changesOf, fieldsOf, readText, settle, textOf, troubleOf, valuesOf } from './edit-fields.ts';

const claim = (field: ShownClaim['field'], value: unknown): ShownClaim => ({
  field,
  value,
  source: 'starter',
  sourceDetail: null,
  asOf: '2026-05-03',
  basis: 'checked',
  licence: 'Open Government Licence v3.0',
  by: 'Blaby District Council',
  at: '2026-05-04T10:00:00Z',
});
const place = {
  claims: [
    claim('name', 'Enderby Library'),
    claim('phone', '0116 496 0000'),
    claim('position', { lon: -1.2, lat: 52.5, easting: 1, northing: 2, precision: 'exact', spreadMetres: 0 }),
    claim('district', 'Blaby'),
  ],
};

describe('what a form of a place asks', () => {
  it('asks for what is there, in the order of the contract, and names what is missing', () => {
    const { there, missing } = fieldsOf(place);
    expect(there).toEqual(['name', 'position', 'phone']);
    expect(missing).toContain('website');
    expect(missing).not.toContain('district');
  });

  it('sends only what differs, with what was shown', () => {
    expect(changesOf(valuesOf(place), { name: ' Enderby Library ', phone: '' })).toEqual([
      { field: 'phone', was: '0116 496 0000', value: null },
    ]);
    expect(changesOf(valuesOf(place), { position: '52.5, -1.2', website: 'hall.org.uk' })).toEqual([
      { field: 'website', was: null, value: 'https://hall.org.uk' },
    ]);
  });

  it('reads a spot either way round, and nothing outside Britain', () => {
    expect(readText('position', '-1.2065, 52.5931')).toEqual({ lat: 52.5931, lon: -1.2065 });
    expect(textOf('position', readText('position', '52.5931 -1.2065'))).toBe('52.5931, -1.2065');
    expect(troubleOf('position', '48.8, 2.3')).toMatch(/in Britain/);
  });

  it('reads a spot that is only about right', () => {
    const village = { lat: 52.5931, lon: -1.2065, spreadMetres: 600 };
    expect(textOf('position', village)).toBe('52.5931, -1.2065 ± 600');
    expect(readText('position', '52.5931, -1.2065 ± 600')).toEqual(village);
  });

  it.each([
    ['name', '', /^Name: Say what it is called/],
    ['postcode', 'LE19', /^Postcode: Give the whole postcode/],
    ['notes', 'x'.repeat(601), /^Notes: Keep it to 600/],
  ] as const)('names the field and says what to do: %s', (field, text, words) => {
    expect(troubleOf(field, text)).toMatch(words);
  });

  it('takes what is right', () => {
    for (const [field, text] of [
      ['postcode', 'le194aa'],
      ['email', 'a@b.uk'],
      ['website', 'hall.uk'],
      ['phone', ''],
    ] as const)
      expect(troubleOf(field, text)).toBeNull();
    expect(readText('postcode', 'le194aa')).toBe('LE19 4AA');
  });
});

describe('a field that two people changed', () => {
  const changes = [
    { field: 'phone', was: '1', value: '2' },
    { field: 'name', was: 'A', value: 'B' },
  ] as const;
  const meanwhile = [
    { field: 'phone', yours: '2', theirs: '3', by: 'a steward', at: '2026-11-23T10:00:00Z' },
  ];

  it('keeps theirs by sending nothing of that field, and the rest as it was', () => {
    expect(settle(changes, meanwhile, { phone: 'theirs' })).toEqual([changes[1]]);
  });
  it('keeps the words that were to go with times of yours, where the times are theirs', () => {
    const times = [
      { field: 'openingHours', was: 'Mo 09:00-10:00', value: 'Tu 09:00-10:00' },
      { field: 'when', was: 'Mondays', value: null },
    ] as const;
    const theirs = [
      {
        field: 'openingHours',
        yours: 'Tu 09:00-10:00',
        theirs: 'We 09:00-10:00',
        by: 'a steward',
        at: '2026-11-23T10:00:00Z',
      },
    ];
    expect(settle(times, theirs, { openingHours: 'theirs' })).toEqual([]);
    expect(settle(times, theirs, { openingHours: 'yours' })).toMatchObject([
      { field: 'openingHours', was: 'We 09:00-10:00' },
      { field: 'when', value: null },
    ]);
  });
  it('keeps yours on top of theirs', () => {
    expect(settle(changes, meanwhile, { phone: 'yours' })[0]).toEqual({
      field: 'phone',
      was: '3',
      value: '2',
    });
  });
});
