import { EVERYWHERE } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest, type NearestLists } from '@kith/core/reach/nearest';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import type { ReachColumns } from '@kith/core/reach/reach-columns';

/** Reach asks for the nearest and the second nearest. */
const KEPT = 2;

/** The two nearest measured places of one kind from every home point, and the places themselves. */
export interface NearOfKind {
  readonly kind: Kind;
  readonly places: Baseline['places'];
  readonly lists: NearestLists;
}

/** Everything loaded but its places. */
export type Homes = Omit<Baseline, 'places' | 'weeks'>;

/** The slow part: some seconds for a long list and all of England. It hangs on no other kind. */
export function nearOfKind(homes: Homes, kind: Kind, places: Baseline['places']): NearOfKind {
  return { kind, places, lists: buildNearest({ ...homes, places, weeks: [] }, { kinds: [kind], k: KEPT }) };
}

/**
 * Reach to the places of several kinds, put together of those of each: the nearest of all is the nearest of the
 * nearest, ties by id. The same to the last metre as reach worked out over all of them at once.
 */
export function reachOfKinds(homes: Homes, near: readonly NearOfKind[], limitMetres: number): ReachColumns {
  const { places, numbers } = together(near);
  const baseline: Baseline = { ...homes, places, weeks: [] };
  return reachByArea(baseline, merged(homes, near, numbers), limitMetres);
}

/** Places of all kinds by id, and for each kind the numbers its places have among them. */
function together(near: readonly NearOfKind[]) {
  const order = near
    .flatMap(({ places }, of) => places.id.map((id, at) => ({ id, of, at })))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = near.map(({ places }) => new Int32Array(places.id.length));
  for (const [number, { of, at }] of order.entries()) (numbers[of] as Int32Array)[at] = number;
  const column = <K extends keyof Baseline['places']>(name: K): Baseline['places'][K] =>
    order.map(({ of, at }) => near[of]?.places[name][at]) as Baseline['places'][K];
  const places: Baseline['places'] = {
    id: order.map(({ id }) => id),
    name: column('name'),
    kind: column('kind'),
    status: column('status'),
    easting: column('easting'),
    northing: column('northing'),
    lon: column('lon'),
    lat: column('lat'),
    spreadMetres: column('spreadMetres'),
    outside: column('outside'),
    runBy: column('runBy'),
    operator: column('operator'),
    district: column('district'),
    week: column('week'),
    checkedOn: column('checkedOn'),
  };
  return { places, numbers };
}

/** Lists that are good for reach and for nothing else: no place can be closed on them. */
function merged(homes: Homes, near: readonly NearOfKind[], numbers: readonly Int32Array[]): NearestLists {
  const place = new Int32Array(homes.homePoints.area.length * KEPT).fill(-1);
  const straight = new Float64Array(place.length).fill(-1);
  for (const [of, { lists }] of near.entries()) {
    const own = numbers[of] ?? new Int32Array();
    for (let slot = 0; slot < lists.place.length; slot++) {
      const found = lists.place[slot] ?? -1;
      if (found < 0) continue;
      const start = slot - (slot % KEPT);
      keepNearer(place, straight, start, own[found] ?? -1, lists.straight[slot] ?? -1);
    }
  }
  return {
    version: homes.version,
    patch: EVERYWHERE,
    kinds: near.map(({ kind }) => kind),
    when: null,
    someWeeks: false,
    checkedSince: null,
    k: KEPT,
    place,
    straight,
    exact: { index: new Int32Array(), easting: new Float64Array(), northing: new Float64Array() },
    standing: new Uint8Array(),
    approximate: Int32Array.from(
      near.flatMap(({ lists }, of) => [...lists.approximate].map((at) => numbers[of]?.[at] ?? -1)),
    ).sort(),
    nearestTo: { start: new Int32Array(), homePoints: new Int32Array() },
  };
}

/** Puts a place where it belongs among the nearest from `start` on, if it is nearer than the last of them. */
function keepNearer(place: Int32Array, straight: Float64Array, start: number, id: number, metres: number) {
  for (let slot = start, [at, far] = [id, metres]; slot < start + KEPT; slot++) {
    const [known, knownFar] = [place[slot] ?? -1, straight[slot] ?? -1];
    if (known >= 0 && (knownFar < far || (knownFar === far && known < at))) continue;
    place[slot] = at;
    straight[slot] = far;
    if (known < 0) return;
    [at, far] = [known, knownFar];
  }
}
