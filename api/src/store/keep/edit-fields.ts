import type { Edit, Meanwhile } from '@kith/core/keep/contribution';
import { type KeptField, labelOf } from '@kith/core/keep/fields';
import type { PlaceField } from '@kith/core/place/place';
import type { NewClaim } from '../claim-store.ts';
import type { Database } from '../open.ts';
import type { FieldValue } from './checked-fields.ts';
import { voicesOf } from './claim-voices.ts';
import { groundOrProblem, type Position } from './place-ground.ts';
import { ChangedMeanwhile } from './refusals.ts';
import { type Standing, sameValue, valueNow } from './standing-claims.ts';

/**
 * Looks whether what an editor saw still stands. A field that stands as they want it is no conflict.
 * @param values what they want, checked
 * @throws ChangedMeanwhile naming every field that says something else by now
 */
export async function comparedWithNow(
  db: Database,
  standing: Standing,
  changes: readonly { readonly field: KeptField; readonly was?: unknown }[],
  values: readonly FieldValue[],
): Promise<void> {
  const wanted = new Map(values.map(({ field, value }) => [field, value]));
  const apart = changes.filter(({ field, was }) => {
    const now = valueNow(standing, field);
    return !sameValue(field, now, was) && !sameValue(field, now, wanted.get(field));
  });
  if (apart.length === 0) return;
  throw new ChangedMeanwhile(
    await meanwhileOf(
      db,
      standing,
      apart.map(({ field }) => ({ field, value: wanted.get(field) ?? null })),
    ),
  );
}

/** What stands beside what somebody wants, with who said so and when. */
export async function meanwhileOf(
  db: Database,
  standing: Standing,
  wanted: readonly { readonly field: KeptField; readonly value: unknown }[],
): Promise<Meanwhile[]> {
  const voices = await voicesOf(
    db,
    wanted.flatMap(({ field }) => standing.get(field) ?? []),
  );
  return wanted.map(({ field, value }) => {
    const claim = standing.get(field);
    const { by, at } = (claim && voices.get(claim.id)) ?? { by: 'nobody', at: '' };
    return { field, yours: value, theirs: claim?.value ?? null, by, at };
  });
}

/** A claim less who makes it and when. */
export type FieldClaim = { readonly field: PlaceField; readonly value: NewClaim['value'] };

/**
 * What an edit comes to: its fields, and those that follow from them. A place that moves may lie in another district;
 * one that closes has the year it closed, and one that opens again has none.
 */
export async function fieldsOfEdit(
  db: Database,
  standing: Standing,
  values: readonly FieldValue[],
  year: number,
): Promise<FieldClaim[]> {
  const fields: FieldClaim[] = [...values];
  const moved = values.find(({ field }) => field === 'position');
  if (
    moved !== undefined &&
    moved.value !== null &&
    !sameValue('position', moved.value, valueNow(standing, 'position'))
  ) {
    const { district, patch } = await groundOrProblem(db, moved.value as Position, 'position');
    if (district !== valueNow(standing, 'district')) fields.push({ field: 'district', value: district });
    if (patch !== valueNow(standing, 'patch')) fields.push({ field: 'patch', value: patch });
    if (valueNow(standing, 'outside') === true) fields.push({ field: 'outside', value: false });
  }
  const status = values.find(({ field }) => field === 'status');
  const closed = valueNow(standing, 'yearClosed');
  if (
    status?.value === 'closed' &&
    closed !== year &&
    (closed === null || valueNow(standing, 'status') !== 'closed')
  ) {
    fields.push({ field: 'yearClosed', value: year });
  } else if (status !== undefined && status.value !== 'closed' && closed !== null) {
    fields.push({ field: 'yearClosed', value: null });
  }
  return fields;
}

/** An edit in one line: `Closed in 2026`, `Phone, Website`. */
export function summaryOf(edit: Pick<Edit, 'changes'>, year: number): string {
  const status = edit.changes.find(({ field }) => field === 'status');
  const closing = status?.value === 'closed' ? [`Closed in ${year}`] : [];
  const others = edit.changes
    .filter(({ field }) => field !== 'status' || closing.length === 0)
    .map(({ field }) => labelOf(field));
  return [...closing, ...(others.length > 0 ? [`Changed: ${others.join(', ')}`] : [])].join('. ');
}
