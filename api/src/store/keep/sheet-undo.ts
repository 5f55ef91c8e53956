import type { Person } from '@kith/core/keep/roles';
import { eq, sql } from 'drizzle-orm';
import { sheetImport } from '../../db/keeping-schema.ts';
import { claim } from '../../db/schema.ts';
import { addClaims, logChange, type NewClaim } from '../claim-store.ts';
import type { Database } from '../open.ts';
import { PEOPLE_LICENCE } from './people-source.ts';
import { SheetNotRun } from './sheet-run.ts';
import type { KeptSheet } from './sheet-store.ts';

interface Said {
  readonly id: number;
  readonly placeId: string;
  readonly field: NewClaim['field'];
  readonly value: string;
  readonly source: string;
  readonly author: string;
  readonly asOf: string | null;
  readonly basis: NewClaim['basis'];
  readonly licence: string;
  readonly sourceDetail: string | null;
}

/**
 * Takes back all that an import said, as one change: each voice says again what it said before, or nothing. New places
 * leave the lists and stay in the log. What anybody has said since stands, and so does what waits for a steward.
 * @throws SheetNotRun where nothing was imported, or it was undone before
 */
export async function undoSheet(db: Database, person: Person, sheet: KeptSheet, at: string): Promise<number> {
  return db.transaction(async (tx) => {
    const { changeId } = sheet;
    if (sheet.state !== 'imported' || changeId === null) {
      throw new SheetNotRun(
        sheet.state === 'undone'
          ? 'This import has been taken back already.'
          : 'This file has changed nothing, so there is nothing to take back.',
      );
    }
    const ours = (await tx.select().from(claim).where(eq(claim.changeId, changeId))) as Said[];
    const voice = (each: Said) => `${each.source}\n${each.author}\n${each.placeId}\n${each.field}`;
    const last = new Map<string, Said>();
    const before = new Map<string, Said>();
    const places = JSON.stringify([...new Set(ours.map(({ placeId }) => placeId))]);
    const all = (await tx
      .select()
      .from(claim)
      .where(sql`${claim.placeId} in (select value from json_each(${places}))`)
      .orderBy(claim.id)) as Said[];
    const first = new Map(ours.map((each) => [voice(each), each]));
    for (const each of all) {
      const own = first.get(voice(each));
      if (own === undefined) continue;
      if (each.id < own.id) before.set(voice(each), each);
      last.set(voice(each), each);
    }
    const claims = ours.flatMap((each): NewClaim[] => {
      // The same voice has spoken again since: that stands.
      if (last.get(voice(each))?.id !== each.id) return [];
      const earlier = before.get(voice(each));
      const { placeId, field, source, author } = each;
      if (earlier === undefined) {
        return [
          {
            placeId,
            field,
            value: null,
            source,
            author,
            sourceDetail: null,
            asOf: null,
            basis: 'undated',
            licence: PEOPLE_LICENCE,
          },
        ];
      }
      const { asOf, basis, licence, sourceDetail } = earlier;
      return [
        {
          placeId,
          field,
          value: JSON.parse(earlier.value),
          source,
          author,
          sourceDetail,
          asOf,
          basis,
          licence,
        },
      ];
    });
    const author = person.role === 'anchor' ? `org:${sheet.organisationId}` : `person:${person.id}`;
    const undone = await logChange(tx, {
      kind: 'edit',
      at,
      author,
      summary: `Took back the import of ${sheet.fileName}`,
    });
    await addClaims(tx, undone, claims);
    await tx
      .update(sheetImport)
      .set({ state: 'undone', undoneBy: undone })
      .where(eq(sheetImport.id, sheet.id));
    return undone;
  });
}
