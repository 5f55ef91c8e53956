import { type Person, type Right, type Role, VISITOR } from '@kith/core/keep/roles';
import { describe, expect, it } from 'vitest';
import { Problem, problemResponse } from '../errors.ts';
import { newRoutes } from '../routes/parts.ts';
import { need } from './need.ts';
import { sameOrigin } from './same-origin.ts';
import { everyoneVisits, whoAsks } from './who.ts';

const asRole = (role: Role): Person =>
  role === 'visitor' ? VISITOR : { id: 'somebody', role, organisations: [] };

function appFor(role: Role, right: Right = 'steward') {
  const app = newRoutes();
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(c, error);
    throw error;
  });
  app.use('/api/*', sameOrigin('https://kith.example'));
  app.use(
    '/api/*',
    whoAsks(async () => asRole(role)),
  );
  app.get('/api/patches', (c) => c.json({ role: c.get('person').role }));
  app.get('/api/places', (c) => c.json({ role: c.get('person').role }));
  app.get('/api/theirs', need(right), (c) => c.json({ role: c.get('person').role }));
  app.post('/api/theirs', (c) => c.json({ done: true }));
  return app;
}
const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('who asks', () => {
  it('is told to every route, and such an answer is kept by nobody', async () => {
    const answer = await appFor('steward').request('/api/places');
    expect(await answer.json()).toEqual({ role: 'steward' });
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  });

  it('is a visitor where everyone is answered alike, so that what is kept for all hangs on nobody', async () => {
    const answer = await appFor('administrator').request('/api/patches');
    expect(await answer.json()).toEqual({ role: 'visitor' });
    expect(answer.headers.get('Cache-Control')).toBeNull();
  });

  it('is a visitor where nobody can sign in', async () => {
    const app = newRoutes();
    app.use('*', whoAsks(everyoneVisits));
    app.get('/api/places', (c) => c.json(c.get('person')));
    expect(await (await app.request('/api/places')).json()).toEqual(VISITOR);
  });
});

describe('what a route needs', () => {
  it('asks a visitor to sign in, turns others away, and lets through who may', async () => {
    const visitor = await appFor('visitor').request('/api/theirs');
    expect([visitor.status, await codeOf(visitor)]).toEqual([401, 'sign-in']);
    const anchor = await appFor('anchor').request('/api/theirs');
    expect([anchor.status, await codeOf(anchor)]).toEqual([403, 'not-allowed']);
    const steward = await appFor('steward').request('/api/theirs');
    expect([steward.status, steward.headers.get('Cache-Control')]).toEqual([200, 'private, no-store']);
    expect((await appFor('visitor', 'suggest').request('/api/theirs')).status).toBe(200);
  });
});

describe('what is sent from the page of another site', () => {
  const COOKIE = { Cookie: 'kith.session_token=x' };
  it.each([
    ['a program without a cookie', {}, 200],
    ['a program with a cookie, as nothing shows that it is one', COOKIE, 403],
    ['our own page', { ...COOKIE, 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost' }, 200],
    ['our own page over plain http', { ...COOKIE, Origin: 'http://localhost' }, 200],
    ['our own page behind another server', { ...COOKIE, Origin: 'https://kith.example' }, 200],
    ['another site', { ...COOKIE, 'Sec-Fetch-Site': 'cross-site', Origin: 'https://other.example' }, 403],
    ['another site over plain http', { ...COOKIE, Origin: 'http://other.example' }, 403],
    ['another site without a cookie: it could sign somebody in', { Origin: 'http://other.example' }, 403],
    ['a neighbour under the same name', { ...COOKIE, 'Sec-Fetch-Site': 'same-site' }, 403],
    ['a page that hides its origin', { ...COOKIE, Origin: 'null' }, 403],
    ['what is no origin', { Origin: 'localhost' }, 403],
  ])('%s', async (_who, headers: Record<string, string>, status) => {
    const answer = await appFor('steward').request('http://localhost/api/theirs', {
      method: 'POST',
      headers,
    });
    expect(answer.status).toBe(status);
    if (status === 403) expect(await codeOf(answer)).toBe('cross-site');
  });

  it('is not asked of what only reads', async () => {
    const headers = { ...COOKIE, 'Sec-Fetch-Site': 'cross-site' };
    expect((await appFor('steward').request('/api/theirs', { headers })).status).toBe(200);
  });
});
