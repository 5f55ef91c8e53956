import { sql } from 'drizzle-orm';
import type { Database } from '../open.ts';

/** Who wrote something, as the log names them: `org:<id>`, `person:<id>`, `anonymous`; loads are `load` and `starter`. */
export const ANONYMOUS = 'anonymous';
export const ORGANISATION = 'org:';
const LOADS: ReadonlySet<string> = new Set(['load', 'starter']);

export function isLoad(author: string): boolean {
  return LOADS.has(author);
}

/** As whom the log names the sender of something that waited. */
export function senderOf(row: { readonly userId: string | null }): string {
  return row.userId === null ? ANONYMOUS : `person:${row.userId}`;
}

/**
 * What readers are told of authors: the name of an organisation, and of a person only what they are to Kith. Never an
 * e-mail address. Loads are in it as `a list`: whoever knows the source says its publisher instead. Names that stood in
 * the log before people could sign in are of those who ran Kith.
 */
export async function wordsOfAuthors(
  db: Database,
  authors: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  const unique = [...new Set(authors)];
  const named = await lookUp(db, unique);
  for (const author of unique) {
    if (author.startsWith('org:')) words.set(author, named.get(author) ?? 'an organisation');
    else if (author.startsWith('person:')) words.set(author, named.get(author) ?? 'someone who signed in');
    else if (author === ANONYMOUS) words.set(author, 'someone who did not sign in');
    else words.set(author, isLoad(author) ? 'a list' : 'a steward');
  }
  return words;
}

async function lookUp(db: Database, authors: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.all<{ author: string; words: string }>(sql`
    select 'org:' || o.id as author, o.name as words from organisation o
      where 'org:' || o.id in (select value from json_each(${JSON.stringify(authors)}))
    union all
    select 'person:' || u.id, 'a steward' from user u
      where u.given_role in ('steward', 'administrator')
        and 'person:' || u.id in (select value from json_each(${JSON.stringify(authors)}))`);
  return new Map(rows.map((row) => [row.author, row.words]));
}
