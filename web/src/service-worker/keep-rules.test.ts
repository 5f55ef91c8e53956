import { describe, expect, it } from 'vitest';
import { type Asked, MOST_BYTES, mayKeep, neverChanges, wayOf } from './keep-rules.ts';

const ORIGIN = 'https://kith.example';
const way = (path: string, more: Partial<Asked> = {}) =>
  wayOf(
    {
      ...{ method: 'GET', mode: 'cors', cache: 'default', headers: new Headers() },
      url: path.startsWith('/') ? ORIGIN + path : path,
      ...more,
    },
    ORIGIN,
  );

describe('what the service worker takes on', () => {
  it.each([
    ['/api/pins?patch=kirklees'],
    ['/api/places?bbox=1,2,3,4'],
    ['/api/places/5b1c'],
    ['/api/geometry/v1/tiles/7/63/42'],
    ['/api/config'],
  ])('%s is kept', (path) => expect(way(path)).toBe('answer'));

  it.each([
    ['/api/me'],
    ['/api/me/sessions'],
    ['/api/waiting'],
    ['/api/sent/K7QX-2MPA'],
    ['/api/reminders/read'],
    ['/api/search?q=LE9%207QG'],
    ['/api/look-alikes?name=x'],
    ['/api/places?q=food%20bank&patch=kirklees'],
    ['/api/places?patch=kirklees&near=-1.2945,52.6263'],
    ['/api/pins?q=food%20bank'],
    ['/api/ground/at?lon=-1.29&lat=52.62'],
    ['/api/ground/degrees?easting=448000&northing=303000'],
    ['/api/places/5b1c/history'],
    ['/api/places/5b1c/risks'],
    ['/api/risks'],
    ['/api/photos/x'],
    ['/api/admin/state'],
    ['/api/exports/all.csv'],
    ['/api/imports'],
    ['/api/auth/passkey/list-user-passkeys'],
    ['/api/configuration'],
    ['https://tiles.example/api/pins'],
    ['/sw.js'],
    ['/assets/index.js'],
  ])('%s is left alone', (path) => expect(way(path)).toBe('leave'));

  it('what is sent, asked for in part, by a key or for nothing to be kept is left alone', () => {
    expect(way('/api/pins', { method: 'POST' })).toBe('leave');
    expect(way('/api/pins', { cache: 'no-store' })).toBe('leave');
    expect(way('/api/pins', { mode: 'navigate' })).toBe('leave');
    for (const name of ['Range', 'Authorization'])
      expect(way('/api/pins', { headers: new Headers({ [name]: 'x' }) })).toBe('leave');
  });

  it('pages and files named after what is in them are the app', () => {
    expect(way('/add?x=1', { mode: 'navigate' })).toBe('page');
    expect(way('/assets/index-CtK1Xlb3.js')).toBe('file');
    expect(way('/icon.svg')).toBe('file');
    expect(neverChanges('/api/geometry/v1/areas')).toBe(true);
    expect(neverChanges('/api/areas')).toBe(false);
  });
});

describe('an answer is kept', () => {
  const kept = (headers: Record<string, string>, status = 200) =>
    mayKeep(new Response(status === 204 ? null : '{}', { status, headers }));
  it('only where everybody gets it alike, whole', () => {
    expect(kept({ 'Cache-Control': 'no-cache' })).toBe(true);
    expect(kept({ 'Cache-Control': 'public, max-age=31536000, immutable' })).toBe(true);
    expect(kept({ 'Cache-Control': 'private, no-store' })).toBe(false);
    expect(kept({ 'Cache-Control': 'no-store' })).toBe(false);
    expect(kept({ 'Cache-Control': 'private' })).toBe(false);
    expect(kept({}, 404)).toBe(false);
    expect(kept({}, 206)).toBe(false);
    expect(kept({ 'Content-Length': String(MOST_BYTES + 1) })).toBe(false);
  });
});
