import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PlaceFilter } from './place-query.ts';

/** Where a page ended: the last row's value in the order, and its id. */
export interface Position {
  readonly value: string | number;
  readonly id: string;
  /** It ended among the stale ones, which come last. */
  readonly isStale: boolean;
}

const shape = z.tuple([
  z.string(),
  z.union([z.string().max(400), z.number()]),
  z.string().max(60),
  z.boolean(),
]);

/** A cursor for the page after `last`. Opaque to callers, and good only for the same question. */
export function writeCursor(filter: PlaceFilter, last: Position): string {
  return Buffer.from(JSON.stringify([questionOf(filter), last.value, last.id, last.isStale])).toString(
    'base64url',
  );
}

/** @returns undefined when the cursor is not one of ours, or belongs to another question */
export function readCursor(filter: PlaceFilter, cursor: string): Position | undefined {
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (!read.success || read.data[0] !== questionOf(filter)) return undefined;
    return { value: read.data[1], id: read.data[2], isStale: read.data[3] };
  } catch {
    return undefined;
  }
}

function questionOf(filter: PlaceFilter): string {
  const { bbox, kinds, words, patch, near, statuses, outside, sort } = filter;
  const question = JSON.stringify([bbox, kinds, words, patch, near, statuses, outside, sort]);
  return createHash('sha256').update(question).digest('base64url').slice(0, 10);
}
