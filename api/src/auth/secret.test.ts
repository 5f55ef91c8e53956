import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseSetting } from '../store/database-setting.ts';
import { readSecret } from './secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settingOf = (given: string) => databaseSetting({ KITH_DB: given }, folder);
const LONG = 'thirty-two letters by chance at least';

describe('what signs the cookies', () => {
  it('is made once, beside the database, for its owner alone', () => {
    const made = readSecret({}, settingOf('deep/kith.db'));
    expect(made.length).toBeGreaterThanOrEqual(43);
    const path = join(folder, 'deep', 'kith.db.secret');
    expect(readFileSync(path, 'utf8')).toBe(`${made}\n`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readSecret({}, settingOf('deep/kith.db'))).toBe(made);
    expect(readSecret({}, settingOf('other.db'))).not.toBe(made);
  });

  it('is what the setting says, and then nothing is written', () => {
    expect(readSecret({ KITH_SECRET: ` ${LONG} ` }, settingOf('kith.db'))).toBe(LONG);
    expect(() => statSync(join(folder, 'kith.db.secret'))).toThrow();
  });

  it('has to be set for a database on a server', () => {
    const remote = settingOf('libsql://kith.example.org');
    expect(() => readSecret({}, remote)).toThrow('Set KITH_SECRET to at least 32 letters by chance');
    expect(readSecret({ KITH_SECRET: LONG }, remote)).toBe(LONG);
  });

  it('is refused in plain English where it is short or cut off', () => {
    expect(() => readSecret({ KITH_SECRET: 'secret' }, settingOf('kith.db'))).toThrow(
      'KITH_SECRET is too short.',
    );
    writeFileSync(join(folder, 'kith.db.secret'), 'short\n');
    expect(() => readSecret({}, settingOf('kith.db'))).toThrow('is cut short. Delete it');
  });
});
