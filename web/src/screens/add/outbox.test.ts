import { describe, expect, it } from 'vitest';
import { newDraft, newPlaceOf } from './draft.ts';
import { pageShelf } from './kept-drafts.ts';
import { forgetSent, hasWaiting, Outbox, type Sender } from './outbox.ts';

const now = () => new Date('2026-11-23T14:00:00Z');
const place = (key: string) => newPlaceOf({ ...newDraft(key, ''), kind: 'hall', name: `Hall ${key}` }, []);
const OFF = new Error('no line');
const REFUSED = new Error('not so');

/** A server that keeps each key once, and may lose what comes to it or the answer. */
function server() {
  const kept = new Map<string, readonly string[]>();
  const photos: string[] = [];
  const state = { takes: true, answers: true, refuses: false };
  const sender: Sender = {
    async place({ key, photos: ids }) {
      if (!state.takes) throw OFF;
      if (state.refuses) throw REFUSED;
      if (!kept.has(key)) kept.set(key, ids);
      if (!state.answers) throw OFF;
      return { reference: `R-${key}`, outcome: 'waiting', placeId: null };
    },
    async photo(key) {
      if (!state.takes) throw OFF;
      photos.push(key);
      return `photo-of-${key}`;
    },
    refused: (error) => error === REFUSED,
  };
  return { kept, photos, state, sender };
}

describe('what waits to be sent', () => {
  it('stays on the device without a line, and is sent once when it is back', async () => {
    const shelf = pageShelf();
    const { kept, state, sender } = server();
    const box = new Outbox(shelf, sender, now);
    state.takes = false;
    box.put(place('a'), null, null);
    expect((await box.send(null)).map(({ outcome }) => outcome)).toEqual(['later']);
    expect(hasWaiting(shelf)).toBe(true);
    state.takes = true;
    // Another page of the same device, opened later.
    const later = new Outbox(shelf, sender, now);
    expect((await later.send(null)).map(({ outcome }) => outcome)).toEqual(['sent']);
    expect([...kept.keys()]).toEqual(['a']);
    expect(hasWaiting(shelf)).toBe(false);
    expect(later.sent()).toEqual([
      { reference: 'R-a', name: 'Hall a', at: now().toISOString(), person: null },
    ]);
    expect(await later.send(null)).toEqual([]);
  });

  it('is one place though the answer was lost', async () => {
    const shelf = pageShelf();
    const { kept, photos, state, sender } = server();
    const box = new Outbox(shelf, sender, now);
    box.put(place('a'), 'A brick hall', null);
    state.answers = false;
    await box.send(null);
    state.answers = true;
    await box.send(null);
    expect([...kept]).toEqual([['a', ['photo-of-a']]]);
    // Nor is its picture sent twice.
    expect(photos).toEqual(['a']);
    expect(box.sent()).toHaveLength(1);
  });

  it('is not sent twice by two calls at once', async () => {
    const { photos, sender } = server();
    const box = new Outbox(pageShelf(), sender, now);
    box.put(place('a'), 'A brick hall', null);
    await Promise.all([box.send(null), box.send(null), box.send(null)]);
    expect(photos).toEqual(['a']);
    expect(box.sent()).toHaveLength(1);
  });

  it('lets one that is refused hold up no other', async () => {
    const { kept, state, sender } = server();
    const box = new Outbox(pageShelf(), sender, now);
    box.put(place('a'), null, null);
    state.refuses = true;
    expect((await box.send(null)).map(({ outcome }) => outcome)).toEqual(['refused']);
    state.refuses = false;
    box.drop('a');
    box.put(place('b'), null, null);
    await box.send(null);
    expect([...kept.keys()]).toEqual(['b']);
  });

  it('goes only as whoever pressed Send: of anybody else it stays, to be a draft again', async () => {
    const shelf = pageShelf();
    const { kept, sender } = server();
    const box = new Outbox(shelf, sender, now);
    box.put(place('a'), null, 'amina');
    box.put(place('b'), null, 'ben');
    box.put(place('v'), null, null);
    const outcomes = await box.send('ben');
    expect(outcomes.map(({ key, outcome }) => [key, outcome]).toSorted()).toEqual([
      ['a', 'another'],
      ['b', 'sent'],
      ['v', 'another'],
    ]);
    expect([...kept.keys()]).toEqual(['b']);
    expect(box.waiting().map(({ person }) => person)).toEqual(expect.arrayContaining(['amina', null]));
    await box.send('amina');
    box.forgetSent('amina');
    expect(
      box.sent().map(({ person }) => person),
      'what another sent is theirs',
    ).toEqual(['ben']);
    forgetSent(shelf, (person) => person === 'ben');
    expect(box.sent()).toEqual([]);
  });

  it('of before it said whose it is goes as a visitor’s', async () => {
    const shelf = pageShelf();
    const { kept, sender } = server();
    shelf.setItem('kith-send:o', JSON.stringify({ place: place('o'), alt: null, at: '' }));
    await new Outbox(shelf, sender, now).send(null);
    expect([...kept.keys()]).toEqual(['o']);
  });

  it('remembers the last twenty sent, and forgets them when asked', async () => {
    const box = new Outbox(pageShelf(), server().sender, now);
    for (let at = 0; at < 23; at++) box.put(place(`k${at}`), null, null);
    await box.send(null);
    expect(box.sent()).toHaveLength(20);
    box.forgetSent(null);
    expect(box.sent()).toEqual([]);
  });

  it('reads past what is not its own', () => {
    const shelf = pageShelf();
    shelf.setItem('kith-send:x', '{');
    shelf.setItem('kith-send:y', '{}');
    shelf.setItem('kith-sent', '{}');
    const box = new Outbox(shelf, server().sender, now);
    expect([box.waiting(), box.sent()]).toEqual([[], []]);
  });
});
