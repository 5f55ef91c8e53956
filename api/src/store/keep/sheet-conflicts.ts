import type { Person } from '@kith/core/keep/roles';
import type { SheetRow } from '@kith/core/sheet/understanding';
import { claimTimes } from '../claim-times.ts';
import type { Database } from '../open.ts';
import { isPersonal, type LoggedClaim } from '../winning-claim.ts';
import { isLoad, wordsOfAuthors } from './author-words.ts';
import { placesKeptBy } from './keeper-store.ts';

/** Who brings a file, and what of it may stand without anybody looking. */
export interface SheetVoice {
  /** Stewards have the last word: nothing of theirs waits, and nothing gainsays it. */
  readonly steward: boolean;
  /** As the log may name them: for themselves, and for their organisations. */
  readonly authors: ReadonlySet<string>;
  /** Places that their organisations keep. */
  readonly keeps: ReadonlySet<string>;
}

export async function voiceOfSheet(db: Database, person: Person): Promise<SheetVoice> {
  const organisations = person.organisations.map(({ id }) => id);
  return {
    steward: person.role === 'steward' || person.role === 'administrator',
    authors: new Set([
      ...(person.id === null ? [] : [`person:${person.id}`]),
      ...organisations.map((id) => `org:${id}`),
    ]),
    keeps: new Set(await placesKeptBy(db, organisations)),
  };
}

/** Whether a row goes in without a steward looking at it: a steward's, and what its sender keeps. */
export function isAtOnce(voice: SheetVoice, placeId: string | null): boolean {
  return voice.steward || (placeId !== null && voice.keeps.has(placeId));
}

/**
 * Whether what stands was said by somebody else, and later than the row was checked. A row without a day may be of any
 * age: what any person said is taken to be later, which errs towards asking; of a list only what it checked since today.
 * @param today ISO day
 */
export function isSaidLater(claim: LoggedClaim, row: SheetRow, voice: SheetVoice, today: string): boolean {
  if (voice.steward || voice.authors.has(claim.author)) return false;
  const said = claim.asOf ?? '';
  if (isPersonal(claim)) return row.checkedOn === null || said > row.checkedOn;
  return claim.basis === 'checked' && said > (row.checkedOn ?? today);
}

/** Who said something, in words, and the day it is of. */
export interface SaidLater {
  readonly by: string;
  /** ISO day. */
  readonly on: string;
}

/** Who made these claims, by their numbers in the log. */
export async function whoSaid(
  db: Database,
  claims: readonly LoggedClaim[],
): Promise<ReadonlyMap<number, SaidLater>> {
  const words = await wordsOfAuthors(
    db,
    claims.map(({ author }) => author),
  );
  const times = await claimTimes(
    db,
    claims.map(({ id }) => id),
  );
  return new Map(
    claims.map(({ id, author, asOf }) => {
      const time = times.get(id);
      const by = isLoad(author) ? time?.publisher : words.get(author);
      return [id, { by: by ?? 'somebody', on: asOf ?? time?.at.slice(0, 10) ?? '' }];
    }),
  );
}
