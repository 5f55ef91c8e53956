import { KINDS } from '@kith/core/place/kinds';
import type { Claim, PlaceField, PlaceFields, ShownClaim } from '@kith/core/place/place';
import { RUN_BY } from '@kith/core/place/run-by';
import { LICENCE_FAMILIES, licenceFamilyOf } from '@kith/core/source/licences';
import { dateWords } from './dates.ts';
import { timesWords } from './opening-hours.ts';

const LABELS: Record<PlaceField, string> = {
  name: 'Name',
  kind: 'Kind',
  status: 'Open or closed',
  position: 'Position',
  address: 'Address',
  postcode: 'Postcode',
  district: 'District',
  patch: 'Map',
  outside: 'Outside the map',
  mobile: 'Mobile',
  phone: 'Phone',
  email: 'Email',
  website: 'Website',
  when: 'When',
  openingHours: 'Hours',
  forWhom: 'Who it is for',
  runBy: 'Run by',
  operator: 'Run by (name)',
  yearOpened: 'Opened',
  yearClosed: 'Closed',
  statutory: 'On the council’s statutory list',
  yearLeftStatutory: 'Left the statutory list',
  wheelchair: 'For wheelchair users',
  access: 'Access',
  uprn: 'Property number (UPRN)',
  coLocatedWith: 'Shares a building with',
  notes: 'Notes',
};
/** What a field is called; its own name where it has no other. */
export const fieldLabel = (field: string): string => LABELS[field as PlaceField] ?? field;
/** Fields about Kith's own book-keeping, which say nothing to a reader. */
const INWARD: readonly PlaceField[] = ['patch', 'outside'];

const WHEELCHAIR: Readonly<Record<string, string>> = {
  yes: 'Yes',
  limited: 'Some of it',
  no: 'No',
  designated: 'Made for them',
};

const PRECISION_WORDS = {
  exact: 'placed exactly',
  postcode: 'from the postcode',
  village: 'only the village is known',
  none: 'no one spot',
} as const;

export const STATUS_WORDS = {
  open: 'Open',
  'temporarily-closed': 'Closed for now',
  closed: 'Closed for good',
  unknown: 'Not known',
} as const;

/** A metre is five places after the point. */
const metreExact = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** A value as a reader meets it. */
export function valueWords(field: PlaceField, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (field === 'runBy') return Object.entries(RUN_BY).find(([id]) => id === value)?.[1] ?? String(value);
  if (field === 'wheelchair') return WHEELCHAIR[String(value)] ?? String(value);
  if (field === 'status') return STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? String(value);
  if (field === 'kind') return KINDS.find((kind) => kind.id === value)?.label ?? String(value);
  if (field === 'openingHours') return timesWords(String(value));
  if (field === 'position') {
    const {
      lon,
      lat,
      precision,
      spreadMetres = 0,
    } = Object(value) as Partial<NonNullable<PlaceFields['position']>>;
    if (lon === undefined || lat === undefined) return 'No spot on the map';
    const how = precision ?? (spreadMetres > 0 ? 'village' : null);
    const spot = `${metreExact(lat)}, ${metreExact(lon)}`;
    return how ? `${spot} (${PRECISION_WORDS[how]})` : spot;
  }
  return String(value);
}

const BASIS = { checked: 'checked', published: 'published', undated: 'no date' } as const;

const shareAlike = (licence: string): boolean =>
  LICENCE_FAMILIES.find(({ id }) => id === licenceFamilyOf(licence))?.shareAlike ?? false;

export interface ClaimWords {
  readonly field: string;
  readonly value: string;
  /** Who said so: a list by its name, people on Kith by what they are to it. */
  readonly who: string;
  /** When, and how sure: "checked 3 May 2026". */
  readonly dated: string;
  readonly licence: string;
  /** What is made from it must be shared under the same licence (ODbL, CC BY-SA). */
  readonly alike: boolean;
  /** The page or row it was read from: an address where there is one. */
  readonly page: string | null;
}

/** Pages of memorial benches show inscriptions, which name people: they are not led to. */
const pageOf = ({ source, sourceDetail }: Claim): string | null =>
  sourceDetail && !source.startsWith('openbenches') ? sourceDetail : null;

/** The source of everything that people say on Kith: whoever said it is named instead. */
export const PEOPLE = 'kith-people';
const capital = (words: string): string => `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;

/** What is known of a place, field by field, and who said so. `titles` names the sources by id. */
export function claimRows(
  claims: readonly ShownClaim[],
  titles: ReadonlyMap<string, string>,
): readonly ClaimWords[] {
  return claims
    .filter((claim) => !INWARD.includes(claim.field) && !(claim.field === 'mobile' && claim.value === false))
    .map((claim) => ({
      field: LABELS[claim.field],
      value: valueWords(claim.field, claim.value),
      who: claim.source === PEOPLE ? capital(claim.by) : (titles.get(claim.source) ?? claim.source),
      dated: claim.asOf
        ? `${BASIS[claim.basis]} ${dateWords(claim.asOf)}`
        : `no date of its own; on Kith since ${dateWords(claim.at.slice(0, 10))}`,
      licence: claim.licence,
      alike: shareAlike(claim.licence),
      page: pageOf(claim),
    }));
}

/** How old what we know of one field is: "from 2025" or null where nobody said anything of it. */
export function fieldAge(claims: readonly Claim[], field: PlaceField): string | null {
  const claim = claims.find((each) => each.field === field);
  if (!claim) return null;
  return claim.asOf ? `${BASIS[claim.basis]} ${dateWords(claim.asOf)}` : 'from a source with no date';
}
