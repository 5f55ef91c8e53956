import { KEPT_FIELDS, type KeptField, labelOf } from '@kith/core/keep/fields';
import type { RemovableThing } from '@kith/core/keep/removal';
import { RISK_REASONS, type RiskReason } from '@kith/core/keep/risk-reasons';
import { WAITING_KINDS } from '@kith/core/keep/waiting-kinds';
import { eq, inArray, sql } from 'drizzle-orm';
import { photo, riskNote, waiting } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { wordsOfAuthors } from './author-words.ts';
import { changesOf, everMergedInto } from './history-log.ts';
import type { OrganisationRow } from './organisation-store.ts';
import { nameInWords } from './remove-for-good.ts';
import { NAME_REMOVED, REMOVED } from './removed-words.ts';
import { plainReference } from './sent-store.ts';
import type { WaitingRow } from './waiting-store.ts';

/** What was said as a choice from a list is nobody's personal data. */
const CHOSEN: readonly KeptField[] = ['kind', 'status', 'wheelchair', 'runBy'];
const IN_WORDS = KEPT_FIELDS.filter(({ id }) => !CHOSEN.includes(id)).map(({ id }) => id);
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * What is kept about something, that may be removed for good where a person asks.
 * @param about a reference that a sender was given; or a place or a photo, by its id or an address that holds it
 * @returns null where nothing is known by that
 */
export async function removableThings(db: Database, about: string): Promise<RemovableThing[] | null> {
  const sent = (
    await db
      .select()
      .from(waiting)
      .where(eq(waiting.reference, plainReference(about)))
  )[0];
  if (sent !== undefined) {
    return [sentThing(sent), ...(sent.placeId === null ? [] : await thingsOf(db, sent.placeId, sent.id))];
  }
  const id = UUID.exec(about)?.[0].toLowerCase();
  if (id === undefined) return null;
  const lone = await db.select().from(photo).where(eq(photo.id, id));
  const things = lone.length > 0 ? lone.map(photoThing) : await thingsOf(db, id);
  return things.length === 0 ? null : things;
}

/** Everything of a place, and of all that ever were merged into it. @param but what was sent and is listed already */
async function thingsOf(db: Database, placeId: string, but?: string): Promise<RemovableThing[]> {
  const ids = await everMergedInto(db, placeId);
  const some = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const sent = await db.select().from(waiting).where(inArray(waiting.placeId, ids));
  const photos = await db.select().from(photo).where(inArray(photo.placeId, ids));
  const notes = await db.select().from(riskNote).where(inArray(riskNote.placeId, ids));
  const values = await db.all<{
    id: number;
    field: KeptField;
    value: string;
    author: string;
    at: string;
  }>(sql`
    select max(c.id) as id, c.field, c.value, c.author, max(h.at) as at
    from claim c join change h on h.id = c.change_id
    where c.place_id in ${some} and c.value <> 'null'
      and c.field in (select value from json_each(${JSON.stringify(IN_WORDS)}))
    group by c.field, c.value order by c.field, max(c.id) desc`);
  const words = await db.all<{ id: number; summary: string; at: string }>(sql`
    select id, summary, at from change
    where kind = 'edit' and author not in ('load', 'starter') and summary <> ${REMOVED}
      and id in (${changesOf(ids, true)})
    order by id desc`);
  const keepers = await db.all<OrganisationRow & { readonly at: string }>(sql`
    select id, name, website, phone, email, at from organisation
    where name <> ${NAME_REMOVED} and id in (select organisation_id from keeper where place_id in ${some})
    order by name`);
  const files = await db.all<{ id: string; name: string; at: string }>(sql`
    select id, file_name as name, at from sheet_import where file_name <> ${REMOVED} and (
      change_id in (select change_id from claim where place_id in ${some})
      or exists (select 1 from waiting w where w.place_id in ${some} and instr(w.summary, ${nameInWords(sql`file_name`)}) > 0))
    order by at desc`);
  const by = await wordsOfAuthors(
    db,
    values.map(({ author }) => author),
  );
  return [
    ...sent.filter((row) => row.id !== but).map(sentThing),
    ...photos.map(photoThing),
    ...notes.filter(saysMore).map(({ id, reason, funder, words: said, amountGbp, endsOn, at }) => ({
      what: 'risk' as const,
      id,
      title: 'A note that it is at risk',
      text: joined([whyOf(reason), said, funder, amountGbp === null ? null : `£${amountGbp}`, endsOn]),
      at,
    })),
    ...values.map(({ id, field, value, author, at }) => ({
      what: 'value' as const,
      id: String(id),
      title: `${labelOf(field)}, said by ${by.get(author) ?? 'somebody'}`,
      text: shown(JSON.parse(value)),
      at,
    })),
    ...words.map(({ id, summary, at }) => ({
      what: 'words' as const,
      id: String(id),
      title: 'What stands with a change in the history',
      text: summary,
      at,
    })),
    ...files.map(({ id, name, at }) => ({
      what: 'file' as const,
      id,
      title: 'The name of a spreadsheet that it was read from',
      text: name,
      at,
    })),
    ...keepers.map(({ id, name, website, phone, email, at }) => ({
      what: 'organisation' as const,
      id,
      title: 'The name and contact of an organisation that keeps it, or kept it',
      text: joined([name, website, phone, email]),
      at,
    })),
  ];
}

function sentThing({ id, kind, title, summary, body, note, reference, at }: WaitingRow): RemovableThing {
  const label = WAITING_KINDS.find((each) => each.id === kind)?.label ?? 'Something';
  const inside = textsIn(JSON.parse(body));
  return {
    what: 'sent',
    id,
    title: `${label}, sent under the reference ${reference}`,
    text: joined([title, summary, ...inside, note]),
    at,
  };
}

function photoThing({ id, alt, state, at }: Pick<typeof photo.$inferSelect, 'id' | 'alt' | 'state' | 'at'>) {
  const title = `A photo (${state === 'shown' ? 'shown to everyone' : state})`;
  return { what: 'photo' as const, id, title, text: alt, at };
}

/** Blanked ones say nothing more. */
function saysMore({ reason, words, funder, amountGbp, endsOn }: typeof riskNote.$inferSelect): boolean {
  return reason !== 'other' || [words, funder, amountGbp, endsOn].some((each) => each !== null);
}

function whyOf(reason: RiskReason): string | null {
  const label = RISK_REASONS.find(({ id }) => id === reason)?.label;
  return reason === 'other' || label === undefined ? null : label;
}

function joined(parts: readonly (string | null)[]): string {
  return [...new Set(parts.filter((part) => part !== null && part !== ''))].join(' · ');
}

const LONG_ID = /^[0-9a-f-]{36}$/i;

/** Every text in what was sent, but for ids. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return LONG_ID.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'lon' in value && 'lat' in value) {
    return `${String(value.lat)}, ${String(value.lon)}`;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
