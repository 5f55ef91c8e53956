import type { Found } from '../../data/questions.ts';

/** Where a place is, as somebody chose it. */
export interface Where {
  /** `postcode`: that says it; `spot`: a pin, or where another place stands; `about`: only the village or part of a town. */
  readonly way: 'postcode' | 'spot' | 'about';
  /** What to call it: `LE9 7QG`, `Kirkby Mallory`, `A pin on the map`. */
  readonly label: string;
  readonly lon: number | null;
  readonly lat: number | null;
  /** How far off it may be, metres. */
  readonly spreadMetres: number;
  readonly postcode: string | null;
  /** Of a pin: whose ground it lies on, so that one put far off is noticed. */
  readonly near?: string;
  /** A postcode that the search answered it does not know. */
  readonly unknown?: true;
}

/** A village, as method.md 2 takes it for groups known only to their village. */
const VILLAGE_METRES = 600;
/** A town, or the ground of a few thousand addresses: a middle that may be this far off. Errs far rather than near. */
const TOWN_METRES = 2_000;

const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i;

/** The whole postcode in what somebody typed, written with its space; null where there is none. */
export function postcodeIn(text: string): string | null {
  const [, out, inward] = POSTCODE.exec(text) ?? [];
  return out && inward ? `${out} ${inward}`.toUpperCase() : null;
}

/** What is searched for: of an address with a postcode in it, the postcode. */
export const askedOf = (typed: string): string => postcodeIn(typed) ?? typed.trim().replace(/\s+/g, ' ');

/** A result of the search as a place to be at. Null where it has no position. */
export function whereFound(found: Found, typed: string): Where | null {
  const { type, label, detail, lon, lat } = found;
  const postcode = postcodeIn(typed);
  if (type === 'postcode') return { way: 'postcode', label, lon, lat, spreadMetres: 0, postcode: label };
  if (lon === null || lat === null) return null;
  if (type === 'place') return { way: 'spot', label, lon, lat, spreadMetres: 0, postcode: null };
  if (type === 'place-name') {
    const spreadMetres = /^(Village|Hamlet)\b/.test(detail) ? VILLAGE_METRES : TOWN_METRES;
    return { way: 'about', label, lon, lat, spreadMetres, postcode: null };
  }
  // The middle of a sector stands in for a postcode that is not in the list.
  if (postcode) return { way: 'postcode', label: postcode, lon, lat, spreadMetres: TOWN_METRES, postcode };
  return { way: 'about', label, lon, lat, spreadMetres: TOWN_METRES, postcode: null };
}

/**
 * A postcode that was typed whole and not found: the server says where it lies.
 * @param unknown the search answered that it does not know it; else it could not answer
 */
export function whereTyped(typed: string, unknown = false): Where | null {
  const postcode = postcodeIn(typed);
  return postcode === null
    ? null
    : {
        way: 'postcode',
        label: postcode,
        lon: null,
        lat: null,
        spreadMetres: 0,
        postcode,
        ...(unknown ? { unknown: true as const } : {}),
      };
}

const NOT_KNOWN = 'Kith does not know this postcode. Check it';
/** Said of a whole postcode that the search does not find, where it may be sent all the same: a steward reads it. */
const NOT_KNOWN_YET = `${NOT_KNOWN}, put a pin on the map, or go on: a steward will find it.`;

/**
 * What to say where nothing was found.
 * @param mayGoOn a whole postcode is taken as it is typed
 */
export function nothingWords(typed: string, mayGoOn: boolean): string {
  if (!postcodeIn(typed)) return 'Nothing found. Try a village or town, or put a pin on the map.';
  return mayGoOn ? NOT_KNOWN_YET : `${NOT_KNOWN}, or put a pin on the map.`;
}

/**
 * What was typed besides the village or postcode that was chosen, such as `Village hall, Main Street` of "Village hall,
 * Main Street, Desford": it goes into "Building and street". Empty where that is all.
 */
export function addressTyped(typed: string, { label, way }: Where): string {
  const postcode = postcodeIn(typed);
  // A place that is listed is typed by its name.
  if (way === 'spot') return '';
  const parts = typed
    .replace(POSTCODE, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.toLowerCase() !== label.toLowerCase());
  const rest = parts.join(', ');
  // One word or name with neither comma nor number is the village as somebody spells it.
  if (!postcode && !/[,\d]/.test(typed)) return '';
  return rest;
}

/** From here on single streets are seen, and ten pixels are some 50 m: farther off, a press says no spot. */
const NEAREST_ENOUGH_ZOOM = 13.4;
export const isNearEnough = (zoom: number): boolean => zoom >= NEAREST_ENOUGH_ZOOM;

/** Where a pin lies, in words. */
export const groundWords = ({ ward, district }: { ward: string | null; district: string | null }): string =>
  ward === null && district === null
    ? 'far from where anybody lives'
    : `near ${[ward, district].filter(Boolean).join(', ')}`;

export const wherePinned = (lon: number, lat: number): Where => ({
  way: 'spot',
  label: 'A pin on the map',
  lon,
  lat,
  spreadMetres: 0,
  postcode: null,
});

/** Where it is, in brief. */
export function whereBrief({ way, label, near, unknown }: Where): string {
  if (way === 'about') return `Somewhere in ${label}`;
  return near ? `${label}, ${near}` : unknown ? `${label}. Kith does not know this postcode.` : label;
}

/** What is told of a choice that is not exact, or that may have been put in the wrong place. */
export function whereWords(where: Where): string {
  const { way, label, spreadMetres, near } = where;
  if (near) return `${whereBrief(where)}. Is that wrong? Move the pin.`;
  if (way === 'about') return `Somewhere in ${label}. If you can, give a postcode or put a pin on the map.`;
  if (spreadMetres > 0) return `${label}: we know only roughly where it is. A pin on the map would help.`;
  if (where.unknown) return `${label}. ${NOT_KNOWN_YET}`;
  return label;
}
