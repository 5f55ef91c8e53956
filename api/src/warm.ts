import { setTimeout } from 'node:timers/promises';
import type { Patch } from '@kith/core/area/patch';
import { EVERYWHERE } from '@kith/core/area/patches';

/** Maps whose scenarios are made ready beforehand; of many, each waits for its first visitor. */
const MOST_MAPS = 3;

/** Room for visitors between two questions: a request takes a few turns, and each question holds up the next turn. */
const PAUSE_MS = 100;

/**
 * Colours of the wide map, then the page on the data, then the ground of its scenarios. What the grounds of all its
 * councils have in common comes last, with that of one of them.
 */
const WIDE = [
  '/api/districts/risk/all',
  '/api/clusters?bbox=-6.5,49.8,1.9,55.9&zoom=5',
  '/api/districts/reach',
  '/api/districts/risk/older',
  '/api/districts/risk/young',
  '/api/data-report',
  '/api/exports',
  '/api/baseline?patch=all&kind=library',
];

/**
 * Asks for what nearly every visitor asks for first, so that it is worked out and kept: the colours of the wide map
 * where there is one, else the ground of scenarios of the first few maps. One question after another, with room for
 * visitors between. A failure shows on the real request.
 */
export async function warm(ask: (path: string) => Response | Promise<Response>): Promise<void> {
  const maps = (await (await ask('/api/patches')).json()) as { patches?: readonly Patch[] };
  const ids = (maps.patches ?? []).map(({ id }) => id);
  const isWide = ids.includes(EVERYWHERE);
  const councils = ids.filter((id) => id !== EVERYWHERE).slice(0, isWide ? 1 : MOST_MAPS);
  const grounds = councils.map((id) => `/api/baseline?patch=${id}&kind=library`);
  const first = isWide ? [...WIDE, ...grounds] : grounds;
  for (const path of ['/api/kinds', ...first]) {
    await ask(path);
    await setTimeout(PAUSE_MS);
  }
}
