import type { OrganisationName, Person } from '@kith/core/keep/roles';
import { may } from '@kith/core/keep/roles';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { keeper, organisation } from '../../db/keeping-schema.ts';
import { mergedInto, survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { ANONYMOUS } from './author-words.ts';

/** The ids that a place stands for: its own, and those of all that were merged into it. */
async function idsOf(db: Database, placeId: string): Promise<string[]> {
  const survivor = (await survivorsOf(db, [placeId])).get(placeId) ?? placeId;
  return [survivor, ...((await mergedInto(db, [survivor])).get(survivor) ?? [])];
}

/** The organisation that keeps a place; of two whose places were merged, the one that has kept it since later. */
export async function keeperOf(db: Database, placeId: string): Promise<OrganisationName | null> {
  return keeperAmong(db, await idsOf(db, placeId));
}

/** @param placeIds of one place: its own id, and those of all merged into it */
export async function keeperAmong(
  db: Database,
  placeIds: readonly string[],
): Promise<OrganisationName | null> {
  const ids = sql`(select value from json_each(${JSON.stringify(placeIds)}))`;
  const rows = await db
    .select({ id: organisation.id, name: organisation.name })
    .from(keeper)
    .innerJoin(organisation, eq(organisation.id, keeper.organisationId))
    .where(and(inArray(keeper.placeId, ids), isNull(keeper.until)))
    .orderBy(desc(keeper.since), desc(keeper.id))
    .limit(1);
  return rows[0] ?? null;
}

/** The places that organisations keep, as they are after all merges: of two whose places were merged, see `keeperOf`. */
export async function placesKeptBy(db: Database, organisationIds: readonly string[]): Promise<string[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: keeper.placeId })
    .from(keeper)
    .where(and(inArray(keeper.organisationId, [...organisationIds]), isNull(keeper.until)));
  const ids = rows.map(({ id }) => id);
  const survivors = [...new Set((await survivorsOf(db, ids)).values())];
  const parts = await mergedInto(db, survivors);
  const survivorOf = new Map(
    survivors.flatMap((id) => [id, ...(parts.get(id) ?? [])].map((part) => [part, id])),
  );
  const kept = await db
    .select({ placeId: keeper.placeId, by: keeper.organisationId })
    .from(keeper)
    .where(
      and(
        sql`${keeper.placeId} in (select value from json_each(${JSON.stringify([...survivorOf.keys()])}))`,
        isNull(keeper.until),
      ),
    )
    .orderBy(keeper.since, keeper.id);
  const keeperNow = new Map(kept.map(({ placeId, by }) => [survivorOf.get(placeId), by]));
  return survivors.filter((id) => organisationIds.includes(keeperNow.get(id) ?? ''));
}

/** Lets an organisation keep a place, from now on and alone: whoever kept it before no longer does. */
export async function startKeeping(
  db: Database,
  placeId: string,
  organisationId: string,
  changeId: number,
  at: string,
): Promise<void> {
  await stopKeeping(db, placeId, changeId, at);
  await db.insert(keeper).values({ placeId, organisationId, since: at, until: null, changeId });
}

/** @param changeId that ends it @returns whether anybody kept it */
export async function stopKeeping(
  db: Database,
  placeId: string,
  changeId: number,
  at: string,
): Promise<boolean> {
  const ids = sql`(select value from json_each(${JSON.stringify(await idsOf(db, placeId))}))`;
  const ended = await db
    .update(keeper)
    .set({ until: at, endChangeId: changeId })
    .where(and(inArray(keeper.placeId, ids), isNull(keeper.until)))
    .returning({ id: keeper.id });
  return ended.length > 0;
}

/** Whether what somebody says of a place stands at once, and as whose word. */
export interface Voice {
  /** As the log names them. */
  readonly author: string;
  /** They keep the place, or are a steward: nobody needs to look first. */
  readonly atOnce: boolean;
}

/** As whom somebody speaks of a place: for the organisation that keeps it, where they belong to it; else for themselves. */
export function voiceOf(person: Person, keptBy: OrganisationName | null): Voice {
  const keeps = keptBy !== null && person.organisations.some(({ id }) => id === keptBy.id);
  if (keeps) return { author: `org:${keptBy.id}`, atOnce: true };
  return { author: authorOf(person), atOnce: may(person.role, 'steward') };
}

/** Somebody for themselves; a key of an organisation speaks for it. */
export function authorOf(person: Person): string {
  if (person.id !== null) return `person:${person.id}`;
  const own = person.organisations[0];
  return own === undefined ? ANONYMOUS : `org:${own.id}`;
}
