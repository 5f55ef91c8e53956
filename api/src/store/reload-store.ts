import { asc, eq } from 'drizzle-orm';
import { claim } from '../db/schema.ts';
import { logClaims, type NewClaim } from './claim-store.ts';
import type { Database } from './open.ts';
import { projectPlaces } from './project-places.ts';

/**
 * Brings what one loader says up to date with `claims`, which is everything it now says. Only what differs from
 * its last word is added; what it no longer says is withdrawn by an undated null. Claims of others are not touched.
 * Places of which something new was said are then made anew.
 * @returns how many claims were added
 */
export async function reloadClaims(
  db: Database,
  changeId: number,
  author: string,
  claims: readonly Omit<NewClaim, 'author'>[],
): Promise<number> {
  const added = newWords(await lastWords(db, author), author, claims);
  await logClaims(db, changeId, added);
  await projectPlaces(
    db,
    added.map((each) => each.placeId),
  );
  return added.length;
}

type Word = Omit<NewClaim, 'author'>;

/** What must be added to what an author said last, for these claims to be all that it says. */
export function newWords(
  said: ReadonlyMap<string, Word>,
  author: string,
  claims: readonly Word[],
): NewClaim[] {
  const added: NewClaim[] = [];
  const now = new Set<string>();
  for (const each of claims) {
    const key = wordKey(each);
    now.add(key);
    const before = said.get(key);
    if (before === undefined || wordText(before) !== wordText(each)) added.push({ ...each, author });
  }
  for (const [key, before] of said) {
    if (now.has(key) || before.value === null) continue;
    added.push({ ...before, value: null, sourceDetail: null, asOf: null, basis: 'undated', author });
  }
  return added;
}

async function lastWords(db: Database, author: string): Promise<Map<string, Word>> {
  const said = new Map<string, Word>();
  for (const row of await db.select().from(claim).where(eq(claim.author, author)).orderBy(asc(claim.id))) {
    const { placeId, source, sourceDetail, asOf, basis, licence } = row;
    const field = row.field as NewClaim['field'];
    const value = JSON.parse(row.value) as unknown;
    const each = { placeId, field, value, source, sourceDetail, asOf, basis, licence };
    said.set(wordKey(each), each);
  }
  return said;
}

/** Who says something again about the same field of the same place from the same source takes back what they said. */
export function wordKey({ placeId, field, source }: Pick<NewClaim, 'placeId' | 'field' | 'source'>): string {
  return `${placeId} ${field} ${source}`;
}

/** What of a claim makes it another one. */
export function wordText(each: Omit<Word, 'placeId'>): string {
  return JSON.stringify([each.value, each.sourceDetail, each.asOf, each.basis, each.licence]);
}
