import { rateLimit } from '@kith/api/rate-limit';
import { afterEach, describe, expect, it } from 'vitest';
import { codeOf, cookieOf, type SignInApp, signInApp } from './signed-in-app.ts';

let app: SignInApp;
afterEach(() => app.close());

interface Me {
  person: { id: string | null; role: string; organisations: unknown[] };
  email: string | null;
  sessions: number;
}
const meOf = async (cookie?: string) =>
  (await (await app.send('GET', '/api/me', undefined, cookie ? { Cookie: cookie } : {})).json()) as Me;
const rowsOf = async (sql: string) => (await app.kith.open.client.execute(sql)).rows;
const ask = (email: string) => app.send('POST', '/api/sign-in', { email });

describe('a link by e-mail', () => {
  it('signs in once: a page opens it, a button uses it, and nobody else can', async () => {
    app = await signInApp();
    const coming = app.token();
    const asked = await ask('  Amina@Example.org ');
    expect([asked.status, await asked.json()]).toEqual([202, { sent: true, letter: 'sent' }]);
    const token = await coming;
    const letter = app.letters[0];
    expect([letter?.to, letter?.subject]).toEqual(['amina@example.org', 'Sign in to Kith']);
    // Behind `#`: no server and no log sees it.
    expect(letter?.text).toContain(`http://localhost:4401/sign-in#token=${token}\n`);

    const answer = await app.send('POST', '/api/sign-in/confirm', { token });
    expect(await answer.json()).toEqual({ signedIn: true });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^kith\.session_token=/);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).not.toMatch(/; Secure/i);

    const me = await meOf(cookieOf(answer));
    expect(me).toMatchObject({ person: { role: 'contributor' }, email: 'amina@example.org', sessions: 1 });
    const again = await app.send('POST', '/api/sign-in/confirm', { token });
    expect([again.status, await codeOf(again), again.headers.getSetCookie()]).toEqual([
      400,
      'link-spent',
      [],
    ]);
  });

  it('is used by none of those who open every link', async () => {
    app = await signInApp();
    const coming = app.token();
    await ask('amina@example.org');
    const token = await coming;
    for (const path of [
      `/sign-in?token=${token}`,
      `/api/sign-in/confirm?token=${token}`,
      `/api/auth/magic-link/verify?token=${token}`,
    ]) {
      const looked = await app.send('GET', path);
      expect(looked.headers.getSetCookie()).toEqual([]);
      if (path.startsWith('/api/')) expect(looked.status).toBeGreaterThanOrEqual(404);
    }
    expect((await app.send('POST', '/api/sign-in/confirm', { token })).status).toBe(200);
  });

  it('works for a quarter of an hour', async () => {
    app = await signInApp();
    const coming = app.token();
    await ask('amina@example.org');
    const token = await coming;
    const [row] = await rowsOf('select expires_at - created_at as n from verification');
    expect(Math.round(Number(row?.n) / 60_000)).toBe(15);
    await app.kith.open.client.execute(`update verification set expires_at = ${Date.now() - 1}`);
    expect(await codeOf(await app.send('POST', '/api/sign-in/confirm', { token }))).toBe('link-spent');
  });

  it('used twice at the same moment signs in once', async () => {
    app = await signInApp();
    const coming = app.token();
    await ask('amina@example.org');
    const token = await coming;
    const both = [1, 2, 3].map(() => app.send('POST', '/api/sign-in/confirm', { token }));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(await rowsOf('select id from session')).toHaveLength(1);
  });

  it('leaves in the database nothing that signs in', async () => {
    app = await signInApp();
    const coming = app.token();
    await ask('amina@example.org');
    const token = await coming;
    const rows = await rowsOf('select * from verification');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('goes over https alone where Kith is reached so', async () => {
    app = await signInApp({ origin: 'https://kith.example' });
    const coming = app.token();
    await ask('amina@example.org');
    const answer = await app.send('POST', '/api/sign-in/confirm', { token: await coming });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-kith\.session_token=.*; Secure/i);
    expect((await meOf(cookieOf(answer))).email).toBe('amina@example.org');
  });

  it.each(['', 'amina', 'a@b', `${'a'.repeat(250)}@example.org`, 'a@example.org\r\nBcc: b@example.org'])(
    'goes to no address that is none: %j',
    async (email) => {
      app = await signInApp();
      expect([(await ask(email)).status, app.letters]).toEqual([400, []]);
    },
  );
});

describe('who has an account', () => {
  it('cannot be told: known, new, too often and undeliverable are answered alike and at once', async () => {
    let reached = () => {};
    const slowMail = new Promise<void>((done) => {
      reached = done;
    });
    app = await signInApp({
      limits: { linksByAddress: rateLimit(1000, 1000) },
      mail: async ({ to }) => {
        if (to === 'nobody@example.org') throw new Error('Mailbox unknown');
        await slowMail;
      },
    });
    await app.stores.people.byEmail('known@example.org', new Date());
    const shapes = new Set<string>();
    const times: Record<string, number> = {};
    const emails = ['known@example.org', 'new@example.org', 'nobody@example.org'];
    for (const email of [...emails, ...Array<string>(9).fill('known@example.org'), ...emails]) {
      const before = performance.now();
      const answer = await ask(email);
      times[email] = Math.min(times[email] ?? Number.POSITIVE_INFINITY, performance.now() - before);
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id');
      shapes.add(JSON.stringify([answer.status, await answer.text(), headers]));
    }
    expect(shapes.size).toBe(1);
    // No answer waits for the letter, which here never comes: the slowest would take for ever.
    expect(Math.max(...Object.values(times))).toBeLessThan(250);
    reached();
  });

  it('nobody is kept who never opened the link', async () => {
    app = await signInApp();
    const coming = app.token();
    await ask('somebody@example.org');
    await coming;
    expect(await rowsOf('select * from user')).toEqual([]);
  });
});

describe('limits', () => {
  it('one letter box gets five letters an hour, whoever asks for them', async () => {
    app = await signInApp({ limits: { linksByAddress: rateLimit(1000, 1000) } });
    for (let n = 0; n < 50; n += 1) expect((await ask('amina@example.org')).status).toBe(202);
    await app.signIn('ben@example.org');
    expect(app.letters.filter(({ to }) => to === 'amina@example.org')).toHaveLength(5);
  });

  it('one network gets thirty links an hour, and is told when to come back', async () => {
    app = await signInApp();
    const codes: number[] = [];
    for (let n = 0; n < 300; n += 1) codes.push((await ask(`a${n}@example.org`)).status);
    expect(codes.filter((status) => status === 202)).toHaveLength(30);
    const last = await ask('b@example.org');
    expect([last.status, await codeOf(last)]).toEqual([429, 'too-many']);
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(3000);
  });

  it('tokens cannot be tried without end', async () => {
    app = await signInApp();
    const codes: number[] = [];
    for (let n = 0; n < 600; n += 1) {
      codes.push((await app.send('POST', '/api/sign-in/confirm', { token: `guess-${n}` })).status);
    }
    expect(codes.filter((status) => status === 400)).toHaveLength(60);
    expect(codes.filter((status) => status === 429)).toHaveLength(540);
  });

  it('nobody writes without end', async () => {
    app = await signInApp({ limits: { writes: rateLimit(10, 1000) } });
    const codes = [];
    for (let n = 0; n < 100; n += 1) codes.push((await app.send('POST', '/api/sign-out')).status);
    expect(codes.filter((status) => status === 200)).toHaveLength(10);
    const preview = await app.send('POST', '/api/scenarios/preview', {});
    expect(preview.status, 'what is only worked out is no write').toBe(400);
  });
});

describe('passkeys', () => {
  it('begin with a cookie that only Kith reads, and end in a plain refusal where nothing fits', async () => {
    app = await signInApp();
    const options = await app.send('GET', '/api/auth/passkey/generate-authenticate-options');
    expect(options.headers.getSetCookie()[0]).toMatch(/^kith\.better-auth-passkey=.*HttpOnly/i);
    expect(options.headers.get('Cache-Control')).toBe('private, no-store');
    const answer = { id: 'x', rawId: 'x', type: 'public-key', response: {} };
    const tried = await app.send(
      'POST',
      '/api/auth/passkey/verify-authentication',
      { response: answer },
      { Cookie: cookieOf(options) },
    );
    expect([tried.status, await codeOf(tried), tried.headers.getSetCookie()]).toEqual([
      400,
      'unknown-passkey',
      [],
    ]);
    expect(app.failures).toEqual([]);
  });
});

describe('sessions', () => {
  it('keep neither address nor browser', async () => {
    app = await signInApp();
    const coming = app.token();
    await ask('amina@example.org');
    await app.send(
      'POST',
      '/api/sign-in/confirm',
      { token: await coming },
      { 'User-Agent': 'A browser', 'X-Forwarded-For': '192.0.2.7' },
    );
    const [row] = await rowsOf('select ip_address, user_agent from session');
    expect([row?.ip_address, row?.user_agent]).toEqual([null, null]);
  });

  it('are listed, and end at once where their person ends them', async () => {
    app = await signInApp();
    const here = await app.signIn('amina@example.org');
    const there = await app.signIn('amina@example.org');
    const ben = await app.signIn('ben@example.org');
    const list = async (cookie: string) =>
      (
        (await (await app.send('GET', '/api/me/sessions', undefined, { Cookie: cookie })).json()) as {
          sessions: { id: string; current: boolean }[];
        }
      ).sessions;
    const mine = await list(here);
    expect(mine.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = mine.find(({ current }) => !current)?.id ?? '';
    const theirs = (await list(ben))[0]?.id ?? '';
    const end = (id: string) => app.send('DELETE', `/api/me/sessions/${id}`, undefined, { Cookie: here });
    expect((await end(theirs)).status, 'another person’s').toBe(404);
    expect((await end(other)).status).toBe(200);
    expect((await meOf(there)).person.role).toBe('visitor');
    expect((await meOf(here)).person.role).toBe('contributor');
    expect((await meOf(ben)).person.role).toBe('contributor');
    await app.signIn('amina@example.org');
    expect((await end('others')).status).toBe(200);
    expect(await list(here)).toHaveLength(1);
  });

  it('end by signing out, and a cookie changed by a letter is none', async () => {
    app = await signInApp();
    const cookie = await app.signIn('amina@example.org');
    const forged = cookie.replace(/=(.)/, (_all, letter) => `=${letter === 'x' ? 'y' : 'x'}`);
    expect((await meOf(forged)).person.role).toBe('visitor');
    const out = await app.send('POST', '/api/sign-out', undefined, { Cookie: cookie });
    expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0/i);
    expect((await meOf(cookie)).person.role).toBe('visitor');
  });

  it('are no key to what nobody kept of the library', async () => {
    app = await signInApp();
    const Cookie = await app.signIn('amina@example.org');
    for (const [method, path] of [
      ['GET', '/api/auth/get-session'],
      ['GET', '/api/auth/list-sessions'],
      ['POST', '/api/auth/sign-up/email'],
      ['POST', '/api/auth/sign-in/magic-link'],
      ['GET', '/api/auth/magic-link/verify'],
      ['POST', '/api/auth/update-user'],
      ['POST', '/api/auth/change-email'],
      ['POST', '/api/auth/delete-user'],
      ['POST', '/api/auth/revoke-sessions'],
      ['POST', '/api/auth/passkey/update-passkey'],
      ['GET', '/api/auth/ok'],
      ['GET', '/api/auth/error'],
    ] as const) {
      const body = method === 'POST' ? {} : undefined;
      expect((await app.send(method, path, body, { Cookie })).status, path).toBe(404);
    }
  });
});

describe('an account removed', () => {
  it('takes everything personal with it and leaves what was said', async () => {
    app = await signInApp();
    const cookie = await app.signIn('amina@example.org');
    const { person } = await meOf(cookie);
    const id = person.id ?? '';
    const organisation = await app.stores.organisations.create(
      { name: 'Hall friends', website: null },
      '2026-11-23T10:00:00Z',
    );
    await app.stores.organisations.addMember(organisation, id, '2026-11-23T10:00:00Z');
    expect((await meOf(cookie)).person.role).toBe('anchor');
    const { client } = app.kith.open;
    await client.execute({
      sql: `insert into waiting (id, reference, kind, title, summary, body, at, role, user_id, doubt, apart, reasons)
        values ('w', 'K7QX-2MPA', 'report', 'A hall', 'Closed', '{}', '2026-11-23T10:00:00Z', 'anchor', ?, 0, 0, '[]')`,
      args: [id],
    });
    // A link that still lies in the letter box must not bring the account back as it was.
    const coming = app.token();
    await ask('amina@example.org');
    await coming;

    const answer = await app.send('DELETE', '/api/me', undefined, { Cookie: cookie });
    expect(await answer.json()).toEqual({ removed: true });
    expect(answer.headers.getSetCookie()[0]).toMatch(/Max-Age=0/i);
    for (const table of ['user', 'session', 'account', 'passkey', 'verification', 'organisation_member']) {
      expect(await rowsOf(`select * from ${table}`), table).toEqual([]);
    }
    const [kept] = await rowsOf('select reference, user_id from waiting');
    expect([kept?.reference, kept?.user_id]).toEqual(['K7QX-2MPA', null]);
    const removals = await rowsOf('select what, by from privacy_removal');
    expect(removals).toMatchObject([{ what: 'account', by: `person:${id}` }]);
    expect((await meOf(cookie)).person.role).toBe('visitor');
  });
});
