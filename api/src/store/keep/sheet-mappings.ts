import type { SheetMapping } from '@kith/core/sheet/understanding';
import { and, eq } from 'drizzle-orm';
import { sheetMapping } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';

/** How this sender's last file with these headers was read. */
export async function rememberedMapping(
  db: Database,
  sender: string,
  header: string,
): Promise<SheetMapping | undefined> {
  const row = (
    await db
      .select()
      .from(sheetMapping)
      .where(and(eq(sheetMapping.sender, sender), eq(sheetMapping.header, header)))
  )[0];
  return row === undefined ? undefined : (JSON.parse(row.mapping) as SheetMapping);
}

/** Remembered without what was said of single rows. */
export async function rememberMapping(
  db: Database,
  sender: string,
  header: string,
  mapping: SheetMapping,
  at: string,
): Promise<void> {
  const row = { sender, header, mapping: JSON.stringify({ ...mapping, split: {}, same: {} }), at };
  await db
    .insert(sheetMapping)
    .values(row)
    .onConflictDoUpdate({
      target: [sheetMapping.sender, sheetMapping.header],
      set: { mapping: row.mapping, at },
    });
}
