import { createHash } from 'node:crypto';
import type { NewPlace } from '@kith/core/keep/contribution';
import type { KeptField } from '@kith/core/keep/fields';
import type { Database } from '../open.ts';
import { checkedFields, type FieldValue } from './checked-fields.ts';
import { type Ground, groundOrProblem, type Position, positionFrom } from './place-ground.ts';
import { FieldProblems } from './refusals.ts';
import { SAID_FIELDS } from './said-fields.ts';

/** A new place as it would be kept. */
export interface CheckedPlace {
  readonly id: string;
  readonly values: readonly FieldValue[];
  readonly position: Position;
  readonly ground: Ground;
}

/** Kith's own name space of places that people add. Never change it: links to places hang on it. */
const ADDED = '0f6b2a1e-7c1d-4e55-9d43-2f8a5b6c7d90';

/**
 * The id of a place that people add, from the key made for it on their device: a UUID of version 5 (RFC 9562), so the
 * same place sent again is the same.
 */
export function newPlaceId(key: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(ADDED.replaceAll('-', ''), 'hex'))
    .update(key.toLowerCase())
    .digest()
    .subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * Looks at every value of a new place and finds out where it is.
 * @param amended values that take the stead of those sent
 * @throws FieldProblems with everything that is wrong, each with what to do
 */
export async function checkedPlace(
  db: Database,
  sent: NewPlace,
  amended: readonly FieldValue[] = [],
): Promise<CheckedPlace> {
  const given = new Map<KeptField, unknown>([
    ...SAID_FIELDS.map((field): [KeptField, unknown] => [field, sent[field]]),
    ['status', sent.status ?? 'open'],
    ...(sent.pin === null ? [] : [['position', sent.pin] as [KeptField, unknown]]),
    ...amended.map(({ field, value }): [KeptField, unknown] => [field, value]),
  ]);
  const values = checkedFields([...given].map(([field, value]) => ({ field, value })));
  const text = (field: KeptField) =>
    (values.find((each) => each.field === field)?.value ?? null) as string | null;
  const pinned = values.find(({ field }) => field === 'position')?.value as Position | null | undefined;
  const position =
    pinned ?? (await positionFrom(db, { pin: null, postcode: text('postcode'), address: text('address') }));
  if (position === null) throw new FieldProblems([whereIsIt(text('postcode'))]);
  const ground = await groundOrProblem(db, position, pinned ? 'pin' : 'postcode');
  return {
    id: newPlaceId(sent.key),
    values: values.filter(({ field, value }) => value !== null && field !== 'position'),
    position,
    ground,
  };
}

function whereIsIt(postcode: string | null) {
  return postcode === null
    ? { field: 'pin', message: 'Say where it is: put a pin on the map, or give its postcode.' }
    : {
        field: 'postcode',
        message: `Kith does not know the postcode ${postcode}. Check it, or put a pin on the map instead.`,
      };
}
