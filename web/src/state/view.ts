import { INDICATORS } from '@kith/core/area/indicators';
import { PATCH_ID, type PatchId } from '@kith/core/area/patches';
import { KINDS, type Kind } from '@kith/core/place/kinds';
import { DAYS, type When } from '@kith/core/place/week';
import { GROUPS } from '@kith/core/reach/groups';
import { MINUTES, PACES, type PaceId } from '@kith/core/reach/walk';
import { LENSES, type LensId } from '@kith/core/risk/lenses';
import type { Cut } from '@kith/core/scenario/cut';
import { LIMIT_METRES } from '@kith/core/scenario/scenario-limit';
import { SITE_OBJECTIVES, type SiteObjective } from '@kith/core/site/problem';
import { isIsoDay, isUuid, putCuts, readCuts } from './cut-links.ts';

/** Whom new places are to be near: all people, those of the highest fifth of risk, or a group. */
export const SITE_WEIGHTS = ['people', 'at-risk', ...GROUPS.map((group) => group.id)] as const;
export type SiteWeight = (typeof SITE_WEIGHTS)[number];
/** Where a new place may be: where people live (home points), the middle of each area, or at places there are. */
export const SITE_FROM = ['homes', 'areas', 'places'] as const;
export type SiteFrom = (typeof SITE_FROM)[number];
/** How many new places may be asked for. */
export const MOST_SITES = 20;

/** The screens, as the first part of the address names them. */
export const SCREENS = [
  'find',
  'cuts',
  'data',
  'about',
  'add',
  'sign-in',
  'me',
  'organisation',
  'steward',
  'sheets',
  'admin',
  'remind',
] as const;
export type Screen = (typeof SCREENS)[number];

/**
 * What the link of a screen calls the one thing it is about: a line of the queue, a spreadsheet, the reference of
 * something sent, an organisation. The other screens are about no such thing.
 */
const ITEM_KEYS: Partial<Record<Screen, string>> = {
  steward: 'waiting',
  sheets: 'sheet',
  me: 'sent',
  organisation: 'organisation',
};

/** Everything that a link to Kith carries. The URL owns it; screens only read it and ask for a change. */
export interface View {
  readonly screen: Screen;
  /** What the screen is about, where its link names one thing (see `ITEM_KEYS`). It stays with its screen. */
  readonly item: string | null;
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
  /** A limit in walking metres instead of minutes and pace; null: those say it. */
  readonly metres: number | null;
  /** The cuts of the scenario, in the order they were made. */
  readonly cuts: readonly Cut[];
  /** A scenario put aside to compare with: its cuts. Null: none is. */
  readonly aside: readonly Cut[] | null;
  /** Only places open then count; null: at any time. */
  readonly when: When | null;
  /** Whether a place open then in some weeks only counts. */
  readonly someWeeks: boolean;
  /** The day looked at, at which a grant may still pay; null: after every end. */
  readonly on: string | null;
  /** What new places are to do; null: nobody asks where they would do most. */
  readonly site: SiteObjective | null;
  /** How many new places, 1 to `MOST_SITES`. */
  readonly sites: number;
  readonly siteWeight: SiteWeight;
  readonly siteFrom: SiteFrom;
  /** The places there are stay open beside the new ones. */
  readonly siteExisting: boolean;
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
  item: null,
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
  metres: null,
  cuts: [],
  aside: null,
  when: null,
  someWeeks: false,
  on: null,
  site: null,
  sites: 1,
  siteWeight: 'people',
  siteFrom: 'areas',
  siteExisting: true,
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
const round = (value: number, places: number): number => Number(value.toFixed(places)) || 0;
/** Cut to length without halving a character, which would not survive the address bar. */
const short = (text: string, most: number): string => [...text].slice(0, most).join('');

const kindsIn = (value: string | null): Kind[] =>
  KINDS.map((kind) => kind.id).filter((id) => value?.split(',').includes(id));

/** An id or a reference: letters, figures and the few signs they hold. Anything else is none. */
function itemIn(q: URLSearchParams, screen: Screen): string | null {
  const key = ITEM_KEYS[screen];
  const text = key ? q.get(key) : null;
  return text && /^[\w.:~-]{1,600}$/.test(text) ? text : null;
}

/** Days and hours: `tu.we~17-21`. */
function whenIn(text: string): When | null {
  const [, named = '', from, to] = /^([a-z.]+)~(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  const asked = named.split('.');
  const days = DAYS.filter((day) => asked.includes(day));
  const hours = { from: Number(from), to: Number(to) };
  return days.length > 0 && hours.from < hours.to && hours.to <= 24 ? { days, ...hours } : null;
}
const whenText = ({ days, from, to }: When): string => `${days.join('.')}~${from}-${to}`;

/** A whole number within bounds, both included; null for anything else. */
function wholeIn(text: string | null, least: number, most: number): number | null {
  const value = text && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

/** The cuts put aside, written as those of the link are, in one part of it. None at all is `none`. */
const asideIn = (text: string | null): Cut[] | null =>
  text ? readCuts(new URLSearchParams(text)).cuts : null;
function asideText(cuts: readonly Cut[]): string {
  const query = new URLSearchParams();
  putCuts(query, cuts);
  return plain(query) || 'none';
}

/** A query as people can read it: commas and tildes need no escape. */
const plain = (query: URLSearchParams): string =>
  query.toString().replaceAll('%2C', ',').replaceAll('%7E', '~');

/** Reads a view from a path and query. Nonsense falls back to the default, part by part; it never throws. */
export function parseView(path: string, query: string): View {
  const q = new URLSearchParams(query);
  const [, nearLon, nearLat] = [0, ...numbers(q.get('near')?.split('~')[0] ?? null)];
  const [lon, lat, zoom] = numbers(q.get('at'));
  const minutes = Number(q.get('minutes'));
  const area = q.get('area');
  const place = q.get('place');
  const patch = q.get('patch');
  const on = q.get('on');
  const screen = oneOf(path.split('/')[1] ?? '', SCREENS, DEFAULT_VIEW.screen);
  return {
    screen,
    item: itemIn(q, screen),
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
    place: place && isUuid(place) ? place : null,
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
    metres: wholeIn(q.get('metres'), LIMIT_METRES.least, LIMIT_METRES.most),
    cuts: readCuts(q).cuts,
    aside: asideIn(q.get('aside')),
    when: whenIn(q.get('when') ?? ''),
    someWeeks: q.get('weeks') === 'some',
    on: on && isIsoDay(on) ? on : null,
    site: SITE_OBJECTIVES.find((each) => each === q.get('site')) ?? null,
    sites: wholeIn(q.get('sites'), 1, MOST_SITES) ?? DEFAULT_VIEW.sites,
    siteWeight: oneOf(q.get('siteWeight'), SITE_WEIGHTS, DEFAULT_VIEW.siteWeight),
    siteFrom: oneOf(q.get('siteFrom'), SITE_FROM, DEFAULT_VIEW.siteFrom),
    siteExisting: q.get('siteExisting') !== 'no',
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

/** A view changed. What one screen is about stays behind when another opens. */
export function changedView(before: View, change: Partial<View>): View {
  const elsewhere = change.screen !== undefined && change.screen !== before.screen;
  return { ...before, ...(elsewhere ? { item: null } : {}), ...change };
}

/** Writes a view as the shortest link that reads back the same. */
export function formatView(view: View): string {
  const q = new URLSearchParams();
  const put = (key: string, value: string, usual: string): void => {
    if (value !== usual) q.set(key, value);
  };
  const itemKey = ITEM_KEYS[view.screen];
  if (itemKey) put(itemKey, view.item ?? '', '');
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
  put('metres', String(view.metres ?? ''), '');
  putCuts(q, view.cuts);
  if (view.aside) q.set('aside', asideText(view.aside));
  if (view.when) q.set('when', whenText(view.when));
  put('weeks', view.someWeeks ? 'some' : '', '');
  put('on', view.on ?? '', '');
  put('site', view.site ?? '', '');
  put('sites', String(view.sites), String(DEFAULT_VIEW.sites));
  put('siteWeight', view.siteWeight, DEFAULT_VIEW.siteWeight);
  put('siteFrom', view.siteFrom, DEFAULT_VIEW.siteFrom);
  put('siteExisting', view.siteExisting ? '' : 'no', '');
  put('closed', view.closed ? '1' : '', '');
  put('list', view.list, DEFAULT_VIEW.list);
  put('map', view.map ? '1' : '', '');
  if (view.camera) q.set('at', `${view.camera.lon},${view.camera.lat},${view.camera.zoom}`);
  const query = plain(q);
  return `/${view.screen}${query ? `?${query}` : ''}`;
}
