import { kindOf } from '@kith/core/place/kinds';
import { type PlaceField, type PlaceFields, placeFields } from '@kith/core/place/place';
import type { place } from '../db/schema.ts';
import { folded } from './folded.ts';
import { fileClaim, isPersonal, type LoggedClaim, winningClaims } from './winning-claim.ts';

export type PlaceRow = typeof place.$inferInsert;

/** How a place stands in the lists of its sources. */
export interface Standing {
  /** Whether one lists it still. */
  readonly listed: boolean;
  /** ISO day from which none does; null while one does, and where none ever did (the starter's). */
  readonly goneSince: string | null;
}
export const UNLISTED: Standing = { listed: false, goneSince: null };

/**
 * The row that the claims about one place add up to. Pure: the same claims always give the same row.
 * @param publishers who publishes each source, by source id: a reader knows them better than the name of a file
 * @param standing of the place and of all that were merged into it
 * @returns undefined when no claim names the place or says its kind: it is then not listed
 */
export function projectPlace(
  id: string,
  claims: readonly LoggedClaim[],
  publishers: ReadonlyMap<string, string>,
  standing: Standing = UNLISTED,
): PlaceRow | undefined {
  const winners = new Map(winningClaims(claims, standing.listed).map((claim) => [claim.field, claim]));
  const value = <F extends PlaceField>(field: F): PlaceFields[F] | null =>
    (winners.get(field)?.value ?? null) as PlaceFields[F] | null;
  const name = value('name');
  const kind = value('kind');
  if (name === null || kind === null) return undefined;
  const definition = kindOf(kind);
  const position = value('position');
  const sortName = folded(name);
  // What a reader wants dated first is whether the place is there: its status, or failing that its name.
  const settling = winners.get('status') ?? winners.get('name');
  return {
    id,
    name,
    sortName,
    timesName: `${timesRank(value('openingHours'), value('when'))}${sortName}`,
    kind,
    kindWords: `${definition.label} ${definition.plural}`,
    status: value('status') ?? 'unknown',
    lon: centimetres(position?.lon),
    lat: centimetres(position?.lat),
    easting: position?.easting ?? null,
    northing: position?.northing ?? null,
    precision: position?.precision ?? 'none',
    spreadMetres: position?.spreadMetres ?? 0,
    address: value('address'),
    postcode: value('postcode'),
    district: value('district'),
    patch: value('patch') ?? '',
    outside: value('outside') ?? false,
    mobile: value('mobile') ?? false,
    phone: value('phone'),
    email: value('email'),
    website: value('website'),
    whenWords: value('when'),
    openingHours: value('openingHours'),
    forWhom: value('forWhom'),
    runBy: value('runBy'),
    operator: value('operator'),
    yearOpened: value('yearOpened'),
    yearClosed: value('yearClosed'),
    statutory: value('statutory'),
    yearLeftStatutory: value('yearLeftStatutory'),
    uprn: value('uprn'),
    coLocatedWith: value('coLocatedWith'),
    notes: value('notes'),
    asOf: settling?.asOf ?? null,
    basis: settling?.basis ?? 'undated',
    sourceName: publishers.get(settling?.source ?? '') ?? '',
    goneSince: standing.goneSince,
    checkedOn: checkedOn([winners.get('status'), winners.get('name')]),
    peopleOnly: isPeoples([winners.get('status'), winners.get('name')]) && !isVouchedFor(claims, standing),
  };
}

type Settling = readonly (LoggedClaim | undefined)[];

/** The last day on which a person checked whether it is there. A date that is no whole day is not taken for one. */
function checkedOn(settling: Settling): string | null {
  const days = settling.flatMap((claim) =>
    claim !== undefined && isPersonal(claim) && claim.basis === 'checked' && claim.asOf?.length === 10
      ? claim.asOf
      : [],
  );
  return days.sort().at(-1) ?? null;
}

function isPeoples(settling: Settling): boolean {
  return settling.some((claim) => claim !== undefined && isPersonal(claim));
}

/** Whether a file says that it is there: it names it, or says how it stands, and does not say that it is gone. */
function isVouchedFor(claims: readonly LoggedClaim[], standing: Standing): boolean {
  if (standing.goneSince !== null) return false;
  const [status, name] = [
    fileClaim(claims, 'status')?.value ?? null,
    fileClaim(claims, 'name')?.value ?? null,
  ];
  return status === null ? name !== null : status !== 'closed';
}

/** Hours by the clock come before times in words, and those before none. */
function timesRank(openingHours: string | null, when: string | null): 0 | 1 | 2 {
  if (openingHours !== null) return 0;
  return when === null ? 2 : 1;
}

/** Degrees to seven decimals, about a centimetre: they stay the same through every text they travel in. */
function centimetres(degrees: number | undefined): number | null {
  return degrees === undefined ? null : Math.round(degrees * 1e7) / 1e7;
}

/** Checks a value against its field's schema, so that nothing ill-shaped enters the log. Null (a withdrawal) passes. */
export function checkedValue(field: PlaceField, value: unknown): unknown {
  return value === null ? null : placeFields.shape[field].parse(value);
}
