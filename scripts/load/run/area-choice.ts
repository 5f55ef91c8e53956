import type { District } from '../world/geography.ts';
import { either, nearestNames } from './nearest.ts';

/** A district (LTLA) with the upper-tier authority and the region that it lies in. */
export type DistrictRow = Omit<District, 'patch'>;

export interface AreaChoice {
  /** In words: `East Midlands`. */
  readonly label: string;
  /** The code of the district, authority or region, or `england`. */
  readonly scope: string;
  /** In order of code. */
  readonly districts: readonly DistrictRow[];
}

/** A choice, or what is wrong with what was typed and what to do. */
export type AreaAnswer = AreaChoice | { readonly problem: string };

type Level = 'district' | 'county' | 'region';
interface Candidate extends AreaChoice {
  readonly level: Level;
}

const ENGLAND = /^(all ?of ?|the whole of |whole ?of ?)?england$|^E92000001$/i;
const CODE = /^[A-Z]\d{8}$/i;
/** Words that councils put before or after their names. `London` is not one of them: it is a region's name. */
const TITLES =
  /\b(the|city|county|royal|metropolitan|borough|district|unitary|authority|council|region|of|mbc|cc)\b/g;

/**
 * The districts that a name or a code stands for: a district, an upper-tier authority (county), a region, or
 * England. Small and capital letters, `&` and `and`, hyphens and `City of` make no difference.
 */
export function chooseArea(typed: string, rows: readonly DistrictRow[]): AreaAnswer {
  const asked = spokenName(typed.trim());
  const english = rows.filter((row) => row.code.startsWith('E'));
  const districts = [...english].sort((a, b) => (a.code < b.code ? -1 : 1));
  if (ENGLAND.test(asked)) return { label: 'England', scope: 'england', districts };
  const all = candidatesOf(districts);
  if (CODE.test(asked)) {
    const code = asked.toUpperCase();
    return all.find(({ scope }) => scope === code)?.districts
      ? answerOf(all, code)
      : { problem: unknownCode(code) };
  }
  for (const fold of [plainName, bareName]) {
    const wanted = fold(asked);
    const matches = wanted === '' ? [] : all.filter(({ label }) => fold(label) === wanted);
    if (matches.length === 1) return answerOf(all, matches[0]?.scope ?? '');
    if (matches.length > 1) return { problem: ambiguous(asked, matches) };
  }
  const near = nearestNames(asked, [...all.map(({ label }) => label), 'England'], bareName);
  const hint = near.length > 0 ? `Did you mean ${either(near)}?` : '';
  return {
    problem:
      `No district, county or region of England is called "${asked}". ${hint}`.trim() +
      ' A code such as E07000129 works too, and england is all of it.',
  };
}

function answerOf(all: readonly Candidate[], scope: string): AreaAnswer {
  const found = all.find((each) => each.scope === scope);
  if (!found) return { problem: unknownCode(scope) };
  return { label: found.label, scope: found.scope, districts: found.districts };
}

/** Every district, county and region once. A unitary authority is its own county and counts as a district. */
function candidatesOf(districts: readonly DistrictRow[]): Candidate[] {
  const all = new Map<string, Candidate & { readonly districts: DistrictRow[] }>();
  const add = (level: Level, scope: string, label: string, district: DistrictRow) => {
    if (scope === '' || label === '') return;
    const known = all.get(scope);
    if (known) known.districts.push(district);
    else all.set(scope, { level, scope, label, districts: [district] });
  };
  for (const row of districts) {
    add('district', row.code, row.name, row);
    if (row.authorityCode !== row.code) add('county', row.authorityCode, row.authorityName, row);
    add('region', row.regionCode, row.regionName, row);
  }
  return [...all.values()];
}

/** What people call a place where its official name is another. */
const SPOKEN: Readonly<Record<string, string>> = {
  hull: 'Kingston upon Hull, City of',
  'greater london': 'London',
};

/** `The City of London` is in no list with its article, nor `London Borough of Camden` with its title. */
function spokenName(typed: string): string {
  const bare = typed.replace(/^the\s+/i, '').replace(/^london borough of\s+/i, '');
  return SPOKEN[bare.toLowerCase()] ?? bare;
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/\bst\.?\s/g, 'saint ')
    .replace(/[^a-z0-9]/g, '');
}

/** Without titles: `Bristol, City of` and `City of Bristol Council` are both `bristol`. */
function bareName(name: string): string {
  const bare = plainName(name.toLowerCase().replace(/[-_]/g, ' ').replace(TITLES, ' '));
  return bare === '' ? plainName(name) : bare;
}

function ambiguous(asked: string, matches: readonly Candidate[]): string {
  const ordered = [...matches].sort((a, b) => (a.scope < b.scope ? -1 : 1));
  const named = ordered.map(({ level, label, scope, districts }) => {
    const size = districts.length > 1 ? `, ${districts.length} districts` : '';
    return `${scope} (the ${level} ${label}${size})`;
  });
  return `"${asked}" is the name of more than one. Give the code instead: --area ${either(named)}.`;
}

function unknownCode(code: string): string {
  if (/^E0[1-5]/.test(code)) {
    return `${code} is the code of an area smaller than a district. Give the district it lies in: a name, or a code that begins with E06, E07, E08 or E09.`;
  }
  if (!code.startsWith('E')) return `${code} is not a code of England. Only England can be loaded.`;
  return `The look-ups know no district, county or region with the code ${code}. Codes change when councils merge: try the name.`;
}
