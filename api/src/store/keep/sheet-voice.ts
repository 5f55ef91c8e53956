import { may, type OrganisationName, type Person } from '@kith/core/keep/roles';
import type { Database } from '../open.ts';
import { placesKeptBy, voiceOf } from './keeper-store.ts';

/** Who brings a file, and what of it may stand without anybody looking. */
export interface SheetVoice {
  /** As whom the file as a whole is brought, as the log names them. */
  readonly author: string;
  /** Stewards have the last word: nothing of theirs waits, and nothing gainsays it. */
  readonly steward: boolean;
  /** All as whom they may speak: for themselves, and for their organisations. */
  readonly authors: ReadonlySet<string>;
  /** Places that their organisations keep, each with as whom they speak of it. */
  readonly keeps: ReadonlyMap<string, string>;
}

/** The organisation for which a file is brought. */
interface Brought {
  readonly organisationId: string | null;
}

/** The organisation for which somebody brings a file: their first, unless they choose another; a steward's is their own. */
export function organisationOfSheet(person: Person): string | null {
  return may(person.role, 'steward') ? null : (person.organisations[0]?.id ?? null);
}

/** As whom somebody speaks for a file as a whole: for its organisation, where they belong to it; else for themselves. */
export function speakerOf(person: Person, { organisationId }: Brought): string {
  return voiceOf(person, namedBy(person, organisationId)).author;
}

export async function voiceOfSheet(db: Database, person: Person, sheet: Brought): Promise<SheetVoice> {
  const keeps = new Map<string, string>();
  const authors = new Set([speakerOf(person, { organisationId: null })]);
  for (const organisation of person.organisations) {
    const { author } = voiceOf(person, organisation);
    authors.add(author);
    for (const placeId of await placesKeptBy(db, [organisation.id])) keeps.set(placeId, author);
  }
  return { author: speakerOf(person, sheet), steward: may(person.role, 'steward'), authors, keeps };
}

/** As whom a row says what it does: of a place for the organisation that keeps it, else as the file does. */
export function authorOfRow(voice: SheetVoice, placeId: string | null): string {
  return (placeId === null ? undefined : voice.keeps.get(placeId)) ?? voice.author;
}

/** Whether a row goes in without a steward looking at it: a steward's, and what its sender keeps. */
export function isAtOnce(voice: SheetVoice, placeId: string | null): boolean {
  return voice.steward || (placeId !== null && voice.keeps.has(placeId));
}

function namedBy(person: Person, organisationId: string | null): OrganisationName | null {
  return person.organisations.find(({ id }) => id === organisationId) ?? null;
}
