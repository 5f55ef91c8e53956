import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailSetting } from './mail-setting.ts';
import { createMailer } from './mailer.ts';
import { lettersIn } from './outbox.ts';
import { type StandIn, smtpStandIn } from './smtp-stand-in.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-mail-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settingOf = (env: Record<string, string>) =>
  mailSetting(env, { kind: 'file', path: join(folder, 'kith.db'), label: '' }, folder);

const LETTER = {
  to: 'amina@example.org',
  subject: 'Is Café Ünity still right?',
  text: 'Open this:\nhttps://kith.example/remind#token=abc=d\n.\nThank you',
};

describe('without a mail server', () => {
  it('writes each letter to a file only its owner reads, and says where', async () => {
    const said: string[] = [];
    const mailer = createMailer(settingOf({}), (line) => said.push(line));
    expect(await lettersIn(join(folder, 'outbox'))).toBe(0);
    await mailer.send(LETTER);
    await mailer.send({ ...LETTER, to: 'ben@example.org' });
    const files = readdirSync(join(folder, 'outbox'));
    expect(files).toHaveLength(2);
    expect(await lettersIn(join(folder, 'outbox'))).toBe(2);
    const path = said[0]?.split(' written to ')[1] ?? '';
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('To: amina@example.org\nSubject: Is Café Ünity still right?\n');
    expect(text.endsWith(`\n\n${LETTER.text}\n`)).toBe(true);
    expect(said.join()).not.toContain('amina');
  });

  it('lets nobody add to the head of a letter', async () => {
    await createMailer(settingOf({}), () => undefined).send({
      ...LETTER,
      subject: 'a\r\nBcc: all@example.org',
    });
    const file = readdirSync(join(folder, 'outbox'))[0] ?? '';
    const text = readFileSync(join(folder, 'outbox', file), 'utf8');
    expect(text).toContain('\nSubject: a Bcc: all@example.org\n');
  });
});

describe('with a mail server', () => {
  let server: StandIn;
  beforeEach(async () => {
    server = await smtpStandIn();
  });
  afterEach(() => server.close());

  const mailer = () =>
    createMailer(
      settingOf({
        KITH_SMTP: `smtp://kith:p%40ss@127.0.0.1:${server.port}`,
        KITH_MAIL_FROM: 'Kith <kith@example.org>',
      }),
      () => undefined,
    );

  it('signs in and hands the letter over whole', async () => {
    await mailer().send(LETTER);
    expect(server.signedIn.map((each) => Buffer.from(each, 'base64').toString())).toEqual(['\0kith\0p@ss']);
    expect(server.letters).toHaveLength(1);
    const [letter] = server.letters;
    expect(letter?.from).toBe('kith@example.org');
    expect(letter?.to).toEqual(['amina@example.org']);
    // Soft line breaks and =XX are how it travels.
    const body = letter?.text.replace(/=\r\n/g, '').replace(/=3D/g, '=');
    expect(body).toContain('https://kith.example/remind#token=abc=d');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that a letter was refused, without saying whom to', async () => {
    const sent = mailer().send({ ...LETTER, to: 'nobody@example.org' });
    await expect(sent).rejects.toThrow(/^The mail server 127\.0\.0\.1:\d+ did not take a letter: EENVELOPE/);
    await expect(sent).rejects.not.toThrow('nobody@');
  });

  it('says that it cannot be reached', async () => {
    const lost = mailer();
    await server.close();
    await expect(lost.send(LETTER)).rejects.toThrow('did not take a letter: ESOCKET');
  });
});

describe('settings of mail', () => {
  it.each([
    [{ KITH_SMTP: 'mail.example.org' }, 'KITH_SMTP cannot be read'],
    [{ KITH_SMTP: 'https://x:secret@mail.example.org' }, 'KITH_SMTP cannot be read'],
    [{ KITH_SMTP: 'smtp://a:50%@mail.example.org', KITH_MAIL_FROM: 'a@b' }, 'Write it as %25'],
    [{ KITH_SMTP: 'smtp://mail.example.org' }, 'Set KITH_MAIL_FROM'],
    [{ KITH_SMTP: 'smtp://mail.example.org', KITH_MAIL_FROM: 'me' }, 'KITH_MAIL_FROM is "me"'],
  ])('%j is refused, without its password', (env, said) => {
    expect(() => settingOf(env as Record<string, string>)).toThrow(said);
    expect(() => settingOf(env as Record<string, string>)).not.toThrow('secret');
  });

  it('knows the usual ports', () => {
    const of = (url: string) => settingOf({ KITH_SMTP: url, KITH_MAIL_FROM: 'a@example.org' });
    expect(of('smtp://mail.example.org')).toMatchObject({ port: 587, secure: false, user: null });
    expect(of('smtps://mail.example.org')).toMatchObject({ port: 465, secure: true });
    expect(of('smtp://mail.example.org:465')).toMatchObject({ port: 465, secure: true });
  });
});
