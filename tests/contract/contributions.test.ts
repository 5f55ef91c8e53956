import type { Sent } from '@kith/core/keep/contribution';
import type { Neighbour } from '@kith/core/keep/queue';
import { VISITOR } from '@kith/core/keep/roles';
import type { PlaceDetail } from '@kith/core/place/place';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accept,
  editOf,
  type KeepingWorld,
  keepingWorld,
  MILLBROOK,
  NORTHGATE,
  newKey,
  newPlace,
  numberOf,
  SPOT,
} from './keeping-world.ts';

let world: KeepingWorld;
beforeAll(async () => {
  world = await keepingWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.asks = VISITOR;
});

const claimOf = (place: PlaceDetail, field: string) => place.claims.find((claim) => claim.field === field);
const nowOf = async (id: string, field: string) => claimOf(await world.place(id), field)?.value ?? null;
const details = (body: unknown) => (body as { error: { code: string; details: { field: string }[] } }).error;

describe('adding a place', () => {
  it('waits for a steward, and then is listed with who said what', async () => {
    const sent = await world.send<Sent>('/api/contributions', newPlace({ phone: '0116 496 0123' }));
    expect(sent).toMatchObject({ outcome: 'waiting', placeId: null });
    expect(sent.reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const answer = await world.read<{ placeId: string | null }>(`/api/sent/${sent.reference}`);
    expect(answer).toMatchObject({
      kind: 'new-place',
      title: 'Knit and natter',
      state: 'waiting',
      placeId: null,
    });

    const { placeId } = await accept(world, sent);
    const place = await world.place(placeId);
    expect(place).toMatchObject({
      name: 'Knit and natter',
      kind: 'group',
      status: 'open',
      district: 'Blaby',
      patch: 'leicestershire',
      outside: false,
      precision: 'exact',
      openingHours: 'Tu 10:00-12:00',
      easting: 456_400,
      northing: 297_300,
    });
    expect(claimOf(place, 'phone')).toMatchObject({
      by: 'someone who did not sign in',
      basis: 'published',
      source: 'kith-people',
      asOf: '2026-11-23',
    });
    const typed = sent.reference.toLowerCase().replaceAll('-', ' ');
    expect(await world.read(`/api/sent/${encodeURIComponent(typed)}`)).toMatchObject({
      state: 'accepted',
      note: 'Thank you.',
      placeId,
    });
  });

  it('sent again with the same key is the same place, waiting or listed', async () => {
    const place = newPlace({ name: 'Whist drive' });
    const first = await world.send<Sent>('/api/contributions', place);
    const before = await numberOf(world, 'waiting');
    expect(await world.send('/api/contributions', { ...place, name: 'Whist drives' })).toEqual(first);
    expect(await numberOf(world, 'waiting')).toBe(before);
    const { placeId } = await accept(world, first);
    expect(await world.send('/api/contributions', place)).toEqual({ ...first, outcome: 'shown', placeId });
  });

  it('is shown at once where a steward adds it', async () => {
    world.asks = world.people.steward;
    const sent = await world.send<Sent>('/api/contributions', newPlace({ name: 'Toddlers' }));
    expect(sent.outcome).toBe('shown');
    expect(await world.place(sent.placeId ?? '')).toMatchObject({
      name: 'Toddlers',
      checkedOn: '2026-11-23',
    });
    expect(await world.read(`/api/sent/${sent.reference}`)).toMatchObject({ state: 'accepted' });
  });

  it('goes by its postcode where there is no pin, also by the one in the address', async () => {
    world.asks = world.people.steward;
    for (const where of [{ postcode: 'le10 0zz' }, { address: '3 The Square, LE10 0ZZ' }]) {
      const sent = await world.send<Sent>('/api/contributions', newPlace({ pin: null, ...where }));
      const place = await world.place(sent.placeId ?? '');
      expect(place.precision).toBe('village');
      expect(place.patch).toBe('leicestershire');
    }
  });

  it('may be a pin that is only somewhere in a village', async () => {
    world.asks = world.people.steward;
    const pin = { ...SPOT, spreadMetres: 600 };
    const sent = await world.send<Sent>('/api/contributions', newPlace({ pin }));
    expect(await world.place(sent.placeId ?? '')).toMatchObject({ precision: 'village', spreadMetres: 600 });
  });

  it('says everything that is wrong, field by field, and keeps nothing', async () => {
    const before = await numberOf(world, 'waiting');
    const bad = {
      phone: 'ring Jane',
      email: 'jane',
      website: 'javascript:alert(1)',
      openingHours: 'Tuesdays',
    };
    const body = details(await world.send('/api/contributions', newPlace({ ...bad, postcode: 'LE' }), 400));
    expect(body.details.map(({ field }) => field).sort()).toEqual([
      'email',
      'openingHours',
      'phone',
      'postcode',
      'website',
    ]);
    expect(JSON.stringify(body)).toMatch(/Mo-Fr 09:00-17:00.*area code|area code.*Mo-Fr 09:00-17:00/);
    expect(await numberOf(world, 'waiting')).toBe(before);
  });

  it.each([
    [{ pin: null }, /put a pin on the map, or give its postcode/],
    [{ pin: null, postcode: 'ZE1 0AA' }, /does not know the postcode ZE1 0AA/],
    [{ pin: { lon: -3.2, lat: 55.9 } }, /outside the maps/],
    [{ pin: { lon: 52.5, lat: -1.2 } }, /not in Britain/],
    [{ name: ' ' }, /what it is called/],
    [{ key: 'mine' }, /a UUID made once/],
  ])('%j is refused with what to do', async (wrong, message) => {
    const body = await world.send('/api/contributions', { ...newPlace(), ...wrong }, 400);
    expect(JSON.stringify(body)).toMatch(message);
  });

  it('keeps text as text, and points out to the steward what may be a private person’s', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const place = newPlace({ name, phone: '07700 900123', email: 'jane.smith@gmail.com' });
    const sent = await world.send<Sent>('/api/contributions', place);
    const { rows } = await world.kith.open.client.execute({
      sql: 'select reasons, sender_hash from waiting where reference = ?',
      args: [sent.reference],
    });
    expect(JSON.parse(String(rows[0]?.reasons))).toEqual(
      expect.arrayContaining([expect.stringContaining('a mobile'), expect.stringContaining('person’s name')]),
    );
    expect(String(rows[0]?.sender_hash)).toMatch(/^[\w-]{43}$/);
    const { placeId } = await accept(world, sent);
    expect((await world.place(placeId)).name).toBe(name);
  });

  it('takes what the steward amends as the steward’s word', async () => {
    const sent = await world.send<Sent>('/api/contributions', newPlace({ name: 'Nit and knatter' }));
    const { placeId } = await accept(world, sent, [{ field: 'name', value: 'Knit and natter 2' }]);
    const place = await world.place(placeId);
    expect(claimOf(place, 'name')).toMatchObject({
      value: 'Knit and natter 2',
      by: 'a steward',
      basis: 'checked',
    });
    expect(claimOf(place, 'kind')).toMatchObject({ by: 'someone who did not sign in' });
  });
});

describe('editing', () => {
  it('of a visitor waits, and is compared again when it is accepted', async () => {
    const was = await nowOf(MILLBROOK, 'phone');
    const edit = editOf([{ field: 'phone', was, value: '0116 496 0001' }], { why: 'I rang.' });
    const sent = await world.send<Sent>(`/api/places/${MILLBROOK}/edits`, edit);
    expect(sent).toMatchObject({ outcome: 'waiting', placeId: MILLBROOK });
    expect(await nowOf(MILLBROOK, 'phone')).toBe(was);
    await accept(world, sent);
    expect(await nowOf(MILLBROOK, 'phone')).toBe('0116 496 0001');

    const late = await world.send<Sent>(
      `/api/places/${MILLBROOK}/edits`,
      editOf([{ field: 'phone', was: '0116 496 0001', value: '0116 496 0002' }]),
    );
    world.asks = world.people.steward;
    await world.send(
      `/api/places/${MILLBROOK}/edits`,
      editOf([{ field: 'phone', was: '0116 496 0001', value: '0116 496 0003' }]),
    );
    await expect(accept(world, late)).rejects.toThrow(/changed this meanwhile/);
    expect(await nowOf(MILLBROOK, 'phone')).toBe('0116 496 0003');
    await accept(world, late, [{ field: 'phone', was: '0116 496 0003', value: '0116 496 0004' }]);
    expect(await nowOf(MILLBROOK, 'phone')).toBe('0116 496 0004');
  });

  it('by two people at once: the second is told who, what and when, and nothing is half kept', async () => {
    world.asks = world.people.steward;
    const was = { when: await nowOf(NORTHGATE, 'when'), notes: await nowOf(NORTHGATE, 'notes') };
    await world.send(
      `/api/places/${NORTHGATE}/edits`,
      editOf([{ field: 'notes', was: was.notes, value: 'Bell on the left.' }]),
    );
    const claims = await numberOf(world, 'claim');
    const second = editOf([
      { field: 'notes', was: was.notes, value: 'Ring first.' },
      { field: 'when', was: was.when, value: 'Tuesdays' },
    ]);
    const refused = details(await world.send(`/api/places/${NORTHGATE}/edits`, second, 409));
    expect(refused).toMatchObject({
      code: 'changed-meanwhile',
      details: [
        { field: 'notes', yours: 'Ring first.', theirs: 'Bell on the left.', by: 'a steward', at: world.now },
      ],
    });
    expect(await numberOf(world, 'claim')).toBe(claims);
    expect(await nowOf(NORTHGATE, 'when')).toBe(was.when);

    // The same edit, made on what the other said; and once more, as if the answer had been lost.
    const again = { ...second, changes: second.changes.map((each) => ({ ...each })) };
    again.changes[0] = { field: 'notes', was: 'Bell on the left.', value: 'Ring first.' };
    const sent = await world.send(`/api/places/${NORTHGATE}/edits`, again);
    expect(await world.send(`/api/places/${NORTHGATE}/edits`, again)).toEqual(sent);
    expect([await nowOf(NORTHGATE, 'notes'), await nowOf(NORTHGATE, 'when')]).toEqual([
      'Ring first.',
      'Tuesdays',
    ]);
  });

  it('that sets what already stands is no conflict', async () => {
    world.asks = world.people.steward;
    const edit = editOf([{ field: 'notes', was: 'something else', value: 'Ring first.' }]);
    expect(await world.send(`/api/places/${NORTHGATE}/edits`, edit)).toMatchObject({ outcome: 'shown' });
  });

  it('takes a value away, and a file does not bring it back', async () => {
    world.asks = world.people.steward;
    await world.send(
      `/api/places/${NORTHGATE}/edits`,
      editOf([{ field: 'notes', was: 'Ring first.', value: null }]),
    );
    expect(await nowOf(NORTHGATE, 'notes')).toBeNull();
  });

  it('moves a place with its district, and closes it with the year', async () => {
    world.asks = world.people.steward;
    const { placeId: id } = await world.send<Sent>('/api/contributions', newPlace({ name: 'Chess' }));
    const position = await nowOf(id ?? '', 'position');
    const moved = editOf([{ field: 'position', was: position, value: { lon: -1.1677, lat: 52.5858 } }]);
    await world.send(`/api/places/${id}/edits`, moved);
    expect(await world.place(id ?? '')).toMatchObject({ district: 'Charnwood', patch: 'leicestershire' });
    const closed = editOf([{ field: 'status', was: 'open', value: 'closed' }]);
    await world.send(`/api/places/${id}/edits`, closed);
    expect(await world.place(id ?? '')).toMatchObject({ status: 'closed', yearClosed: 2026 });
    const open = editOf([{ field: 'status', was: 'closed', value: 'open' }]);
    await world.send(`/api/places/${id}/edits`, open);
    expect(await world.place(id ?? '')).toMatchObject({ status: 'open', yearClosed: null });
    const before = editOf([{ field: 'status', was: 'open', value: 'closed' }], { yearClosed: 2024 });
    await world.send(`/api/places/${id}/edits`, before);
    expect(await world.place(id ?? '')).toMatchObject({ status: 'closed', yearClosed: 2024 });
  });

  it.each([
    [[{ field: 'name', was: null, value: null }], /Say what it is called/],
    [[{ field: 'kind', was: null, value: 'zoo' }], /from the list/],
    [[{ field: 'position', was: null, value: { lon: 1, lat: 1 } }], /not in Britain/],
    [[{ field: 'position', was: null, value: 'there' }], /in degrees/],
    [[{ field: 'uprn', was: null, value: '1' }], /changes\.0\.field/],
    [[], /Change something first/],
  ])('%j is refused with what to do', async (changes, message) => {
    const body = await world.send(
      `/api/places/${NORTHGATE}/edits`,
      { key: newKey(), changes, why: null },
      400,
    );
    expect(JSON.stringify(body)).toMatch(message);
  });

  it('of nothing, or twice of one field, is refused', async () => {
    const edit = editOf([{ field: 'notes', was: null, value: 'x' }]);
    await world.send('/api/places/00000000-0000-4000-8000-000000000000/edits', edit, 404);
    const twice = editOf([
      { field: 'notes', was: null, value: 'x' },
      { field: 'notes', was: null, value: 'y' },
    ]);
    await world.send(`/api/places/${NORTHGATE}/edits`, twice, 409);
  });
});

describe('still right', () => {
  it('checks all that was shown, as one change, by whoever signed in', async () => {
    world.now = '2026-11-24T10:00:00.000Z';
    const place = await world.place(MILLBROOK);
    const shown = ['name', 'status', 'position', 'phone'].map((field) => ({
      field,
      value: claimOf(place, field)?.value ?? null,
    }));
    await world.send(`/api/places/${MILLBROOK}/confirmations`, { shown }, 401);
    world.asks = world.people.contributor;
    const changes = await numberOf(world, 'change');
    await world.send(`/api/places/${MILLBROOK}/confirmations`, { shown }, 200);
    expect(await numberOf(world, 'change')).toBe(changes + 1);
    const after = await world.place(MILLBROOK);
    expect(after).toMatchObject({ checkedOn: '2026-11-24', freshness: 'fresh' });
    expect(claimOf(after, 'status')).toMatchObject({ by: 'someone who signed in', basis: 'checked' });
    expect(claimOf(after, 'position')?.value).toEqual(claimOf(place, 'position')?.value);
    // What a list says stays under the licence of the list.
    expect(claimOf(after, 'name')?.licence).toBe(claimOf(place, 'name')?.licence);
  });

  it('of something else than stands is refused, and nothing is checked', async () => {
    world.asks = world.people.contributor;
    const claims = await numberOf(world, 'claim');
    const shown = [
      { field: 'name', value: 'Millbrook Library' },
      { field: 'phone', value: '1' },
    ];
    const refused = details(await world.send(`/api/places/${MILLBROOK}/confirmations`, { shown }, 409));
    expect(refused).toMatchObject({
      code: 'changed-meanwhile',
      details: [{ field: 'phone', yours: '1', theirs: '0116 496 0004' }],
    });
    expect(await numberOf(world, 'claim')).toBe(claims);
  });
});

describe('look-alikes', () => {
  const ask = async (query: string) =>
    (await world.read<{ neighbours: Neighbour[] }>(`/api/look-alikes?${query}`)).neighbours;

  it('shows the likeliest first, with why', async () => {
    const found = await ask(`name=Northgate%20library&kind=library&lon=${SPOT.lon}&lat=${SPOT.lat}`);
    expect(found[0]).toMatchObject({ id: NORTHGATE, name: 'Northgate Library', kind: 'library' });
    expect(found[0]?.likeness).toBeGreaterThan(0.9);
    expect(found[0]?.reasons).toContain('the same name');
    expect(found[0]?.straightMetres).toBeGreaterThan(300);
    expect(found.length).toBeLessThanOrEqual(5);
  });

  it('finds it by another kind, and by name alone; nothing where nothing is like it', async () => {
    const other = await ask(`name=Northgate%20library&kind=hub&lon=${SPOT.lon}&lat=${SPOT.lat}`);
    expect(other.find(({ id }) => id === NORTHGATE)?.reasons).toContain('listed as: Library');
    expect((await ask('name=Northgate&kind=library')).map(({ id }) => id)).toContain(NORTHGATE);
    expect(await ask(`name=Zumba&kind=group&lon=${SPOT.lon}&lat=52.7`)).toEqual([]);
    expect(await ask('name=')).toEqual([]);
  });

  it('does not take a group that meets in a library for the library', async () => {
    const { lon, lat } = await world.place(NORTHGATE);
    const at = `lon=${lon}&lat=${lat}`;
    const group = await ask(`name=Northgate%20Library%20knit%20and%20natter&kind=group&${at}`);
    expect(group.find(({ id }) => id === NORTHGATE)?.likeness ?? 0).toBeLessThan(0.3);
    const same = await ask(`name=Northgate%20Library&kind=group&${at}`);
    expect(same.find(({ id }) => id === NORTHGATE)?.likeness).toBeGreaterThan(0.5);
  });

  it.each(['name=x&lon=1', 'name=x&lon=a&lat=b', 'name=x&lon=-1&lat=10', 'name=x&kind=zoo', 'kind=hall'])(
    '%s is refused',
    async (query) => {
      await world.read(`/api/look-alikes?${query}`, 400);
    },
  );
});

it('a reference that nobody was given leads to nothing', async () => {
  await world.read('/api/sent/K7QX-2MPA-9RTB', 404);
  await world.read(`/api/sent/${encodeURIComponent("' or 1=1")}`, 404);
});
