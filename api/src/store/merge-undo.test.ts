import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { place } from '../db/schema.ts';
import { logChange } from './claim-store.ts';
import { listApart, pairToMerge, standingMergeOf } from './match-store.ts';
import { listCandidates, listDecisions, replaceCandidates } from './merge-queue-store.ts';
import { applyMerges, keepApart, mergePlaces, undoMerge } from './merge-store.ts';
import type { OpenDatabase } from './open.ts';
import { getPlace, listPlaces } from './place-store.ts';
import { reloadClaims } from './reload-store.ts';
import {
  claimOf,
  OTHER_PLACE,
  PLACE,
  placeClaims,
  positionAt,
  say,
  temporaryStore,
} from './temporary-store.ts';

const THIRD = 'a0000000-0000-5000-8000-000000000003';
const AT = '2026-02-01T00:00:00Z';
const FIRST_LIST = [
  ...placeClaims(PLACE, 'Hall', { phone: '1', position: positionAt(455_000, 297_000) }),
  ...placeClaims(OTHER_PLACE, 'The Hall', { email: 'hall@example.org' }),
  ...placeClaims(THIRD, 'Village Hall', { notes: 'Ring first.' }),
].map((claim) => ({ ...claim, author: 'load' }));

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
  await say(open, FIRST_LIST);
});
afterEach(() => close());

/** Every row as it is, less the number that only the indexes know it by. */
async function rows(): Promise<unknown[]> {
  return (await open.db.select().from(place).orderBy(place.id)).map(({ key: _, ...row }) => row);
}
const merge = (from: string, to: string) => mergePlaces(open.db, from, to, 'ann', AT);
/** Undoes the merge that took this id away. */
async function undo(from: string) {
  return undoMerge(open.db, (await standingMergeOf(open.db, from)) ?? 0, 'bob', AT);
}

describe('undoing a merge', () => {
  it('leaves both places exactly as they were, and remembers that they are two', async () => {
    const before = await rows();
    await merge(PLACE, OTHER_PLACE);
    expect(await rows()).not.toEqual(before);
    expect(await undo(PLACE)).toEqual({ fromId: PLACE, toId: OTHER_PLACE });
    expect(await rows()).toEqual(before);
    expect(await listApart(open.db)).toEqual(new Set([`${PLACE} ${OTHER_PLACE}`]));
  });

  it('finds the place again by its words and its position', async () => {
    await merge(PLACE, OTHER_PLACE);
    await undo(PLACE);
    const page = await listPlaces(open.db, { outside: false, words: 'hall', bbox: [-2, 52, -1, 53] }, 10);
    expect(page?.places.map(({ summary }) => summary.id)).toEqual([PLACE]);
  });

  it('in the middle of a chain parts what was merged first from all that came after', async () => {
    const before = await rows();
    await merge(PLACE, OTHER_PLACE);
    await merge(OTHER_PLACE, THIRD);
    await undo(PLACE);
    expect(await getPlace(open.db, OTHER_PLACE)).toEqual({ found: 'moved', to: THIRD });
    expect(await getPlace(open.db, THIRD)).toMatchObject({
      place: { phone: null, email: 'hall@example.org' },
    });
    expect(await getPlace(open.db, PLACE)).toMatchObject({
      found: 'place',
      place: { phone: '1', email: null },
    });
    await undo(OTHER_PLACE);
    expect(await rows()).toEqual(before);
  });

  it('at the end of a chain keeps what was merged before', async () => {
    await merge(PLACE, OTHER_PLACE);
    await merge(OTHER_PLACE, THIRD);
    await undo(OTHER_PLACE);
    expect(await getPlace(open.db, PLACE)).toEqual({ found: 'moved', to: OTHER_PLACE });
    expect(await getPlace(open.db, OTHER_PLACE)).toMatchObject({
      place: { phone: '1', email: 'hall@example.org' },
    });
    expect(await getPlace(open.db, THIRD)).toMatchObject({
      place: { phone: null, email: null, notes: 'Ring first.' },
    });
  });

  it('after a reload gives both what the list now says', async () => {
    await merge(PLACE, OTHER_PLACE);
    const later = [
      ...placeClaims(PLACE, 'Hall', { phone: '2' }),
      ...placeClaims(OTHER_PLACE, 'New Hall'),
      ...placeClaims(THIRD, 'Village Hall', { notes: 'Ring first.' }),
    ];
    await open.db.transaction(async (tx) => {
      const change = await logChange(tx, { kind: 'load', at: AT, author: 'load', summary: 'Again' });
      await reloadClaims(tx, change, 'load', later);
    });
    await undo(PLACE);
    expect(await getPlace(open.db, PLACE)).toMatchObject({ place: { name: 'Hall', phone: '2' } });
    expect(await getPlace(open.db, OTHER_PLACE)).toMatchObject({ place: { name: 'New Hall', email: null } });
  });

  it('keeps what a person said of the merged place with the id it was said of', async () => {
    await merge(PLACE, OTHER_PLACE);
    await say(open, [claimOf('phone', '99', { placeId: OTHER_PLACE, author: 'ann' })], 'edit');
    expect(await getPlace(open.db, OTHER_PLACE)).toMatchObject({ place: { phone: '99' } });
    await undo(PLACE);
    expect(await getPlace(open.db, OTHER_PLACE)).toMatchObject({ place: { phone: '99' } });
    expect(await getPlace(open.db, PLACE)).toMatchObject({ place: { phone: '1' } });
  });

  it('is refused where there is nothing to undo', async () => {
    await merge(PLACE, OTHER_PLACE);
    const event = (await standingMergeOf(open.db, PLACE)) ?? 0;
    await undoMerge(open.db, event, 'bob', AT);
    await expect(undoMerge(open.db, event, 'bob', AT)).rejects.toThrow('was undone before');
    await expect(undoMerge(open.db, 999, 'bob', AT)).rejects.toThrow('no merge with the number 999');
  });

  it('does not hinder a person from merging the two again', async () => {
    await merge(PLACE, OTHER_PLACE);
    await undo(PLACE);
    await merge(PLACE, OTHER_PLACE);
    expect(await getPlace(open.db, PLACE)).toEqual({ found: 'moved', to: OTHER_PLACE });
    expect(await listApart(open.db)).toEqual(new Set());
    await undo(PLACE);
    expect(await getPlace(open.db, PLACE)).toMatchObject({ found: 'place' });
  });
});

describe('many merges at once', () => {
  it('are one change, whatever chains they make, and take their places off the queue', async () => {
    const reasons = ['the same name'];
    await replaceCandidates(open.db, [{ fromId: PLACE, toId: THIRD, score: 0.7, reasons }]);
    await open.db.transaction(async (tx) => {
      const change = await logChange(tx, { kind: 'load', at: AT, author: 'load', summary: 'Load' });
      await applyMerges(tx, change, [
        { fromId: PLACE, toId: OTHER_PLACE, score: 0.99, reasons },
        { fromId: OTHER_PLACE, toId: THIRD, score: 0.98, reasons },
      ]);
    });
    expect((await rows()).length).toBe(1);
    expect(await getPlace(open.db, PLACE)).toEqual({ found: 'moved', to: THIRD });
    expect((await listCandidates(open.db, 10, 0)).total).toBe(0);
    const { decisions } = await listDecisions(open.db, 10, 0);
    expect(decisions).toMatchObject([
      {
        fromId: OTHER_PLACE,
        toId: THIRD,
        fromName: 'The Hall',
        score: 0.98,
        author: 'load',
        stands: true,
        reasons,
      },
      { fromId: PLACE, toId: OTHER_PLACE, fromName: 'Hall', score: 0.99, stands: true },
    ]);
  });
});

describe('the queue', () => {
  it('shows both sides and where they differ', async () => {
    await replaceCandidates(open.db, [
      { fromId: OTHER_PLACE, toId: PLACE, score: 0.8, reasons: ['the same name but for common words'] },
      { fromId: THIRD, toId: PLACE, score: 0.6, reasons: [] },
    ]);
    const { total, candidates } = await listCandidates(open.db, 1, 0);
    expect(total).toBe(2);
    expect(candidates[0]).toMatchObject({
      from: { name: 'The Hall' },
      to: { name: 'Hall', phone: '1' },
      score: 0.8,
    });
    expect(
      candidates[0]?.differs.map(({ field, from, to }) => [field, from?.value ?? null, to?.value ?? null]),
    ).toEqual(
      expect.arrayContaining([
        ['name', 'The Hall', 'Hall'],
        ['email', 'hall@example.org', null],
        ['phone', null, '1'],
      ]),
    );
    expect(candidates[0]?.differs.map(({ field }) => field)).not.toContain('kind');
  });

  it('drops a pair that is kept apart, and remembers it', async () => {
    await replaceCandidates(open.db, [{ fromId: OTHER_PLACE, toId: PLACE, score: 0.8, reasons: [] }]);
    await keepApart(open.db, PLACE, OTHER_PLACE, 'ann', AT);
    expect((await listCandidates(open.db, 10, 0)).total).toBe(0);
    expect(await listApart(open.db)).toEqual(new Set([`${PLACE} ${OTHER_PLACE}`]));
  });

  it('speaks of the places that the parted ones are of now', async () => {
    await keepApart(open.db, PLACE, OTHER_PLACE, 'ann', AT);
    await merge(OTHER_PLACE, THIRD);
    expect(await listApart(open.db)).toEqual(new Set([`${PLACE} ${THIRD}`]));
  });

  it('does not keep apart what is one', async () => {
    await merge(PLACE, OTHER_PLACE);
    await expect(keepApart(open.db, PLACE, OTHER_PLACE, 'ann', AT)).rejects.toThrow('one place now');
  });
});

describe('which id stays', () => {
  it('is that of the source trusted more, and a starter’s before all', async () => {
    await say(
      open,
      placeClaims(THIRD, 'Village Hall').map((claim) => ({ ...claim, author: 'starter' })),
    );
    const listed = (id: string, source: string) =>
      open.db.run(
        sql`insert into listing (source, key, place_id, fingerprint, first_change, last_change) values (${source}, ${id}, ${id}, '', 1, 1)`,
      );
    await listed(PLACE, 'other');
    await listed(OTHER_PLACE, 'trusted');
    expect(await pairToMerge(open.db, PLACE, OTHER_PLACE)).toEqual({ fromId: PLACE, toId: OTHER_PLACE });
    expect(await pairToMerge(open.db, OTHER_PLACE, PLACE)).toEqual({ fromId: PLACE, toId: OTHER_PLACE });
    expect(await pairToMerge(open.db, OTHER_PLACE, THIRD)).toEqual({ fromId: OTHER_PLACE, toId: THIRD });
    await expect(pairToMerge(open.db, PLACE, 'nobody')).rejects.toThrow('No place has the id nobody');
  });
});
