import type { PlaceDetail } from '@kith/core/place/place';
import type { Baseline } from '@kith/core/reach/baseline';
import type { Comparison } from '@kith/core/scenario/compare-reports';
import type { ScenarioReport } from '@kith/core/scenario/report';
import { hc } from 'hono/client';
import { expect, expectTypeOf, it } from 'vitest';
import type { AppType } from './types.ts';

const { api } = hc<AppType>('http://kith.test');
type Good<T extends (...given: never[]) => Promise<{ json(): Promise<unknown> }>> = Awaited<
  ReturnType<Awaited<ReturnType<T>>['json']>
>;
type Query<T extends (given: never, ...rest: never[]) => unknown> = Parameters<T>[0] extends {
  query: infer Q;
}
  ? Q
  : never;
type Nothing = Record<never, never>;

it('the typed client knows what goes in and what comes out', () => {
  expectTypeOf<Good<typeof api.baseline.$get>>().toExtend<Baseline>();
  expectTypeOf<Good<typeof api.scenarios.preview.$post>>().toExtend<ScenarioReport>();
  expectTypeOf<Good<typeof api.scenarios.compare.$post>['b']>().toExtend<ScenarioReport>();
  expectTypeOf<Good<typeof api.scenarios.compare.$post>['comparison']>().toExtend<Comparison>();
  expectTypeOf<Good<typeof api.week.$get>['people']>().toEqualTypeOf<number[]>();
  expectTypeOf<Good<typeof api.irreplaceable.$get>['places'][number]['people']>().toEqualTypeOf<number>();
  expectTypeOf<Good<typeof api.ground.at.$get>['area']>().toEqualTypeOf<string | null>();
  expectTypeOf<Good<(typeof api.places)[':id']['$get']>['name']>().toEqualTypeOf<PlaceDetail['name']>();
  expectTypeOf<Good<typeof api.places.$get>['next']>().toEqualTypeOf<string | null>();
  // A reach without a patch is no question; a list of places without one is.
  expectTypeOf<Nothing>().not.toExtend<Query<typeof api.reach.$get>>();
  expectTypeOf<Nothing>().toExtend<Query<typeof api.places.$get>>();
  expect(api.reach.$url({ query: { patch: 'kirklees' } }).pathname).toBe('/api/reach');
  expect(api.reach.$url({ query: { patch: 'all', when: 'tu,17-21' } }).search).toContain('when=tu');
  expect(api.places.$url({ query: { kind: 'library', limit: '5' } }).search).toBe('?kind=library&limit=5');
});
