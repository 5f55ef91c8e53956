import type { Source } from '@kith/core/source/source';
import { asc, count } from 'drizzle-orm';
import { areaValue, claim, homePoint, money, placeName, postcodeSector, source } from '../db/schema.ts';
import type { Database } from './open.ts';

/** A source with how many facts in the database name it. */
export interface CountedSource extends Source {
  readonly facts: number;
}

/** Sources in their order of trust, with the number of claims and area figures each stands behind. */
export async function listSources(db: Database): Promise<CountedSource[]> {
  const rows = await db.select().from(source).orderBy(asc(source.priority));
  const facts = new Map<string, number>();
  const add = (id: string, n: number) => facts.set(id, (facts.get(id) ?? 0) + n);
  for (const row of await db.select({ id: claim.source, n: count() }).from(claim).groupBy(claim.source)) {
    add(row.id, row.n);
  }
  const values = db.select({ id: areaValue.source, n: count() }).from(areaValue).groupBy(areaValue.source);
  for (const row of await values) add(row.id, row.n);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    url: row.url,
    licence: row.licence,
    licenceUrl: row.licenceUrl,
    attribution: row.attribution,
    vintage: row.vintage,
    caution: row.caution,
    sha256: row.sha256,
    facts: facts.get(row.id) ?? 0,
  }));
}

/** Rows held, table by table, in words. */
export async function countHeld(db: Database): Promise<{ what: string; rows: number }[]> {
  return [
    { what: 'home points', rows: await db.$count(homePoint) },
    { what: 'place names', rows: await db.$count(placeName) },
    { what: 'postcode sectors', rows: await db.$count(postcodeSector) },
    { what: 'years of council spending', rows: await db.$count(money) },
  ];
}
