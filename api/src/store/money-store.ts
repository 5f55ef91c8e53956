import type { MoneyRow } from '@kith/core/money/money';
import { asc, eq } from 'drizzle-orm';
import { money } from '../db/schema.ts';
import { insertAll } from './bulk.ts';
import type { Database } from './open.ts';

/** Net current spend by council and year, years that were not published left out. */
export async function listMoney(db: Database, patch?: string): Promise<MoneyRow[]> {
  const rows = await db
    .select()
    .from(money)
    .where(patch === undefined ? undefined : eq(money.patch, patch))
    .orderBy(asc(money.authority), asc(money.year));
  return rows.map(({ authority, authorityCode, patch: at, year, netCurrentGbpThousand }) => ({
    authority,
    authorityCode,
    patch: at,
    year,
    netCurrentGbpThousand,
  }));
}

/** Adds what councils spent in years; a year that is there already is brought up to date. */
export async function putMoney(db: Database, rows: Iterable<MoneyRow>): Promise<void> {
  await insertAll(db, money, rows, { replace: true });
}
