import { describe, expect, it } from 'vitest';
import { ClusterIndex, pinsOfKinds } from './cluster-index.ts';
import type { PinColumns } from './store/place-store.ts';

/** Places a hundredth of a degree apart, side by side in rows of a hundred: every tenth is a library. */
function pins(count: number): PinColumns {
  const all = Array.from({ length: count }, (_, at) => at);
  return {
    id: all.map((at) => String(at).padStart(6, '0')),
    name: all.map((at) => `Place ${at}`),
    kind: all.map((at) => (at % 10 === 0 ? 'library' : 'bench')),
    status: all.map(() => 'open'),
    lon: all.map((at) => -2 + (at % 100) / 100),
    lat: all.map((at) => 51 + Math.floor(at / 100) / 100),
    precision: all.map(() => 'exact'),
    outside: all.map(() => false),
  };
}
const ENGLAND = [-6.5, 49.8, 1.9, 55.9] as const;

describe('places drawn together', () => {
  it('are drawn at a coarser zoom where there are too many to send, and none is lost', () => {
    const found = new ClusterIndex(pins(10_000)).within(ENGLAND, 20);
    const marks = found.clusters.count.length + found.places.id.length;
    expect(found.zoom).toBeLessThan(14);
    expect(marks).toBeLessThanOrEqual(2_500);
    expect(found.clusters.count.reduce((sum, each) => sum + each, 0) + found.places.id.length).toBe(10_000);
  });

  it('are drawn at the zoom asked where they are few', () => {
    const found = new ClusterIndex(pins(10_000)).within([-1.9, 51.1, -1.8, 51.2], 20);
    expect(found).toMatchObject({ zoom: 20, clusters: { count: [] } });
    expect(found.places.id.length).toBeGreaterThan(50);
  });
});

it('pins of some kinds keep their order and all their columns', () => {
  const all = pins(25);
  const libraries = pinsOfKinds(all, ['library']);
  expect(libraries.id).toEqual(['000000', '000010', '000020']);
  expect(libraries.name).toEqual(['Place 0', 'Place 10', 'Place 20']);
  expect(libraries.lon).toHaveLength(3);
  expect(pinsOfKinds(all, undefined)).toEqual(all);
});
