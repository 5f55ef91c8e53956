import { asc, eq } from 'drizzle-orm';
import { claim } from '../db/schema.ts';
import { logClaims, type NewClaim, projectAllPlaces } from './claim-store.ts';
import type { Database } from './open.ts';

/**
 * Brings what one loader says up to date with `claims`, which is everything it now says. Only what differs from
 * its last word is added; what it no longer says is withdrawn by an undated null. Claims of others are not touched.
 * All places are then made anew, since what a source is called or how far it is trusted may have changed too.
 * @returns how many claims were added
 */
export async function reloadClaims(
  db: Database,
  changeId: number,
  author: string,
  claims: readonly Omit<NewClaim, 'author'>[],
): Promise<number> {
  const said = await lastWords(db, author);
  const added: NewClaim[] = [];
  const now = new Set<string>();
  for (const each of claims) {
    const key = keyOf(each);
    now.add(key);
    const before = said.get(key);
    if (before === undefined || before.fingerprint !== fingerprint(each)) added.push({ ...each, author });
  }
  for (const [key, before] of said) {
    if (now.has(key) || before.claim.value === null) continue;
    added.push({ ...before.claim, value: null, sourceDetail: null, asOf: null, basis: 'undated', author });
  }
  await logClaims(db, changeId, added);
  await projectAllPlaces(db);
  return added.length;
}

interface LastWord {
  readonly claim: Omit<NewClaim, 'author'>;
  readonly fingerprint: string;
}

async function lastWords(db: Database, author: string): Promise<Map<string, LastWord>> {
  const said = new Map<string, LastWord>();
  for (const row of await db.select().from(claim).where(eq(claim.author, author)).orderBy(asc(claim.id))) {
    const { placeId, source, sourceDetail, asOf, basis, licence } = row;
    const field = row.field as NewClaim['field'];
    const value = JSON.parse(row.value) as unknown;
    const each = { placeId, field, value, source, sourceDetail, asOf, basis, licence };
    said.set(keyOf(each), { claim: each, fingerprint: fingerprint(each) });
  }
  return said;
}

function keyOf({ placeId, field, source }: Pick<NewClaim, 'placeId' | 'field' | 'source'>): string {
  return `${placeId} ${field} ${source}`;
}

function fingerprint(each: Omit<NewClaim, 'author'>): string {
  return JSON.stringify([each.value, each.sourceDetail, each.asOf, each.basis, each.licence]);
}
