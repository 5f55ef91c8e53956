import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, type SignInApp, signInApp } from './signed-in-app.ts';

const root = join(import.meta.dirname, '..', '..');

let app: SignInApp;
beforeAll(async () => {
  app = await signInApp();
});
afterAll(() => app.close());

function run(...args: string[]) {
  const env = { ...process.env, KITH_ORIGIN: 'https://kith.example', KITH_DB: app.kith.file };
  const done = spawnSync(
    process.execPath,
    ['--import', 'tsx', join('scripts', 'admin', 'index.ts'), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env,
    },
  );
  return { status: done.status, out: done.stdout, err: done.stderr };
}

describe('npm run admin', () => {
  it('names the first administrator, whose link signs them in while Kith runs', async () => {
    const { status, out } = run('add', 'Amina@Example.org');
    expect([status, out]).toEqual([0, expect.stringContaining('amina@example.org is now an administrator.')]);
    const token = /https:\/\/kith\.example\/sign-in#token=([\w-]+)\n/.exec(out)?.[1];
    const answer = await app.send('POST', '/api/sign-in/confirm', { token });
    expect(answer.status).toBe(200);
    const me = await (await app.send('GET', '/api/me', undefined, { Cookie: cookieOf(answer) })).json();
    expect(me).toMatchObject({ person: { role: 'administrator' }, email: 'amina@example.org' });
    expect((await app.send('POST', '/api/sign-in/confirm', { token })).status, 'once').toBe(400);

    expect(run('list').out).toBe('administrator  amina@example.org\n');
    expect(run('remove', 'amina@example.org').status).toBe(0);
    const after = await (await app.send('GET', '/api/me', undefined, { Cookie: cookieOf(answer) })).json();
    expect(after).toMatchObject({ person: { role: 'contributor' } });
    const nobody = run('remove', 'nobody@example.org');
    expect([nobody.status, nobody.err]).toEqual([1, expect.stringContaining('Nobody here has the address')]);
  });
});
