import { readFileSync } from 'node:fs';
import { readPhoto } from '@kith/api/photos/read-photo';
import type { Sent } from '@kith/core/keep/contribution';
import { VISITOR } from '@kith/core/keep/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept, type KeepingWorld, keepingWorld, NORTHGATE, newKey, newPlace } from './keeping-world.ts';
import { jpeg, png, TINY_PNG, tiff, webp } from './photo-bytes.ts';

let world: KeepingWorld;
beforeAll(async () => {
  world = await keepingWorld();
});
afterAll(() => world.close());

interface SentPhoto {
  readonly id: string;
  readonly reference: string | null;
  readonly outcome: string;
}
const send = async (data: Buffer, query: string, type = 'image/jpeg') =>
  world.app.request(`/api/photos?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: new Uint8Array(data),
  });
const sent = async (query: string): Promise<SentPhoto> => {
  const answer = await send(TINY_PNG, query, 'image/png');
  expect(answer.status).toBe(201);
  return (await answer.json()) as SentPhoto;
};
const status = async (id: string) => (await world.app.get(`/api/photos/${id}`)).status;

describe('what a photo is, by its bytes', () => {
  it.each([
    ['JPEG', jpeg({ width: 640, height: 480 }), 'image/jpeg'],
    ['PNG', png({ width: 640, height: 480 }), 'image/png'],
    ['WebP', webp({ width: 640, height: 480 }), 'image/webp'],
  ])('%s', (_, data, type) => {
    expect(readPhoto(data)).toEqual({ type, width: 640, height: 480, located: false });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
    ['a page behind a JPEG', Buffer.concat([jpeg({ width: 4, height: 4 }), Buffer.from('<script>')])],
    ['a page behind a PNG', Buffer.concat([TINY_PNG, Buffer.from('<script>')])],
    ['a page behind a WebP', Buffer.concat([webp({ width: 4, height: 4 }), Buffer.from('<script>')])],
    ['half a JPEG', jpeg({ width: 4, height: 4 }).subarray(0, 20)],
    ['half a PNG', TINY_PNG.subarray(0, 40)],
    ['only the first bytes', Buffer.from([0xff, 0xd8, 0xff])],
    ['its own source', readFileSync(import.meta.filename)],
  ])('is not %s', (_, data) => {
    expect(() => readPhoto(data)).toThrow(/not a photo that can be shown/);
  });

  it.each([
    ['a JPEG', jpeg({ width: 4, height: 4, exif: tiff('II', true) })],
    ['a JPEG of the other byte order', jpeg({ width: 4, height: 4, exif: tiff('MM', true) })],
    ['a JPEG with XMP', jpeg({ width: 4, height: 4, xmp: '<exif:GPSLatitude>52,34N</exif:GPSLatitude>' })],
    ['a PNG', png({ width: 4, height: 4, exif: tiff('MM', true) })],
    ['a WebP', webp({ width: 4, height: 4, exif: tiff('II', true) })],
  ])('is refused where %s says where it was taken', (_, data) => {
    expect(() => readPhoto(data)).toThrow(/where it was taken/);
  });

  it('may say other things of how it was taken', () => {
    const photo = readPhoto(jpeg({ width: 4, height: 4, exif: tiff('II', false) }));
    expect(photo.located).toBe(false);
  });

  it('is refused where it is too large', () => {
    expect(() => readPhoto(jpeg({ width: 1_601, height: 10 }))).toThrow(/1601 by 10/);
    expect(() => readPhoto(Buffer.alloc(400_001))).toThrow(/400 kB/);
    expect(readPhoto(jpeg({ width: 1_600, height: 1_600 }))).toMatchObject({ width: 1_600 });
  });
});

describe('photos', () => {
  it('of a new place are seen by stewards alone until it is accepted', async () => {
    world.asks = VISITOR;
    const { id, reference } = await sent('alt=The%20red%20door');
    expect(reference).toBeNull();
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const place = await world.send<Sent>('/api/contributions', newPlace({ photos: [id] }));
    expect(await status(id)).toBe(404);
    world.asks = world.people.anchor;
    expect(await status(id)).toBe(404);
    world.asks = world.people.steward;
    expect((await world.app.get(`/api/photos/${id}`)).headers.get('Cache-Control')).toBe('private, no-store');
    const { placeId } = await accept(world, place);
    world.asks = VISITOR;
    expect((await world.place(placeId)).photos).toEqual([{ id, alt: 'The red door', width: 1, height: 1 }]);
    const shown = await world.app.get(`/api/photos/${id}`);
    expect(shown.status).toBe(200);
    expect(Buffer.from(await shown.arrayBuffer()).equals(TINY_PNG)).toBe(true);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  it('of a listed place wait on their own, a steward’s do not, and a steward takes them from sight', async () => {
    world.asks = world.people.anchor;
    const waits = await sent(`alt=The%20hall&place=${NORTHGATE}`);
    expect(waits.outcome).toBe('waiting');
    expect(await world.read(`/api/sent/${waits.reference}`)).toMatchObject({
      kind: 'photo',
      state: 'waiting',
    });
    await accept(world, { reference: waits.reference ?? '' });
    world.asks = world.people.steward;
    const own = await sent(`alt=The%20garden&place=${NORTHGATE}`);
    expect(own.outcome).toBe('shown');
    expect((await world.place(NORTHGATE)).photos.map(({ id }) => id).sort()).toEqual(
      [waits.id, own.id].sort(),
    );
    expect(await world.remove(`/api/photos/${own.id}`)).toBe(204);
    const { rows } = await world.kith.open.client.execute(
      'select author, summary from change order by id desc limit 1',
    );
    expect(rows[0]).toEqual({
      author: `person:${world.people.steward.id}`,
      summary: 'A photo was taken away',
    });
    expect(await world.remove(`/api/photos/${own.id}`)).toBe(404);
    world.asks = VISITOR;
    expect(await status(own.id)).toBe(404);
    expect((await world.place(NORTHGATE)).photos.map(({ id }) => id)).toEqual([waits.id]);
  });

  it('of a listed place sent again with their key are the same; another picture under it is another', async () => {
    world.asks = world.people.contributor;
    const key = newKey();
    const query = `alt=The%20gate&place=${NORTHGATE}&key=${key}`;
    const first = await sent(query);
    expect(first).toMatchObject({ id: key, outcome: 'waiting' });
    expect(await sent(query)).toEqual(first);
    const another = await send(png({ width: 2, height: 2 }), query, 'image/png');
    expect(((await another.json()) as SentPhoto).id).not.toBe(key);
    expect((await send(TINY_PNG, `${query}x`, 'image/png')).status).toBe(400);
    world.asks = world.people.steward;
    const own = `alt=The%20gate&place=${NORTHGATE}&key=${newKey()}`;
    expect(await sent(own)).toEqual({ ...(await sent(own)), outcome: 'shown' });
  });

  it('cannot be taken for another place than they were sent with', async () => {
    world.asks = VISITOR;
    const { id } = await sent('alt=The%20red%20door');
    await world.send('/api/contributions', newPlace({ photos: [id] }));
    const thief = await world.send<Sent>('/api/contributions', newPlace({ name: 'Thief', photos: [id] }));
    const { placeId } = await accept(world, thief);
    expect((await world.place(placeId)).photos).toEqual([]);
    expect(await status(id)).toBe(404);
  });

  it('need words for those who cannot see them, and to be what they claim', async () => {
    expect((await send(TINY_PNG, '')).status).toBe(400);
    expect((await send(TINY_PNG, 'alt=x')).status).toBe(400);
    const svg = Buffer.from('<svg onload="alert(1)"/>');
    const answer = await send(svg, 'alt=A%20door', 'image/png');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'not-a-photo' } });
    expect((await send(Buffer.alloc(500_000), 'alt=A%20door')).status).toBe(413);
    expect((await send(TINY_PNG, `alt=A%20door&place=${'0'.repeat(36)}`)).status).toBe(404);
  });
});
