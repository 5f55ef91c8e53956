import { NoteLinks } from '@kith/core/keep/note-links';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { enderbyKith, OF_ALPHA, STEWARD } from './enderby.ts';

let given: Awaited<ReturnType<typeof enderbyKith>>;
beforeAll(async () => {
  given = await enderbyKith();
});
afterAll(() => given.kith.close());

it('says that an older row of a steward changes nothing, and lets one without a day have the last word', async () => {
  const { asks, edit, placeNow, sheets } = given;
  asks.person = OF_ALPHA;
  await edit('phone', '0116 496 0401');
  asks.person = STEWARD;
  const old = await sheets.bring(given.phoneList('0116 496 0402', '01/09/2020'));
  const dry = await sheets.dryRun(old.id);
  expect(dry.counts).toMatchObject({ changed: 0, same: 1 });
  expect(dry.problems).toContainEqual(
    expect.objectContaining({
      row: 2,
      column: 5,
      weight: 'note',
      problem: expect.stringContaining('Phone (said on 2026-11-23)'),
    }),
  );
  expect(await sheets.run(old.id)).toMatchObject({ changed: 0, same: 1 });
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0401' });
  const undated = await sheets.bring(given.phoneList('0116 496 0403'));
  expect(await sheets.run(undated.id)).toMatchObject({ changed: 1 });
  expect(await placeNow()).toMatchObject({ phone: '0116 496 0403' });
});

it('tells stewards of contacts that may be private, and compares no row with what others sent', async () => {
  const { asks, enderby, kith, sheets } = given;
  asks.person = { ...OF_ALPHA, organisations: [{ id: 'org-2', name: 'Beta' }] };
  const link = vi.spyOn(NoteLinks.prototype, 'link');
  const { id } = await sheets.bring(
    `Name,Type,Postcode,Telephone,Email\nFoxglove Hall,Village hall,LE19 4AA,07700 900123,\nEnderby,Library,LE19 4PG,,jane.smith@gmail.com\n`,
  );
  expect(await sheets.run(id)).toMatchObject({ waiting: 2 });
  expect(link).not.toHaveBeenCalled();
  link.mockRestore();
  const { rows } = await kith.open.client.execute(
    'select place_id, reasons from waiting order by rowid desc limit 2',
  );
  const reasons = (known: boolean) =>
    String(rows.find(({ place_id }) => (place_id === enderby) === known)?.reasons);
  expect(reasons(false)).toContain('The phone is a mobile');
  expect(reasons(true)).toContain('a person’s name in it');
});
