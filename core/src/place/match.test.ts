import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND_IDS } from './kinds.ts';
import { comparable, type Listing, likeness, readListing, realUprn, standingNamesakes } from './match.ts';
import { PLACE_STATUSES } from './place.ts';

const LIBRARY: Listing = {
  name: 'Enderby',
  kind: 'library',
  status: 'open',
  mobile: false,
  easting: 453_000,
  northing: 299_000,
  precision: 'postcode',
  spreadMetres: 0,
  postcode: 'LE19 4ND',
  address: 'Townsend Road, Enderby',
  councils: ['Leicestershire'],
  uprn: null,
};
const NOWHERE = { easting: null, northing: null, precision: 'none', postcode: null } as const;
const judged = (a: Listing, b: Partial<Listing>) =>
  likeness(readListing(a), readListing({ ...LIBRARY, ...b }));

describe('libraries', () => {
  it('are certainly one by name, council and postcode', () => {
    const found = judged(LIBRARY, { name: 'Enderby Library', councils: ['Leicestershire County Council'] });
    expect(found.verdict).toBe('certain');
    expect(found.reasons).toEqual([
      'the same name but for common words',
      'the same spot',
      'the same street',
      'the same council',
    ]);
  });

  it('are settled by an equal UPRN, and not by a council’s own number', () => {
    const moved = { name: 'The Hub', uprn: '100030123456', ...NOWHERE };
    expect(judged({ ...LIBRARY, uprn: '100030123456' }, moved)).toMatchObject({
      score: 1,
      verdict: 'certain',
    });
    expect(judged({ ...LIBRARY, uprn: '4711' }, { ...moved, uprn: '4711' }).verdict).not.toBe('certain');
  });

  it('are not settled by a UPRN that a mobile library carries, or that came from another row', () => {
    const uprn = '100030123456';
    const mobile = { name: 'Mobile Library', mobile: true, uprn, ...NOWHERE };
    expect(judged({ ...LIBRARY, uprn }, mobile).verdict).toBe('apart');
    const far = { name: 'Oadby', uprn, easting: 483_000, postcode: 'LE2 5DA', address: 'Sandhurst Street' };
    expect(judged({ ...LIBRARY, uprn }, far).verdict).toBe('likely');
  });

  it('are not settled by a UPRN that a library took along when it moved', () => {
    const uprn = '100041072551';
    const left = {
      status: 'closed',
      uprn,
      address: 'Cross Cottage, North Street, Enderby',
      postcode: 'LE19 4AA',
      easting: 453_040,
    } as const;
    expect(judged({ ...LIBRARY, uprn }, left).verdict).toBe('likely');
    // The same door: one list has it closed.
    expect(judged({ ...LIBRARY, uprn }, { status: 'closed', uprn }).verdict).toBe('certain');
  });

  it('are namesakes where both stand open as far as anyone says, mobile ones aside', () => {
    const alike = (b: Partial<Listing>) =>
      standingNamesakes(readListing(LIBRARY), readListing({ ...LIBRARY, ...b }));
    expect([{ name: 'Enderby Library' }, { status: 'unknown' } as const].map(alike)).toEqual([true, true]);
    const not = [
      { name: 'Oadby' },
      { status: 'closed' } as const,
      { mobile: true },
      { kind: 'hall' } as const,
    ];
    expect(not.map(alike)).toEqual([false, false, false, false]);
    expect(alike({ name: 'Enderby Archive' })).toBe(false);
  });

  it('that moved are two places: one is closed, the other open in another street', () => {
    const old = {
      status: 'closed',
      address: 'High Street, Enderby',
      postcode: 'LE19 4AA',
      easting: 453_200,
    } as const;
    const found = judged(LIBRARY, old);
    expect(found.verdict).not.toBe('certain');
    expect(found.reasons.at(-1)).toContain('may have moved');
    expect(judged(LIBRARY, { status: 'closed' }).verdict).toBe('certain');
  });

  it('of one name in one council stay apart where they stand miles apart', () => {
    const other = { easting: 463_000, postcode: 'LE7 1AA', address: 'Main Street, Rearsby' };
    expect(judged(LIBRARY, other).verdict).toBe('apart');
  });

  it('keep together over a postcode that differs by a letter', () => {
    expect(judged(LIBRARY, { postcode: 'LE19 4MD', easting: 453_150 }).verdict).toBe('certain');
    expect(
      judged({ ...LIBRARY, ...NOWHERE, postcode: 'LE19 4ND' }, { ...NOWHERE, postcode: 'LE19 4MD' }).verdict,
    ).toBe('certain');
  });

  it('that are mobile are one by council and name, though only one list names the council', () => {
    const one = { ...LIBRARY, ...NOWHERE, mobile: true, address: null, name: 'Mobile Library' };
    const found = judged(one, { ...one, name: 'Leicestershire Mobile Library' });
    expect(found.verdict).not.toBe('apart');
    expect(judged(one, { ...one, councils: ['Leicestershire County Council'] }).verdict).toBe('certain');
  });

  it('are not the archive in the same building', () => {
    expect(judged(LIBRARY, { name: 'Enderby Local Studies and Archive' }).verdict).not.toBe('certain');
  });
});

describe('other places', () => {
  const hall: Listing = { ...LIBRARY, kind: 'hall', name: 'Enderby Civic Hall', precision: 'exact' };
  const compared = (b: Partial<Listing>) => likeness(readListing(hall), readListing({ ...hall, ...b }));

  it('are certain at one spot, a question a walk away, and apart beyond', () => {
    expect(compared({ kind: 'hub', name: 'Enderby Civic Centre', easting: 453_030 }).verdict).not.toBe(
      'apart',
    );
    expect(compared({ easting: 453_030 }).verdict).toBe('certain');
    const elsewhere = { postcode: null, address: null };
    expect(compared({ ...elsewhere, easting: 453_700 }).verdict).toBe('likely');
    expect(compared({ ...elsewhere, easting: 456_500 }).verdict).toBe('apart');
  });

  it('are a question where one is known only to its village', () => {
    const village = {
      precision: 'village',
      spreadMetres: 600,
      easting: 453_400,
      postcode: null,
      address: null,
    } as const;
    expect(compared(village).verdict).toBe('likely');
  });

  it('under one roof with other names are apart', () => {
    expect(compared({ name: 'Fosse Bowls Pavilion' }).verdict).toBe('apart');
  });

  it('of other kinds are never compared, and benches never at all', () => {
    expect(compared({ kind: 'cafe' })).toMatchObject({ verdict: 'apart', score: 0 });
    expect(comparable('bench', 'bench')).toBe(false);
    expect(comparable('hub', 'hall')).toBe(true);
  });
});

it('tells a UPRN from a council’s own number', () => {
  expect(['100030123456', ' 0010010001 ', '10010001.0'].map(realUprn)).toEqual([
    '100030123456',
    '10010001',
    '10010001',
  ]);
  expect(['1234567', 'A0034012', '1'.repeat(13), '', null].map(realUprn)).toEqual(['', '', '', '', '']);
});

const words = fc.constantFrom(
  'Enderby',
  'Oadby',
  'South',
  'Library',
  'Hall',
  'Mobile',
  '2',
  'St',
  'Saint',
  '&',
  'Archive',
);
const listings: fc.Arbitrary<Listing> = fc.record({
  name: fc.array(words, { minLength: 1, maxLength: 4 }).map((some) => some.join(' ')),
  kind: fc.constantFrom(...KIND_IDS),
  status: fc.constantFrom(...PLACE_STATUSES),
  mobile: fc.boolean(),
  easting: fc.option(fc.integer({ min: 450_000, max: 455_000 })),
  northing: fc.option(fc.integer({ min: 299_000, max: 302_000 })),
  precision: fc.constantFrom('exact', 'postcode', 'village', 'none'),
  spreadMetres: fc.constantFrom(0, 600),
  postcode: fc.option(fc.constantFrom('LE19 4ND', 'LE194ND', 'LE19 4MD', 'LE2 5DA')),
  address: fc.option(
    fc.constantFrom('High St', '12 High Street, Oadby', 'The Hall, High Street', '14 High Street'),
  ),
  councils: fc.subarray(['Leicestershire County Council', 'leicestershire', 'Blaby', 'London']),
  uprn: fc.option(fc.constantFrom('100030123456', '100030123457', '12')),
});

it('law: which of the two comes first changes nothing', () => {
  fc.assert(
    fc.property(listings, listings, (a, b) => {
      const [one, other] = [readListing(a), readListing(b)];
      expect(likeness(other, one)).toEqual(likeness(one, other));
    }),
  );
});

it('law: the score lies between 0 and 1 and goes with the verdict', () => {
  fc.assert(
    fc.property(listings, listings, (a, b) => {
      const { score, verdict, reasons } = likeness(readListing(a), readListing(b));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      if (verdict === 'certain') expect(score).toBeGreaterThanOrEqual(0.98);
      if (verdict === 'apart') expect(score).toBeLessThan(0.5);
      expect(reasons.length).toBeGreaterThan(0);
    }),
  );
});
