import { toDegrees, toGrid } from '@kith/api/geo/national-grid';
import { replaceCandidates } from '@kith/api/store/merge-queue-store';
import type { Sent } from '@kith/core/keep/contribution';
import type { Waiting, WaitingDetail } from '@kith/core/keep/queue';
import { VISITOR } from '@kith/core/keep/roles';
import type { PlaceDetail } from '@kith/core/place/place';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  editOf,
  type KeepingWorld,
  keepingWorld,
  MILLBROOK,
  NORTHGATE,
  newPlace,
} from '../contract/keeping-world.ts';

let world: KeepingWorld;
let library: PlaceDetail;
beforeAll(async () => {
  world = await keepingWorld();
  library = await world.place(NORTHGATE);
  const { easting, northing } = toGrid(library.lon ?? 0, library.lat ?? 0);
  for (const [unit, east] of [
    ['LE100AA', 0],
    ['LE100ZZ', 110],
  ]) {
    await world.kith.open.client.execute({
      sql: 'insert or replace into postcode (folded, easting, northing) values (?, ?, ?)',
      args: [String(unit), easting + Number(east), northing],
    });
  }
});
/** So many metres from the library. */
function from(east: number, north: number) {
  const { easting, northing } = toGrid(library.lon ?? 0, library.lat ?? 0);
  return toDegrees(easting + east, northing + north);
}
afterAll(() => world.close());

async function detailOf(path: string, body: unknown): Promise<WaitingDetail> {
  world.asks = VISITOR;
  const { reference } = await world.send<Sent>(path, body);
  world.asks = world.people.steward;
  const { waiting } = await world.read<{ waiting: Waiting[] }>('/api/waiting');
  const id = waiting.find((line) => line.reference === reference)?.id;
  return world.read<WaitingDetail>(`/api/waiting/${id}`);
}
const rowsOf = async (path: string, body: unknown) =>
  (await detailOf(path, body)).rows.find(({ field }) => field === 'position');

it('says where a place would go in words: how far, which way, and what is there', async () => {
  const was = { lon: library.lon, lat: library.lat };
  const move = await rowsOf(
    `/api/places/${NORTHGATE}/edits`,
    editOf([{ field: 'position', was, value: from(120, 0) }]),
  );
  expect(move?.words).toEqual({
    before: 'In or near Northgate, by LE10 0AA',
    after: '120 m east of where it stood, in or near Northgate, by LE10 0ZZ',
    meanwhile: null,
  });
});

it('lets a steward look twice at a move that is far', async () => {
  const was = { lon: library.lon, lat: library.lat };
  const reasonsOf = async (east: number) =>
    (
      await detailOf(
        `/api/places/${NORTHGATE}/edits`,
        editOf([{ field: 'position', was, value: from(east, 0) }]),
      )
    ).reasons;
  expect(await reasonsOf(490)).toEqual([]);
  expect(await reasonsOf(1_500)).toEqual(['It would move 1.5 km east.']);
});

it('says so of a new place, and of two listings how far they stand apart', async () => {
  const placed = await rowsOf('/api/contributions', newPlace({ pin: from(100, 10) }));
  expect(placed?.words).toMatchObject({ before: null, after: expect.stringMatching(/^In or near .*ZZ$/) });
  const pair = { fromId: NORTHGATE, toId: MILLBROOK };
  await replaceCandidates(world.kith.open.db, [{ ...pair, score: 0.8, reasons: [] }]);
  const twins = await world.read<WaitingDetail>(`/api/waiting/twins:${NORTHGATE}:${MILLBROOK}`);
  const words = twins.rows.find(({ field }) => field === 'position')?.words;
  expect(words?.after).toMatch(/km from the other, in or near Northgate/);
  expect(words?.before ?? '').not.toContain('the other');
});
