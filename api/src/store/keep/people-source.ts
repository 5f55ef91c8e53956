import type { Claim, PlaceField } from '@kith/core/place/place';
import { source } from '../../db/schema.ts';
import type { NewClaim } from '../claim-store.ts';
import type { Database } from '../open.ts';

/** The source of all that people say on Kith. */
export const PEOPLE = 'kith-people';
export const PEOPLE_LICENCE = 'Open Government Licence v3.0';

/** After all lists: sources are shown in this order. What people said beats files whatever their order (docs/adr/0007). */
const LAST = 1_000;

/** Puts the source there on first use. */
export async function ensurePeopleSource(db: Database): Promise<void> {
  await db
    .insert(source)
    .values({
      id: PEOPLE,
      title: 'Said by people on Kith',
      publisher: 'Kith',
      url: null,
      licence: PEOPLE_LICENCE,
      licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      attribution: 'Said by people on Kith, under the Open Government Licence v3.0.',
      vintage: 'the day of each note',
      caution:
        'What people who know a place said of it, each with its day. What nobody answerable for the place said was read by a steward first, who may not have been there.',
      sha256: null,
      priority: LAST,
    })
    .onConflictDoNothing();
}

/** A claim that a person makes. */
export function saidBy(
  author: string,
  at: string,
  placeId: string,
  field: PlaceField,
  value: unknown,
  more: {
    readonly basis?: Claim['basis'];
    readonly licence?: string;
    readonly sourceDetail?: string | null;
  } = {},
): NewClaim {
  return {
    placeId,
    field,
    value,
    source: PEOPLE,
    sourceDetail: more.sourceDetail ?? null,
    asOf: at.slice(0, 10),
    basis: more.basis ?? 'checked',
    licence: more.licence ?? PEOPLE_LICENCE,
    author,
  };
}
