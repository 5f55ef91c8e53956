import type { Matchable } from '@kith/core/place/match/matchable';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAll, pairKey } from './assign.ts';

const NONE: ReadonlySet<string> = new Set();

function library(id: string, list: string, more: Partial<Matchable> = {}): Matchable {
  return {
    id,
    name: 'Enderby Library',
    kind: 'library',
    status: 'open',
    mobile: false,
    easting: 453_000,
    northing: 299_000,
    precision: 'postcode',
    spreadMetres: 0,
    postcode: 'LE19 4ND',
    address: 'Townsend Road',
    councils: ['Leicestershire'],
    uprn: null,
    lists: [list],
    goneFrom: [],
    rank: list === 'ace' ? 0 : list === 'schema' ? 1 : 2,
    ...more,
  };
}
const ELSEWHERE = {
  name: 'Oadby Library',
  easting: 462_000,
  postcode: 'LE2 5DA',
  address: 'Sandhurst Street',
};
const ids = (pairs: readonly { fromId: string; toId: string }[]) =>
  pairs.map(({ fromId, toId }) => [fromId, toId]);

describe('a small world', () => {
  it('merges what is certain into the place of the list trusted more', () => {
    const { merges, candidates } = matchAll(
      [library('b', 'schema'), library('a', 'ace'), library('c', 'schema', ELSEWHERE)],
      NONE,
    );
    expect(ids(merges)).toEqual([['b', 'a']]);
    expect(candidates).toEqual([]);
  });

  it('keeps the id of the starter, whose links are out in the world', () => {
    const starter = library('z', 'starter', { rank: -1 });
    expect(ids(matchAll([library('a', 'ace'), starter, library('b', 'schema')], NONE).merges)).toEqual([
      ['a', 'z'],
      ['b', 'z'],
    ]);
  });

  it('makes nothing of two rows of one list, and joins only one of them to another list', () => {
    const { merges } = matchAll([library('a', 'ace'), library('b', 'ace'), library('c', 'schema')], NONE);
    expect(ids(merges)).toEqual([['c', 'a']]);
  });

  it('asks where two of one list are as good as each other', () => {
    const east = { name: 'Enderby', easting: 453_200, postcode: 'LE19 4AB', address: null };
    const west = { ...east, easting: 452_800, postcode: 'LE19 4AC' };
    const { merges, candidates } = matchAll(
      [library('a', 'ace', { address: null }), library('b', 'schema', east), library('c', 'schema', west)],
      NONE,
    );
    expect(merges).toEqual([]);
    expect(ids(candidates)).toEqual([
      ['b', 'a'],
      ['c', 'a'],
      // Two of one name and open in one list: they may be one too.
      ['c', 'b'],
    ]);
  });

  it('joins the open row of a list, and not the closed one that shares the UPRN of the building it left', () => {
    const uprn = '100041072551';
    const left = { status: 'closed', uprn, postcode: 'LE19 4AA', address: 'North Street' } as const;
    const found = matchAll(
      [library('a', 'ace', { uprn }), library('b', 'schema', left), library('c', 'schema')],
      NONE,
    );
    expect(ids(found.merges)).toEqual([['c', 'a']]);
    expect(found.candidates).toEqual([]);
  });

  it('asks about a second open library of one name near by, though a list holds both, at the first load and the next', () => {
    const moved = library('c', 'schema', {
      status: 'unknown',
      easting: 453_300,
      postcode: 'LE19 4AB',
      address: 'The Green',
    });
    const first = matchAll([library('a', 'ace'), library('b', 'schema'), moved], NONE);
    expect([ids(first.merges), ids(first.candidates)]).toEqual([[['b', 'a']], [['c', 'a']]]);
    const merged = library('a', 'ace', { lists: ['ace', 'schema'] });
    expect(ids(matchAll([merged, moved], NONE).candidates)).toEqual([['c', 'a']]);
    // Kept apart by a person; two because two lists hold both; one of them closed: not asked.
    expect(matchAll([merged, moved], new Set([pairKey('a', 'c')])).candidates).toEqual([]);
    expect(matchAll([merged, { ...moved, lists: ['ace', 'schema'] }], NONE).candidates).toEqual([]);
    expect(matchAll([merged, { ...moved, status: 'closed' }], NONE).candidates).toEqual([]);
  });

  it('never offers again what a person parted, by whatever way round', () => {
    const three = [library('a', 'ace'), library('b', 'schema'), library('c', 'osm')];
    const { merges, candidates } = matchAll(three, new Set([pairKey('b', 'a')]));
    // The third list's goes to the better trusted of the two, and does not draw the other in.
    expect(ids(merges)).toEqual([['c', 'a']]);
    expect(candidates).toEqual([]);
  });

  it('asks about a place gone from the list that now holds the other', () => {
    const gone = library('a', 'ace', { lists: [], goneFrom: ['ace'] });
    const { merges, candidates } = matchAll([gone, library('b', 'ace', { name: 'Enderby' })], NONE);
    expect(merges).toEqual([]);
    expect(candidates).toHaveLength(1);
  });

  it('asks about two that people added, and merges one of them with a list', () => {
    const added = (id: string) => library(id, '', { lists: [], rank: -1 });
    expect(matchAll([added('a'), added('b')], NONE)).toMatchObject({
      merges: [],
      candidates: [{ fromId: 'b' }],
    });
    expect(ids(matchAll([added('x'), library('a', 'ace')], NONE).merges)).toEqual([['a', 'x']]);
  });

  it('finds the pair over a kilometre apart by name and council, and the mobile ones without any position', () => {
    const moved = library('b', 'schema', {
      easting: 454_500,
      postcode: 'LE19 1AA',
      address: 'Townsend Road',
    });
    expect(ids(matchAll([library('a', 'ace'), moved], NONE).merges)).toEqual([['b', 'a']]);
    const mobile = {
      name: 'Mobile Library',
      mobile: true,
      easting: null,
      northing: null,
      postcode: null,
      address: null,
    };
    const both = [
      library('a', 'ace', mobile),
      library('b', 'schema', { ...mobile, councils: ['Leicestershire County Council'] }),
    ];
    expect(ids(matchAll(both, NONE).merges)).toEqual([['b', 'a']]);
  });

  it('asks about a name that only one list writes out, and a postcode that a slip sends to another county', () => {
    const one = { name: 'City Central Library', postcode: 'LE19 4FD', easting: null, northing: null };
    const written = { name: 'City Central (Enderby)', postcode: 'LE19 1RS', address: null };
    const both = [library('a', 'ace', one), library('b', 'schema', written)];
    expect(ids(matchAll(both, NONE).candidates)).toEqual([['b', 'a']]);
    const slip = { postcode: 'LA19 4ND', easting: 353_000, councils: ['Cumberland'] };
    const far = [library('a', 'ace', slip), library('b', 'schema')];
    expect(ids(matchAll(far, NONE).candidates)).toEqual([['b', 'a']]);
  });

  it('leaves benches alone', () => {
    const bench = { kind: 'bench', name: 'Bench near Enderby' } as const;
    expect(matchAll([library('a', 'osm', bench), library('b', 'openbenches', bench)], NONE).merges).toEqual(
      [],
    );
  });
});

const NAMES = [
  'Enderby Library',
  'Enderby',
  'Oadby Library',
  'South Wigston',
  'Wigston',
  'Mobile Library',
  'Archive',
];
const world = fc
  .array(
    fc.record({
      name: fc.constantFrom(...NAMES),
      list: fc.constantFrom('ace', 'schema', 'osm', 'starter'),
      easting: fc.constantFrom(453_000, 453_040, 453_400, 455_000),
      postcode: fc.constantFrom(null, 'LE19 4ND', 'LE19 4MD'),
      address: fc.constantFrom(null, 'Townsend Road', '12 High Street'),
      status: fc.constantFrom('open', 'closed'),
      uprn: fc.constantFrom(null, null, '100030123456'),
      kind: fc.constantFrom('library', 'hub', 'hall'),
    }),
    { maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ list, ...more }, at) =>
      library(`id${String(at).padStart(2, '0')}`, list, {
        ...(more as Partial<Matchable>),
        rank: list === 'starter' ? -1 : 1,
      }),
    ),
  );
const shuffled = world.chain((places) =>
  fc.tuple(
    fc.constant(places),
    fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length }),
  ),
);

describe('laws', () => {
  it('the order of the places changes nothing', () => {
    fc.assert(
      fc.property(shuffled, ([places, mixed]) => {
        expect(matchAll(mixed, NONE)).toEqual(matchAll(places, NONE));
      }),
    );
  });

  it('nobody is matched twice within two lists, and who stays has not gone', () => {
    fc.assert(
      fc.property(world, (places) => {
        const { merges } = matchAll(places, NONE);
        const gone = merges.map(({ fromId }) => fromId);
        expect(new Set(gone).size).toBe(gone.length);
        for (const { toId } of merges) expect(gone).not.toContain(toId);
        for (const head of new Set(merges.map(({ toId }) => toId))) {
          const group = [head, ...merges.filter(({ toId }) => toId === head).map(({ fromId }) => fromId)];
          const lists = group.flatMap((id) => places.find((place) => place.id === id)?.lists ?? []);
          expect(new Set(lists).size).toBe(lists.length);
        }
      }),
    );
  });

  it('what is kept apart is neither merged nor asked', () => {
    fc.assert(
      fc.property(world, (places) => {
        const first = matchAll(places, NONE);
        const parted = new Set(
          [...first.merges, ...first.candidates].map(({ fromId, toId }) => pairKey(fromId, toId)),
        );
        const again = matchAll(places, parted);
        for (const { fromId, toId } of [...again.merges, ...again.candidates]) {
          expect(parted.has(pairKey(fromId, toId))).toBe(false);
        }
      }),
    );
  });
});
