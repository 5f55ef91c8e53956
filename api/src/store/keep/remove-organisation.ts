import { and, eq, ne, sql } from 'drizzle-orm';
import { organisation } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { asksToKeep, keepsItNow } from './keep-requests.ts';
import { contactWordsBegin } from './organisation-store.ts';
import { gone, NAME_REMOVED, REMOVED } from './removed-words.ts';

/**
 * What an organisation is called and its contact, where that is a person's: also wherever the log says who keeps a place
 * or what the contact was before, by whatever name, and in what was asked for it. It goes on keeping its places; a
 * steward may give it another name.
 * @throws NotThere where there is none, or its name went before
 */
export async function blankOrganisation(db: Database, id: string): Promise<void> {
  const names = JSON.stringify(await namesOf(db, id));
  const rows = await db
    .update(organisation)
    .set({ name: NAME_REMOVED, website: null, phone: null, email: null })
    .where(and(eq(organisation.id, id), ne(organisation.name, NAME_REMOVED)))
    .returning({ id: organisation.id });
  if (rows.length === 0) throw gone();
  // The log once named it by what it was called: of two that were called the same, what was said so of either goes.
  await db.run(sql`
    update change set summary = ${REMOVED} where kind = 'edit' and (
      instr(summary, ${contactWordsBegin(id)}) = 1
      or summary like 'Contact of %' and exists (
        select 1 from json_each(${names}) where instr(change.summary, 'Contact of ' || value || ': ') = 1)
      or summary like 'Kept by %' and id in (select change_id from keeper where organisation_id = ${id})
      or summary like 'No longer kept by %' and id in (select end_change_id from keeper where organisation_id = ${id}))`);
  await db.run(sql`
    update waiting set summary = ${asksToKeep(NAME_REMOVED)}, body = json_set(body, '$.website', null,
      '$.organisationName', iif(json_extract(body, '$.organisationName') is null, null, ${NAME_REMOVED}))
    where kind = 'keep' and (json_extract(body, '$.organisationId') = ${id}
      or change_id in (select change_id from keeper where organisation_id = ${id}))`);
  await blankReasons(db, id, names);
}

/**
 * Where another asked to keep what it keeps, of whatever listing that was ever one with a listing it kept: by a name it
 * is known to have had, and while it kept one also by a name that nobody has now.
 */
async function blankReasons(db: Database, id: string, names: string): Promise<void> {
  await db.run(sql`
    with recursive part(id) as (
      select place_id from keeper where organisation_id = ${id}
      union
      select iif(e.to_id = part.id, e.from_id, e.to_id)
      from part join merge_event e on part.id in (e.from_id, e.to_id) and e.kind = 'merge'
    )
    update waiting set reasons = (
      select json_group_array(iif(
        value in (select replace(${keepsItNow('%')}, '%', name.value) from json_each(${names}) as name)
        or value like ${keepsItNow('%')}
          and value not in (select replace(${keepsItNow('%')}, '%', name) from organisation)
          and exists (select 1 from keeper k where k.organisation_id = ${id}
            and k.since <= waiting.at and (k.until is null or k.until > waiting.at)),
        ${keepsItNow(NAME_REMOVED)}, value))
      from json_each(waiting.reasons))
    where kind = 'keep' and place_id in (select id from part)`);
}

/** As the log and the queue say what it was called. */
const CALLED = [
  /^Contact of org:[^:]+: name was (.+?)(?:, (?:website|phone|email) was .*)?$/,
  /^Contact of (?!org:)(.+?): (?:name|website|phone|email) was /,
  /^Kept by (.+) from now on$/,
  /^No longer kept by (.+)$/,
  /^(.+) asks to keep it$/,
] as const;

/** All that it is known to have been called, now and before. */
async function namesOf(db: Database, id: string): Promise<string[]> {
  const now = await db.all<{ name: string }>(sql`select name from organisation where id = ${id}`);
  const said = await db.all<{ words: string }>(sql`
    select summary as words from change where kind = 'edit' and (
      instr(summary, ${contactWordsBegin(id)}) = 1
      or summary like 'Contact of %' and author = ${`org:${id}`}
      or summary like 'Kept by %' and id in (select change_id from keeper where organisation_id = ${id})
      or summary like 'No longer kept by %' and id in (select end_change_id from keeper where organisation_id = ${id}))
    union select summary from waiting where kind = 'keep' and (json_extract(body, '$.organisationId') = ${id}
      or change_id in (select change_id from keeper where organisation_id = ${id}))`);
  const names = said.flatMap(({ words }) => CALLED.flatMap((form) => form.exec(words)?.[1] ?? []));
  return [...new Set([...now.map(({ name }) => name), ...names])].filter((name) => name !== NAME_REMOVED);
}
