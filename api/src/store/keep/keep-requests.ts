import type { Sent } from '@kith/core/keep/contribution';
import { logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import type { AskedToKeep } from './accept-keep.ts';
import { listAskedToKeep, NOT_OF_IT } from './asked-to-keep.ts';
import type { Sender } from './contribution-store.ts';
import { keeperOf, stopKeeping, voiceOf } from './keeper-store.ts';
import { getOrganisation } from './organisation-store.ts';
import { FieldProblems, NotNow } from './refusals.ts';
import { standingClaims, valueNow } from './standing-claims.ts';
import { keepWaiting } from './waiting-store.ts';

/** What stewards read of who asks, and of who keeps it until then: where a name is removed for good it goes from these. */
export const asksToKeep = (name: string): string => `${name} asks to keep it`;
export const keepsItNow = (name: string): string => `${name} keeps it now, and would no longer.`;

/**
 * Asks that an organisation may keep a place: a steward decides. Asked again by the same person, or by another of the
 * organisation, it is the same.
 * @throws NoPlace where there is no such place
 * @throws FieldProblems where the organisation is not known, or a key asks for another than its own
 * @throws NotNow where the organisation keeps it already
 */
export async function askToKeep(db: Database, id: string, asked: AskedToKeep, sender: Sender): Promise<Sent> {
  return db.transaction(async (tx) => {
    const { placeId, standing } = await standingClaims(tx, id);
    const isMember = sender.person.organisations.some((own) => own.id === asked.organisationId);
    if (sender.person.id === null && !isMember) {
      throw new FieldProblems([
        {
          field: 'organisationId',
          message: 'A key asks for its own organisation alone. Sign in to ask for another.',
        },
      ]);
    }
    const before = await askedBefore(tx, placeId, asked, sender);
    if (before !== undefined) return { reference: before.reference, outcome: 'waiting', placeId };
    const known = asked.organisationId === null ? null : await getOrganisation(tx, asked.organisationId);
    if (asked.organisationId !== null && known === null) {
      throw new FieldProblems([
        { field: 'organisationId', message: 'Kith does not know this organisation. Give its name instead.' },
      ]);
    }
    const keeper = await keeperOf(tx, placeId);
    if (known !== null && keeper?.id === known.id) throw new NotNow(`${known.name} keeps it already.`);
    const name = known?.name ?? asked.organisationName ?? '';
    const kept = await keepWaiting(tx, {
      kind: 'keep',
      placeId,
      title: String(valueNow(standing, 'name')),
      summary: asksToKeep(name),
      body: asked,
      reasons: [
        ...(known === null ? ['Kith does not know this organisation yet.'] : []),
        ...(known !== null && !isMember ? [NOT_OF_IT] : []),
        ...(keeper === null ? [] : [keepsItNow(keeper.name)]),
      ],
      ...sender,
    });
    return { reference: kept.reference, outcome: 'waiting', placeId };
  });
}

/** The wish that waits already: their own for this place, or another's of the same organisation. */
async function askedBefore(db: Database, placeId: string, asked: AskedToKeep, { person }: Sender) {
  const all = await listAskedToKeep(db, person);
  return all.find(
    (each) =>
      each.placeId === placeId &&
      (each.own || (each.organisationId !== null && each.organisationId === asked.organisationId)),
  );
}

/**
 * Ends that a place is kept: by those who keep it, or a steward.
 * @returns false where whoever asks may not
 * @throws NoPlace where there is no such place
 * @throws NotNow where nobody keeps it
 */
export async function endKeeping(db: Database, id: string, { person, at }: Sender): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { placeId } = await standingClaims(tx, id);
    const keeper = await keeperOf(tx, placeId);
    const { author, atOnce } = voiceOf(person, keeper);
    if (!atOnce) return false;
    if (keeper === null) throw new NotNow('Nobody keeps this listing.');
    const summary = `No longer kept by ${keeper.name}`;
    const changeId = await logChange(tx, { kind: 'edit', at, author, summary });
    await stopKeeping(tx, placeId, changeId, at);
    return true;
  });
}
