import type { AskedKeep } from '@kith/core/keep/asked-keep';
import type { Person } from '@kith/core/keep/roles';
import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm';
import { organisation, organisationMember, waiting } from '../../db/keeping-schema.ts';
import { survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { askedToKeepSchema } from './accept-keep.ts';

/** What stewards read where whoever asks is no member: their word is not the organisation's, also once they have no account. */
export const NOT_OF_IT = 'Whoever asks does not belong to this organisation yet.';

/**
 * The listings that somebody asked to keep and that wait for a steward, the oldest first: their own wishes, and those
 * of others of their organisations and of its keys. A key has none of its own beside those of its organisation. A
 * stranger who names an organisation speaks for nobody in it.
 */
export async function listAskedToKeep(db: Database, person: Person): Promise<AskedKeep[]> {
  const named = sql<string | null>`json_extract(${waiting.body}, '$.organisationId')`;
  const rows = await db
    .select({ row: waiting, name: organisation.name })
    .from(waiting)
    .leftJoin(organisation, eq(organisation.id, named))
    .where(
      and(
        eq(waiting.kind, 'keep'),
        eq(waiting.state, 'waiting'),
        or(person.id === null ? undefined : eq(waiting.userId, person.id), theirs(person, named)),
      ),
    )
    .orderBy(asc(waiting.at), asc(waiting.id));
  const survivors = await survivorsOf(
    db,
    rows.flatMap(({ row }) => row.placeId ?? []),
  );
  return rows.flatMap(({ row, name }) => {
    const placeId = row.placeId === null ? undefined : survivors.get(row.placeId);
    if (placeId === undefined) return [];
    const asked = askedToKeepSchema.parse(JSON.parse(row.body));
    return {
      placeId,
      organisationId: asked.organisationId,
      organisation: name ?? asked.organisationName ?? '',
      at: row.at,
      reference: row.reference,
      own: row.userId === person.id,
    };
  });
}

const theirs = ({ organisations }: Person, named: SQL): SQL => sql`
  ${named} in (select value from json_each(${JSON.stringify(organisations.map(({ id }) => id))}))
  and (exists (
      select 1 from ${organisationMember}
      where ${organisationMember.organisationId} = ${named} and ${organisationMember.userId} = ${waiting.userId})
    or ${waiting.userId} is null
      and not exists (select 1 from json_each(${waiting.reasons}) where value = ${NOT_OF_IT}))`;
