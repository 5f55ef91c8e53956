import type { SentAnswer } from '@kith/api/store/keep/sent-store';
import type { Done, Waiting } from '@kith/core/keep/queue';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeOf } from '../contract/kith-app.ts';
import { enderbyKith, OF_ALPHA, STEWARD } from './enderby.ts';

let world: Awaited<ReturnType<typeof enderbyKith>>;
beforeEach(async () => {
  world = await enderbyKith();
});
afterEach(() => world.kith.close());

const LIST = 'Name,Type,Postcode,Telephone\nTeasel Hall,Village hall,LE18 1PA,0116 496 0001\n';
const read = async <T>(path: string) => (await (await world.app.get(path)).json()) as T;
const done = async () => (await read<{ done: Done[] }>('/api/waiting/done')).done;
const waits = async () => (await read<{ waiting: Waiting[] }>('/api/waiting?kind=new-place')).waiting;

it('what its sender took back with a spreadsheet no steward puts back', async () => {
  world.asks.person = OF_ALPHA;
  const { id } = await world.sheets.bring(LIST);
  await world.sheets.run(id);
  expect((await world.undo(id)).ok).toBe(true);
  world.asks.person = STEWARD;
  const [line] = await done();
  expect(line).toMatchObject({ title: 'Teasel Hall', outcome: 'rejected', withdrawn: true });
  const answer = await world.app.send(`/api/waiting/${line?.id}/put-back`, { decidedAt: line?.at });
  expect([answer.status, await codeOf(answer)]).toEqual([409, 'not-now']);
  expect(await waits()).toEqual([]);
});

it('a steward puts back what they rejected of their own, and not what they took back', async () => {
  // Somebody of no organisation speaks for themselves, in the list as in the spreadsheet.
  const alone = { ...OF_ALPHA, organisations: [] };
  world.asks.person = alone;
  const { id } = await world.sheets.bring(LIST);
  await world.sheets.run(id);
  world.asks.person = { ...alone, role: 'steward' };
  const [one] = await waits();
  const decision = { ids: [one?.id], decision: 'reject' };
  await world.app.send('/api/waiting/decisions', decision);
  const [rejected] = await done();
  expect(rejected?.withdrawn).toBe(false);
  const back = `/api/waiting/${one?.id}/put-back`;
  expect((await world.app.send(back, { decidedAt: rejected?.at })).status).toBe(204);
  world.asks.at = '2026-11-23T11:00:00.000Z';
  expect((await world.undo(id)).ok).toBe(true);
  const [withdrawn] = await done();
  expect(withdrawn).toMatchObject({ id: one?.id, withdrawn: true });
  expect((await world.app.send(back, { decidedAt: withdrawn?.at })).status).toBe(409);
});

it('who was told that somebody else sent it too waits again once that one takes it back', async () => {
  world.asks.person = OF_ALPHA;
  const sheets = [await world.sheets.bring(LIST), await world.sheets.bring(LIST.replace('0001', '0002'))];
  for (const { id } of sheets) await world.sheets.run(id);
  world.asks.person = STEWARD;
  const [one, other] = await waits();
  await world.app.send('/api/waiting/decisions', {
    ids: [one?.id],
    decision: 'reject',
    sameAs: other?.placeId,
  });
  expect(await read<SentAnswer>(`/api/sent/${one?.reference}`)).toMatchObject({ sameWaits: true });
  world.asks.person = OF_ALPHA;
  world.asks.at = '2026-11-23T11:00:00.000Z';
  expect((await world.undo(String(sheets[1]?.id))).ok).toBe(true);
  expect(await read<SentAnswer>(`/api/sent/${one?.reference}`)).toMatchObject({
    state: 'waiting',
    putBackAt: world.asks.at,
  });
});
