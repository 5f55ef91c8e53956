import { INDICATORS } from '@kith/core/area/indicators';
import { PATCH_ID, type PatchId } from '@kith/core/area/patches';
import { KINDS, type Kind } from '@kith/core/place/kinds';
import { MINUTES, PACES, type PaceId } from '@kith/core/reach/walk';
import { LENSES, type LensId } from '@kith/core/risk/lenses';

/** Everything that a link to Kith carries. The URL owns it; screens only read it and ask for a change. */
export interface View {
  readonly screen: 'find' | 'cuts' | 'data' | 'about';
  /** Any slug: whether such a map is loaded is known only once the API has listed the maps (see maps.svelte.ts). */
  readonly patch: PatchId;
  /** Kinds ticked. Empty means every kind but benches. */
  readonly kinds: readonly Kind[];
  /** On Cuts: the kinds that count as somewhere to go. Empty means libraries. Apart from the ticks of Find. */
  readonly cutKinds: readonly Kind[];
  /** Words searched for by name. */
  readonly q: string;
  /** The point asked about, from the search box. */
  readonly near: { readonly lon: number; readonly lat: number; readonly label: string } | null;
  readonly place: string | null;
  readonly area: string | null;
  /** `none`, `risk`, `reach`, or the id of an indicator. */
  readonly overlay: string;
  readonly lens: LensId;
  readonly minutes: number;
  readonly pace: PaceId;
  /** Places closed in the scenario, in the order they were chosen. */
  readonly cuts: readonly string[];
  /** Closed places are listed and drawn too. */
  readonly closed: boolean;
  /** Which list stands beside the map: of places, or of the areas it is coloured by. */
  readonly list: 'places' | 'areas';
  /** On a phone: the map instead of the list. */
  readonly map: boolean;
  readonly camera: { readonly lon: number; readonly lat: number; readonly zoom: number } | null;
}

export const DEFAULT_VIEW: View = {
  screen: 'find',
  patch: 'leicestershire',
  kinds: [],
  cutKinds: [],
  q: '',
  near: null,
  place: null,
  area: null,
  overlay: 'risk',
  lens: 'all',
  minutes: 15,
  pace: 'planner',
  cuts: [],
  closed: false,
  list: 'places',
  map: false,
  camera: null,
};

const oneOf = <T extends string>(value: string | null, allowed: readonly T[], otherwise: T): T =>
  allowed.find((each) => each === value) ?? otherwise;

const numbers = (value: string | null): number[] => {
  const parts = (value ?? '').split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return parts.every(Number.isFinite) ? parts : [];
};

const inBritain = (lon: number, lat: number): boolean => lon > -9 && lon < 3 && lat > 49 && lat < 61.5;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const round = (value: number, places: number): number => Number(value.toFixed(places)) || 0;
/** Cut to length without halving a character, which would not survive the address bar. */
const short = (text: string, most: number): string => [...text].slice(0, most).join('');

const kindsIn = (value: string | null): Kind[] =>
  KINDS.map((kind) => kind.id).filter((id) => value?.split(',').includes(id));

/** Reads a view from a path and query. Nonsense falls back to the default, part by part; it never throws. */
export function parseView(path: string, query: string): View {
  const q = new URLSearchParams(query);
  const [, nearLon, nearLat] = [0, ...numbers(q.get('near')?.split('~')[0] ?? null)];
  const [lon, lat, zoom] = numbers(q.get('at'));
  const minutes = Number(q.get('minutes'));
  const area = q.get('area');
  const place = q.get('place');
  const patch = q.get('patch');
  return {
    screen: oneOf(path.split('/')[1] ?? '', ['find', 'cuts', 'data', 'about'], 'find'),
    patch: patch && PATCH_ID.test(patch) ? patch : DEFAULT_VIEW.patch,
    kinds: kindsIn(q.get('kind')),
    cutKinds: kindsIn(q.get('count')),
    q: short(q.get('q') ?? '', 200),
    near:
      nearLon !== undefined && nearLat !== undefined && inBritain(nearLon, nearLat)
        ? {
            lon: round(nearLon, 5),
            lat: round(nearLat, 5),
            label: short(q.get('near')?.split('~').slice(1).join('~') ?? '', 80),
          }
        : null,
    place: place && UUID.test(place) ? place : null,
    area: area && /^[EW]01\d{6}$/.test(area) ? area : null,
    overlay: oneOf(
      q.get('show'),
      ['none', 'risk', 'reach', ...INDICATORS.map((indicator) => indicator.id)],
      DEFAULT_VIEW.overlay,
    ),
    lens: oneOf(
      q.get('lens'),
      LENSES.map((lens) => lens.id),
      DEFAULT_VIEW.lens,
    ),
    minutes: MINUTES.find((each) => each === minutes) ?? DEFAULT_VIEW.minutes,
    pace: oneOf(
      q.get('pace'),
      PACES.map((pace) => pace.id),
      DEFAULT_VIEW.pace,
    ),
    cuts: [...new Set((q.get('close') ?? '').split(',').filter((id) => UUID.test(id)))].slice(0, 500),
    closed: q.get('closed') === '1',
    list: oneOf(q.get('list'), ['places', 'areas'], DEFAULT_VIEW.list),
    map: q.get('map') === '1',
    camera:
      lon !== undefined &&
      lat !== undefined &&
      zoom !== undefined &&
      inBritain(lon, lat) &&
      zoom >= 4 &&
      zoom <= 19
        ? { lon: round(lon, 5), lat: round(lat, 5), zoom: round(zoom, 2) }
        : null,
  };
}

/** Writes a view as the shortest link that reads back the same. */
export function formatView(view: View): string {
  const q = new URLSearchParams();
  const put = (key: string, value: string, plain: string): void => {
    if (value !== plain) q.set(key, value);
  };
  put('patch', view.patch, DEFAULT_VIEW.patch);
  put('kind', view.kinds.join(','), '');
  put('count', view.cutKinds.join(','), '');
  put('q', view.q, '');
  if (view.near) q.set('near', `${view.near.lon},${view.near.lat}~${view.near.label}`);
  put('place', view.place ?? '', '');
  put('area', view.area ?? '', '');
  put('show', view.overlay, DEFAULT_VIEW.overlay);
  put('lens', view.lens, DEFAULT_VIEW.lens);
  put('minutes', String(view.minutes), String(DEFAULT_VIEW.minutes));
  put('pace', view.pace, DEFAULT_VIEW.pace);
  put('close', view.cuts.join(','), '');
  put('closed', view.closed ? '1' : '', '');
  put('list', view.list, DEFAULT_VIEW.list);
  put('map', view.map ? '1' : '', '');
  if (view.camera) q.set('at', `${view.camera.lon},${view.camera.lat},${view.camera.zoom}`);
  const query = q.toString().replaceAll('%2C', ',').replaceAll('%7E', '~');
  return `/${view.screen}${query ? `?${query}` : ''}`;
}
