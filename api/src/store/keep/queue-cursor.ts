import type { WaitingKind } from '@kith/core/keep/waiting-kinds';
import { z } from 'zod';

/** Which of the queue is asked for. */
export interface QueueFilter {
  readonly kind?: WaitingKind | undefined;
  /** Only what is set apart, or only what is not. Left out: all, the doubtful last. */
  readonly apart?: boolean | undefined;
  /** Only the near-copies of this one. */
  readonly copiesOf?: string | undefined;
}

/** The queue is read in this order: what people sent, oldest first; likely duplicates, likeliest first; what is apart. */
export const PARTS = ['sent', 'twins', 'apart'] as const;
export type Part = (typeof PARTS)[number];

const keysSchema = z.union([
  z.tuple([z.string().max(40), z.number()]),
  z.tuple([z.number(), z.string().max(60), z.string().max(60)]),
]);
const shape = z.tuple([z.string().max(200), z.enum(PARTS), keysSchema]);

/** A cursor for the page after a row. Opaque to callers, and good only for the same question. */
export function writeQueueCursor(
  filter: QueueFilter,
  part: Part,
  keys: readonly (string | number)[],
): string {
  return Buffer.from(JSON.stringify([questionOf(filter), part, keys])).toString('base64url');
}

/** @returns undefined when the cursor is not one of ours, or belongs to another question */
export function readQueueCursor(
  filter: QueueFilter,
  cursor: string,
): { part: Part; keys: readonly (string | number)[] } | undefined {
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (!read.success) return undefined;
    const [question, part, keys] = read.data;
    const fits = keys.length === (part === 'twins' ? 3 : 2);
    return question === questionOf(filter) && fits ? { part, keys } : undefined;
  } catch {
    return undefined;
  }
}

function questionOf({ kind, apart, copiesOf }: QueueFilter): string {
  return [kind ?? '', apart ?? '', copiesOf ?? ''].join(' ');
}
