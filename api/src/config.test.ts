import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const read = (env: Record<string, string>) => readConfig(env, '/home/kith', '1.2.3');

describe('settings', () => {
  it('all have a default', () => {
    expect(read({})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      database: { kind: 'file', path: '/home/kith/.kith/kith.db', label: '/home/kith/.kith/kith.db' },
      origin: 'http://localhost:8787',
      proxies: 0,
      mail: { kind: 'outbox', folder: '/home/kith/.kith/outbox' },
      webDist: '/home/kith/web/dist',
      basemap: null,
      basemapOrigins: [],
      logRequests: false,
      version: '1.2.3',
    });
  });

  it('are read, spaces and all', () => {
    expect(
      read({
        PORT: ' 9000 ',
        HOST: '0.0.0.0',
        KITH_WEB_DIST: '/web',
        KITH_LOG: 'requests',
        KITH_BASEMAP: 'https://a.b/c',
      }),
    ).toMatchObject({
      port: 9000,
      host: '0.0.0.0',
      webDist: '/web',
      logRequests: true,
      basemap: 'https://a.b/c',
    });
  });

  it.each([
    [{ PORT: '9000' }, 'http://localhost:9000'],
    [{ KITH_ORIGIN: ' https://Kith.example.org/ ' }, 'https://kith.example.org'],
    [{ KITH_ORIGIN: 'https://kith.example.org:8443' }, 'https://kith.example.org:8443'],
    [{ KITH_ORIGIN: 'http://127.0.0.1:9000', PORT: '9000' }, 'http://127.0.0.1:9000'],
  ])('where people reach Kith: %j', (env, origin) => {
    expect(read(env as Record<string, string>)).toMatchObject({ origin });
  });

  it.each([
    [undefined, []],
    ['  ', []],
    ['https://a.b', ['https://a.b']],
    [
      ' https://a.b/, http://127.0.0.1:9000\thttps://A.B,https://[::1]:8080 ',
      ['https://a.b', 'http://127.0.0.1:9000', 'https://[::1]:8080'],
    ],
  ])('other origins of a street style: %j', (given, basemapOrigins) => {
    const env = given === undefined ? {} : { KITH_BASEMAP_ORIGINS: given };
    expect(read({ KITH_BASEMAP: 'https://a.b/c', ...env })).toMatchObject({ basemapOrigins });
    expect(read(env)).toMatchObject({ basemap: null, basemapOrigins: [] });
  });

  it.each([
    'tiles.example.org',
    '*',
    'https:',
    'https://*.example.org',
    'https://a.b/tiles',
    'https://a.b?key=1',
    'https://me@a.b',
    "https://a.b;script-src'self'",
    'data:',
    'ws://a.b',
  ])('"%s" is no origin', (word) => {
    const env = { KITH_BASEMAP: 'https://a.b/c', KITH_BASEMAP_ORIGINS: `https://c.d ${word}` };
    expect(() => read(env)).toThrow(
      `KITH_BASEMAP_ORIGINS has "${word}", which is not an origin. Write each as`,
    );
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is "http", which is not a port. Use a number from 1 to 65535, such as 8787.'],
    [{ PORT: '70000' }, 'PORT is "70000"'],
    [{ PORT: '-1' }, 'PORT is "-1"'],
    [{ PORT: '8e3' }, 'PORT is "8e3"'],
    [{ KITH_DB: 'mysql://town' }, 'KITH_DB starts with "mysql://", which Kith does not know.'],
    [{ KITH_PROXIES: 'yes' }, 'KITH_PROXIES is "yes". Give the number of your own servers'],
    [{ KITH_ORIGIN: 'http://kith.example.org' }, 'is not where people can reach Kith safely.'],
    [{ KITH_ORIGIN: 'https://kith.example.org/map' }, 'with nothing after the name or port.'],
    [{ KITH_ORIGIN: 'kith.example.org' }, 'KITH_ORIGIN is "kith.example.org", which is not'],
    [{ KITH_BASEMAP: 'calm' }, 'KITH_BASEMAP is "calm", which is not the address of a map style.'],
    [{ KITH_BASEMAP: "https://a.b;script-src'self'/c" }, 'which is not the address of a map style.'],
    [{ KITH_BASEMAP: 'javascript:alert(1)' }, 'It must begin with https://'],
  ])('%j is refused in plain English', (env, message) => {
    expect(() => read(env as Record<string, string>)).toThrow(message);
  });
});
