import { placeRedirect } from '../db/schema.ts';
import type { Database } from './open.ts';

/** Where each merged place went, by its id. Few: a merge is a person's doing. */
export async function listMerges(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select().from(placeRedirect);
  return new Map(rows.map((row) => [row.fromId, row.toId]));
}

/** The place that an id stands for at the end of all merges; itself when it was never merged. */
export function survivorOf(id: string, merges: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = id;
  for (let next = merges.get(at); next !== undefined && !seen.has(next); next = merges.get(at)) {
    seen.add(at);
    at = next;
  }
  return at;
}
