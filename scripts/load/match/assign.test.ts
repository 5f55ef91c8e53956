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
    ]);
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
