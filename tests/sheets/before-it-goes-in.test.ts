import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf } from '../contract/kith-app.ts';
import { enderbyKith, OF_ALPHA, STEWARD } from './enderby.ts';

let given: Awaited<ReturnType<typeof enderbyKith>>;
beforeAll(async () => {
  given = await enderbyKith();
});
afterAll(() => given.kith.close());

it('imports nothing while names are only guessed and nobody has looked at them', async () => {
  const { app, asks, sheets } = given;
  asks.person = STEWARD;
  const list = (name: string) =>
    `Postcode,Category,Anything\nLE19 4AA,Village hall,${name}\nLE9 9LB,Village hall,Gap Rooms\n`;
  const { id, mapping, unsureName } = await sheets.bring(list('Moss Hall'));
  expect(unsureName).toBe(3);
  const refused = () => app.send(`/api/imports/${id}/run`, {});
  const answer = await refused();
  expect(answer.status).toBe(409);
  expect((await answer.clone().json()).error.message).toContain(
    'Column C is taken for the names (Moss Hall, Gap Rooms)',
  );
  expect(await codeOf(answer)).toBe('names-not-seen');
  await sheets.remap(id, { ...mapping, nameColumn: 2 });
  expect((await refused()).status).toBe(409);
  expect(await sheets.remap(id, { ...mapping, nameColumn: 3 })).toMatchObject({ unsureName: 3 });
  expect(await sheets.run(id)).toMatchObject({ added: 2 });

  const next = await sheets.bring(list('Fern Hall'));
  expect(next).toMatchObject({ remembered: true, mapping: { nameColumn: 3 } });
  expect(await sheets.run(next.id)).toMatchObject({ added: 1 });
});

it('imports where another column was chosen for the names', async () => {
  const { asks, sheets } = given;
  asks.person = STEWARD;
  const { id, mapping } = await sheets.bring(
    'Postcode,Anything,Category,Else\nLE19 4AA,Moss,Village hall,Sedge Hall\nLE9 9LB,Gap,Village hall,Rush Rooms\n',
  );
  expect(mapping.columns[1]).toBe('name');
  const read = await sheets.remap(id, { ...mapping, columns: ['postcode', 'notes', 'kind', 'name'] });
  expect(read.unsureName).toBeNull();
  expect(await sheets.run(id)).toMatchObject({ added: 2 });
});

it('says as soon as a file is read that it holds more than may go to the stewards', async () => {
  const { app, asks, sheets } = given;
  const list = (rows: number, more: readonly string[] = []) =>
    [
      'Name,Type,Postcode',
      ...Array.from({ length: rows }, (_, at) => `Teasel ${at} Club,Club,LE18 1PA`),
      ...more,
    ].join('\n');
  asks.person = OF_ALPHA;
  const whole = await sheets.bring(list(501));
  expect(whole.tooMany).toEqual({
    sure: false,
    words: expect.stringMatching(
      /^This file has 501 rows.* 500 of those\. Bring it in parts of 500 rows or fewer\. Or .* ask a steward/,
    ),
  });
  expect((await sheets.dryRun(whole.id)).tooMany).toEqual({
    sure: true,
    words: expect.stringMatching(
      /^501 rows would go to a steward, and one file may send 500\. Bring it in parts/,
    ),
  });
  const run = await app.send(`/api/imports/${whole.id}/run`, {});
  expect(run.status).toBe(422);
  expect((await run.json()).error.message).toMatch(/^501 rows would go to a steward/);

  asks.person = STEWARD;
  expect(await (await app.get(`/api/imports/${whole.id}`)).json()).toMatchObject({ tooMany: null });
  expect((await sheets.dryRun(whole.id)).tooMany).toBeNull();

  asks.person = OF_ALPHA;
  expect((await sheets.bring(list(500))).tooMany).toBeNull();
  const nearly = await sheets.bring(
    list(499, ['Reed Rooms,Village hall,ZZ99 9ZZ', 'Rush Rooms,Village hall,']),
  );
  expect((await sheets.dryRun(nearly.id)).tooMany).toMatchObject({
    sure: false,
    words: expect.stringMatching(/^As many as 501 rows may go to a steward/),
  });
});
