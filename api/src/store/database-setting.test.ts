import { describe, expect, it } from 'vitest';
import { databaseSetting } from './database-setting.ts';

const read = (KITH_DB?: string, KITH_DB_TOKEN?: string) =>
  databaseSetting({ KITH_DB, KITH_DB_TOKEN }, '/home/kith');

describe('KITH_DB', () => {
  it.each([
    [undefined, '/home/kith/.kith/kith.db'],
    ['', '/home/kith/.kith/kith.db'],
    ['data/my.db', '/home/kith/data/my.db'],
    ['/var/kith.db', '/var/kith.db'],
    ['file:/var/kith.db', '/var/kith.db'],
    ['file:///var/my%20kith.db', '/var/my kith.db'],
    ['file:my.db', '/home/kith/my.db'],
  ])('%s is the file %s', (given, path) => {
    expect(read(given)).toEqual({ kind: 'file', path, label: path });
  });

  it('can be in memory', () => {
    expect(read(':memory:').kind).toBe('memory');
  });

  it.each(['libsql://town.example.org', 'https://town.example.org/db', 'http://127.0.0.1:8080'])(
    '%s is a server, with the token beside it',
    (url) => {
      expect(read(url, ' secret ')).toMatchObject({ kind: 'remote', url, token: 'secret' });
      expect(read(url)).toMatchObject({ kind: 'remote', token: undefined });
    },
  );

  it('is shown without its token', () => {
    expect(JSON.stringify(read('libsql://town.example.org/a?b', 'secret').label)).toBe(
      '"libsql://town.example.org"',
    );
  });

  it.each([
    ['postgres://town/db', 'KITH_DB starts with "postgres://"'],
    ['libsql://', 'KITH_DB'],
    ['https://ann:pass@town.example.org', 'put the access token in KITH_DB_TOKEN'],
    ['libsql://town.example.org?authToken=abc', 'put it in KITH_DB_TOKEN'],
    ['file://elsewhere/kith.db', 'not a file on this machine'],
  ])('%s is refused, saying what to do', (given, message) => {
    expect(() => read(given)).toThrow(message);
  });

  it('never shows a token that was put in the wrong place', () => {
    expect(() => read('libsql://town.example.org?authToken=abc123')).not.toThrow('abc123');
    expect(() => read('https://ann:pass99@town.example.org')).not.toThrow('pass99');
  });
});
