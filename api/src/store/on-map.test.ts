import { afterEach, beforeEach, expect, it } from 'vitest';
import { patch } from '../db/schema.ts';
import { listBaselinePlaces } from './baseline-store.ts';
import { listPins, listPlaces } from './place-store.ts';
import { placeClaims, positionAt, say, temporaryStore } from './temporary-store.ts';

let store: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  store = await temporaryStore();
  const at = positionAt(456_000, 297_000);
  await store.open.db.insert(patch).values({
    id: 'leicestershire',
    name: 'Leicestershire',
    shortName: 'Leicestershire',
    west: at.lon - 0.1,
    south: at.lat - 0.1,
    east: at.lon + 0.1,
    north: at.lat + 0.1,
    areaCount: 1,
    residents: 1,
  });
  const library = (nth: number, name: string, map: string, easting: number, northing: number) =>
    placeClaims(`a0000000-0000-5000-8000-00000000000${nth}`, name, {
      kind: 'library',
      patch: map,
      position: positionAt(easting, northing),
    });
  await say(store.open, [
    ...library(1, 'Own', 'leicestershire', 456_000, 297_000),
    ...library(2, 'Own, far out', 'leicestershire', 500_000, 297_000),
    ...library(3, 'Next door', 'rutland', 457_000, 298_000),
    // The box ends 11.1 km north; 5 km round it is 16.1 km.
    ...library(4, 'Just beyond', 'rutland', 456_000, 297_000 + 15_500),
    ...library(5, 'Too far to draw', 'rutland', 456_000, 297_000 + 27_800),
    ...library(6, 'Too far', 'rutland', 456_000, 297_000 + 28_700),
  ]);
});
afterEach(() => store.close());

it('a map has its own places and those of its neighbours round its box, marked outside: 5 km drawn, 17 km reckoned with', async () => {
  const drawn = [
    ['Own', false],
    ['Own, far out', false],
    ['Next door', true],
    ['Just beyond', true],
  ];
  const pins = await listPins(store.open.db, 'leicestershire', undefined);
  expect(pins.name.map((name, at) => [name, pins.outside[at]])).toEqual(drawn);
  const ground = await listBaselinePlaces(store.open.db, 'leicestershire', ['library'], '2026-11-23');
  expect(ground.name.map((name, at) => [name, ground.outside[at]])).toEqual([
    ...drawn,
    ['Too far to draw', true],
  ]);
});

it('for what is nearest a border is no wall: neighbours are listed by distance, marked and counted', async () => {
  const asked = { patch: 'leicestershire', near: { easting: 456_900, northing: 297_900 } };
  const list = async (outside: boolean, limit = 10) => {
    const page = await listPlaces(store.open.db, { ...asked, outside }, limit);
    return [page?.places.map(({ summary }) => [summary.name, summary.outside]), page?.total, page?.outside];
  };
  const near = [
    ['Next door', true],
    ['Own', false],
    ['Just beyond', true],
    ['Own, far out', false],
  ];
  expect(await list(true)).toEqual([near, 4, 2]);
  expect(await list(true, 1)).toEqual([near.slice(0, 1), 4, 2]);
  expect(await list(false)).toEqual([near.filter(([, beside]) => !beside), 2, 0]);
});

it('on the map of everything nothing is outside for lying on another map', async () => {
  const pins = await listPins(store.open.db, undefined, undefined);
  expect(pins.outside).toEqual([false, false, false, false, false, false]);
});
