import { describe, expect, it } from 'vitest';
import { addressWords, hoursWords, somewhere } from './place-words.ts';

const place = {
  kind: 'library',
  status: 'open',
  yearClosed: null,
  openingHours: null,
  when: null,
  mobile: false,
} as const;
const monday = new Date('2026-11-23T10:00:00Z');

describe('the hours line', () => {
  it.each([
    [{}, null],
    [{ openingHours: 'Mo-Fr 09:30-17:00' }, 'Open today 9:30 to 17:00'],
    [{ openingHours: 'Mo-Fr 09:30-17:00', when: 'Most days' }, 'Open today 9:30 to 17:00'],
    [{ when: 'Tue 10:00-12:00 (2018)' }, 'Tue 10:00-12:00 (2018)'],
    [{ openingHours: 'by appointment' }, 'by appointment'],
    [{ kind: 'bench' as const }, 'Any time'],
    [{ status: 'closed' as const, yearClosed: 2018, openingHours: 'Mo 09:00-17:00' }, 'Closed in 2018'],
    [{ status: 'closed' as const }, 'Closed for good'],
    [{ status: 'temporarily-closed' as const }, 'Closed for now'],
    [{ mobile: true }, 'Moves about: ask where it stops next'],
  ])('%o', (known, words) => expect(hoursWords({ ...place, ...known }, monday)).toBe(words));
});

describe('the address line', () => {
  it.each([
    ['Lancaster Road, Hinckley', 'LE10 0AT', 'Hinckley and Bosworth', 'Lancaster Road, Hinckley LE10 0AT'],
    ['Lancaster Road, LE100AT', 'LE10 0AT', null, 'Lancaster Road, LE100AT'],
    ['Enderby (position approximate)', null, 'Blaby', 'Enderby'],
    [null, 'LE10 0AT', 'Blaby', 'LE10 0AT'],
    [null, null, 'Blaby', 'Blaby'],
    [null, null, null, null],
  ])('%s %s %s', (address, postcode, district, words) =>
    expect(addressWords({ address, postcode, district })).toBe(words),
  );
});

describe('a place known only to its village', () => {
  it.each([
    ['Enderby (position approximate)', 'Somewhere in Enderby'],
    ['King Street, Enderby', 'Somewhere in Enderby'],
    ['Moulsecoomb, Brighton', 'Somewhere in Moulsecoomb'],
    ['55 London Road, Brighton', 'Somewhere in Brighton'],
    ['Maidstone Road, Highfields, Leicester', 'Somewhere in Highfields'],
    ['Station Road', 'Exact spot not known'],
    ['Leicestershire-wide', 'Exact spot not known'],
    [null, 'Exact spot not known'],
  ])('%s: %s', (address, words) => expect(somewhere({ address })).toBe(words));
});
