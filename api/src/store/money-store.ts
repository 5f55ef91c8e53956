import type { MoneyRow } from '@kith/core/money/money';
import { asc, eq } from 'drizzle-orm';
import { money } from '../db/schema.ts';
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
