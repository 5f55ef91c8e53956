import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outboxMailer } from '@kith/api/mail/outbox';
import { keepWaiting } from '@kith/api/store/keep/waiting-store';
import type { Sent } from '@kith/core/keep/contribution';
import { VISITOR } from '@kith/core/keep/roles';
import { placeFields } from '@kith/core/place/place';
import { csvCell } from '@kith/core/scenario/csv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accept,
  editOf,
  type KeepingWorld,
  keepingWorld,
  NORTHGATE,
  newPlace,
} from '../contract/keeping-world.ts';
import { appOf } from '../contract/kith-app.ts';
import { TINY_PNG } from '../contract/photo-bytes.ts';

/** What people write is words, wherever it goes: on a page, in a letter, in a file. */

const MARKUP = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
const RUNS = [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<b>x',
  'vbscript:x',
];

let world: KeepingWorld;
beforeAll(async () => {
  world = await keepingWorld();
});
afterAll(() => world.close());

const NO_PAGE = {
  'content-type': expect.stringMatching(/^application\/json/),
  'x-content-type-options': 'nosniff',
};
/** What an address answers, after a look that no browser takes it for a page. */
async function words(path: string): Promise<string> {
  const answer = await world.app.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  expect(Object.fromEntries(answer.headers)).toMatchObject(NO_PAGE);
  return answer.text();
}
const quoted = JSON.stringify(MARKUP).slice(1, -1);

describe('markup that people write', () => {
  it('is kept as it was written and answered as data: place, queue, history, risk notes, photos, what became of it', async () => {
    world.asks = VISITOR;
    const photo = await world.app.request(`/api/photos?alt=${encodeURIComponent(MARKUP)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'image/png' },
      body: new Uint8Array(TINY_PNG),
    });
    const { id } = (await photo.json()) as { id: string };
    const said = newPlace({ name: MARKUP, notes: MARKUP, address: MARKUP, operator: MARKUP, photos: [id] });
    const sent = await world.send<Sent>('/api/contributions', said);
    world.asks = world.people.steward;
    expect(await words('/api/waiting')).toContain(quoted);
    const { placeId } = await accept(world, sent);
    expect(await words(`/api/places/${placeId}`)).toContain(`"alt":"${quoted}"`);
    expect(await words(`/api/places/${placeId}/history`)).toContain(quoted);
    expect(await words(`/api/sent/${sent.reference}`)).toContain(quoted);
    expect(await words(`/api/look-alikes?name=${encodeURIComponent(MARKUP)}`)).toContain('neighbours');
    const risk = {
      reason: 'other',
      amountGbp: null,
      endsOn: null,
      funder: MARKUP,
      words: MARKUP,
      public: true,
    };
    await world.send(`/api/places/${placeId}/risks`, risk);
    expect(await words(`/api/places/${placeId}/risks`)).toContain(quoted);
    const asked = { organisationName: MARKUP, words: MARKUP };
    world.asks = world.people.contributor;
    const keep = await world.send<Sent>(`/api/places/${placeId}/keep`, asked);
    await accept(world, keep);
    world.asks = VISITOR;
    expect(await world.place(placeId)).toMatchObject({ name: MARKUP, keeper: { name: MARKUP } });
  });

  it('is never taken for a page by the screens either', () => {
    const web = join(import.meta.dirname, '..', '..', 'web', 'src');
    const ways =
      '\\{@html|innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\\.write|new Function|\\beval\\(';
    const found = spawnSync('grep', ['-rnE', ways, web], { encoding: 'utf8' });
    expect(found.stdout).toBe('');
  });
});

describe('a web page that would run', () => {
  it.each(RUNS)('%j is refused, whoever says it and however', async (website) => {
    world.asks = VISITOR;
    const place = await world.app.send('/api/contributions', newPlace({ website }));
    expect(place.status).toBe(400);
    const edit = editOf([{ field: 'website', was: null, value: website }]);
    for (const asks of [VISITOR, world.people.steward]) {
      world.asks = asks;
      expect((await world.app.send(`/api/places/${NORTHGATE}/edits`, edit)).status).toBe(400);
    }
    world.asks = world.people.steward;
    const organisation = { name: 'Somebody', website };
    expect((await world.app.send('/api/organisations', organisation)).status).toBe(400);
    expect(placeFields.shape.website.safeParse(website).success).toBe(false);
  });
});

describe('letters', () => {
  it('are plain text, and nobody adds to their head', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-letters-'));
    const mailer = outboxMailer(folder, () => undefined);
    const app = appOf(world.kith, { person: async () => world.people.steward, mailer });
    const { id } = await keepWaiting(world.kith.open.db, {
      kind: 'report',
      placeId: NORTHGATE,
      title: 'Hall\r\nBcc: all@example.org\n\n<b>bold</b>',
      summary: 'Something else',
      body: { reason: 'other', detail: 'The door sticks.' },
      at: world.now,
      person: world.people.contributor,
      address: null,
    });
    const note = 'See\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>';
    await app.send('/api/waiting/decisions', { ids: [id], decision: 'reject', note });
    // A decision does not wait for its letter.
    await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
    const letter = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');
    rmSync(folder, { recursive: true });
    const head = letter.slice(0, letter.indexOf('\n\n'));
    expect(head).toMatch(/^Subject: .*Hall Bcc: all@example\.org <b>bold<\/b>$/m);
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head).not.toMatch(/text\/html/i);
    expect(letter).toContain('<script>alert(1)</script>');
  });
});

describe('files for spreadsheets', () => {
  it.each(['=HYPERLINK("http://x")', '+1+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])(
    '%j is words, not a formula',
    (text) => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('hold what people said in the same way', async () => {
    world.asks = VISITOR;
    const name = '=HYPERLINK("http://x")';
    await accept(world, await world.send<Sent>('/api/contributions', newPlace({ name })));
    const answer = await world.app.get('/api/exports/places-ogl.csv');
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/csv/);
    const file = await answer.text();
    expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(file).not.toMatch(/(^|,)"?=/m);
  });
});
