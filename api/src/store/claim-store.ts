import type { Claim } from '@kith/core/place/place';
import { change, claim } from '../db/schema.ts';
import { insertAll } from './bulk.ts';
import type { Database } from './open.ts';
import { checkedValue } from './place-projection.ts';
import { projectPlaces } from './project-places.ts';

/** A claim on its way into the log. */
export interface NewClaim extends Claim {
  readonly placeId: string;
  readonly author: string;
}

export interface NewChange {
  readonly kind: 'load' | 'edit' | 'merge' | 'report';
  /** ISO time, UTC. */
  readonly at: string;
  readonly author: string;
  readonly summary: string;
}

/** Adds an entry to the change log. @returns its number */
export async function logChange(db: Database, entry: NewChange): Promise<number> {
  const rows = await db.insert(change).values(entry).returning({ id: change.id });
  const row = rows[0];
  if (row === undefined) throw new Error('The change log gave no number back.');
  return row.id;
}

/**
 * Adds claims to the log and brings the places they are about up to date. Call it inside a transaction.
 * @throws ZodError when a value does not fit its field
 */
export async function addClaims(db: Database, changeId: number, claims: readonly NewClaim[]): Promise<void> {
  await logClaims(db, changeId, claims);
  await projectPlaces(db, [...new Set(claims.map((each) => each.placeId))]);
}

/** Adds claims to the log alone: bring the places up to date afterwards. */
export async function logClaims(db: Database, changeId: number, claims: Iterable<NewClaim>): Promise<void> {
  const rows = function* () {
    for (const each of claims) {
      const { placeId, field, source: from, sourceDetail, asOf, basis, licence, author } = each;
      const value = JSON.stringify(checkedValue(field, each.value));
      yield { placeId, field, value, source: from, sourceDetail, asOf, basis, licence, author, changeId };
    }
  };
  await insertAll(db, claim, rows());
}
