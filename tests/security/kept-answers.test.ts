import { isShared } from '@kith/api/delivery';
import { describe, expect, it } from 'vitest';
import { isKeptAnswer } from '../../web/src/service-worker/keep-rules.ts';
import { ROUTES } from './routes.ts';

const reads = Object.keys(ROUTES)
  .filter((route) => route.startsWith('GET '))
  .map((route) => route.slice('GET '.length));
const kept = (path: string) => isKeptAnswer(new URL(path.replace(/\{\w+\}/g, 'x'), 'https://kith.example'));

describe('what devices keep and what the server gives everyone alike are one list', () => {
  it('but for what is kept only as a visitor is given it: to who is signed in it is private', () => {
    expect(reads.filter((path) => kept(path) && !isShared(path))).toEqual([
      '/api/config',
      '/api/places',
      '/api/places/{id}',
      '/api/clusters',
    ]);
  });
  it('and for what no page asks for', () => {
    expect(reads.filter((path) => isShared(path) && !kept(path))).toEqual(['/api/openapi.json']);
  });
});
