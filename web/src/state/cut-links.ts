import { KINDS } from '@kith/core/place/kinds';
import { formatWeek, parseWeek, SLOTS, type Week } from '@kith/core/place/week';
import type { Cut, EndGrantCut, OpenCut, ShortenCut } from '@kith/core/scenario/cut';

/** A scenario holds no more; what a link says beyond them is left out. */
export const MOST_CUTS = 500;
const MOST_OF_A_GRANT = 200;
const MOST_OF_A_NAME = 120;
const MOST_EASTING = 700_000;
const MOST_NORTHING = 1_300_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SITE = /^new-[a-z0-9-]{1,40}$/;
/** A week in which no hour is closed: too long to spell out. */
const ALWAYS = 'o'.repeat(SLOTS);
const ANY = 'any';

export const isUuid = (text: string): boolean => UUID.test(text);

/** A day of the calendar, `2027-03-31`: the 30th of February is none. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * Writes cuts into a link, in their order: `close=id,id` for those that stand together, and one each of
 * `shorten=id~week`, `grant=name~day~ids~replaced ids` and `new=site~kind~easting~northing~week~name`.
 */
export function putCuts(query: URLSearchParams, cuts: readonly Cut[]): void {
  // Every link on the page carries the cuts, and there may be hundreds of them: they are written once.
  const written = texts.get(cuts) ?? textsOf(cuts);
  texts.set(cuts, written);
  for (const [key, text] of written) query.append(key, text);
}

const texts = new WeakMap<readonly Cut[], readonly (readonly [key: string, text: string])[]>();

function textsOf(cuts: readonly Cut[]): readonly (readonly [key: string, text: string])[] {
  const written: [string, string][] = [];
  let closing: string[] = [];
  const flush = (): void => {
    if (closing.length > 0) written.push(['close', closing.join(',')]);
    closing = [];
  };
  for (const cut of cuts) {
    if (cut.type === 'close') {
      closing.push(cut.place);
      continue;
    }
    flush();
    if (cut.type === 'shorten') written.push(['shorten', `${cut.place}~${formatWeek(cut.keeps)}`]);
    else if (cut.type === 'end-grant') {
      const ids = [cut.places, cut.replaced].map((each) => each.join('.'));
      written.push(['grant', [cut.grant, cut.endsOn ?? '', ...ids].join('~')]);
    } else {
      const { site, kind, easting, northing, week, name } = cut;
      written.push(['new', [site, kind, easting, northing, weekText(week), name].join('~')]);
    }
  }
  flush();
  return written;
}

/** What of the cuts of a link could not be read. */
export interface UnreadCuts {
  readonly cuts: number;
  /** Places of grants that could be read but for them. */
  readonly places: number;
}

/**
 * Reads cuts from a link; it never throws. What cannot be read is left out and counted. A place closed twice is closed
 * once, and nothing is missing.
 */
export function readCuts(query: URLSearchParams): { readonly cuts: Cut[]; readonly unread: UnreadCuts } {
  const closed = new Set<string>();
  const cuts: Cut[] = [];
  const unread = { cuts: 0, places: 0 };
  for (const [key, value] of query) {
    if (key === 'close') {
      for (const place of value.split(',')) {
        if (place !== '' && !isUuid(place)) unread.cuts++;
        if (!isUuid(place) || closed.has(place)) continue;
        closed.add(place);
        cuts.push({ type: 'close', place });
      }
      continue;
    }
    const reader = READERS.get(key);
    if (!reader) continue;
    const cut = reader(value);
    if (!cut) unread.cuts++;
    else {
      cuts.push(cut);
      if (cut.type === 'end-grant') unread.places += unreadPlaces(value, cut);
    }
  }
  unread.cuts += Math.max(0, cuts.length - MOST_CUTS);
  return { cuts: cuts.slice(0, MOST_CUTS), unread };
}

/** Places of a grant that its cut does not hold, whether it ends for them or others pay. */
function unreadPlaces(text: string, { places, replaced }: EndGrantCut): number {
  const [ids = '', others = ''] = text.split('~').slice(-2);
  const missing = (named: string, held: readonly string[]): number =>
    new Set(named.split('.').filter((id) => id !== '' && !held.includes(id))).size;
  return missing(ids, places) + missing(others, replaced);
}

function shortenIn(text: string): ShortenCut | null {
  const [place = '', week = ''] = text.split('~');
  const keeps = parseWeek(week);
  return isUuid(place) && keeps !== null ? { type: 'shorten', place, keeps } : null;
}

/** The name comes first and may itself hold a tilde: what follows it is counted from the end. */
function grantIn(text: string): EndGrantCut | null {
  const parts = text.split('~');
  const [day = '', ids = '', others = ''] = parts.slice(-3);
  const grant = nameIn(parts.slice(0, -3).join('~'));
  const places = idsIn(ids);
  if (grant === '' || places.length === 0 || (day !== '' && !isIsoDay(day))) return null;
  return { type: 'end-grant', grant, endsOn: day === '' ? null : day, places, replaced: idsIn(others) };
}

function newIn(text: string): OpenCut | null {
  const [site = '', kindId, east = '', north = '', weekOf = '', ...rest] = text.split('~');
  const kind = KINDS.find((each) => each.id === kindId)?.id;
  const [easting, northing] = [wholeIn(east, MOST_EASTING), wholeIn(north, MOST_NORTHING)];
  const week = weekIn(weekOf);
  const name = nameIn(rest.join('~'));
  if (!SITE.test(site) || !kind || easting === null || northing === null || week === undefined || name === '')
    return null;
  return { type: 'open', site, name, kind, easting, northing, week };
}

type Reader = (text: string) => Cut | null;
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['shorten', shortenIn],
  ['grant', grantIn],
  ['new', newIn],
]);
/** The parts of a link that say cuts. */
export const CUT_KEYS: ReadonlySet<string> = new Set(['close', ...READERS.keys()]);

const weekText = (week: Week | null): string =>
  week === null ? '' : week === ALWAYS ? ANY : formatWeek(week);
/** `undefined` for nonsense; null for hours that are not known. */
function weekIn(text: string): Week | null | undefined {
  if (text === '') return null;
  return text === ANY ? ALWAYS : (parseWeek(text) ?? undefined);
}

function wholeIn(text: string, most: number): number | null {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : null;
}

const idsIn = (text: string): string[] =>
  [...new Set(text.split('.').filter(isUuid))].slice(0, MOST_OF_A_GRANT);

/** Cut to length without halving a character, which would not survive the address bar. */
function nameIn(text: string): string {
  let name = '';
  for (const character of text.trim()) {
    if (name.length + character.length > MOST_OF_A_NAME) break;
    name += character;
  }
  return name.trim();
}
