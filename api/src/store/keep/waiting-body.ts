import { type Edit, editSchema, type NewPlace, newPlaceSchema } from '@kith/core/keep/contribution';
import { ZodError, z } from 'zod';
import type { WaitingRow } from './waiting-store.ts';

/** What was sent, in the shape of its kind. */
export type BodyOf =
  | { readonly kind: 'new-place'; readonly sent: NewPlace }
  | { readonly kind: 'edit' | 'conflict'; readonly edit: Edit }
  | { readonly kind: 'report'; readonly reason: string; readonly detail: string | null }
  | {
      readonly kind: 'keep';
      readonly organisationName: string | null;
      readonly website: string | null;
      readonly words: string | null;
    }
  | { readonly kind: 'photo'; readonly photoId: string; readonly alt: string };

const reportBody = z.object({ reason: z.string(), detail: z.string().nullable() });
const keepBody = z.object({
  organisationName: z.string().nullable().default(null),
  website: z.string().nullable().default(null),
  words: z.string().nullable().default(null),
});
const photoBody = z.object({ photoId: z.uuid(), alt: z.string() });

/** Reads the body of a row. @throws ZodError where it is not in the shape of its kind: it was checked when it was sent */
export function bodyOf({ kind, body }: Pick<WaitingRow, 'kind' | 'body'>): BodyOf {
  const read: unknown = JSON.parse(body);
  if (kind === 'new-place') return { kind, sent: newPlaceSchema.parse(read) };
  if (kind === 'report') return { kind, ...reportBody.parse(read) };
  if (kind === 'keep') return { kind, ...keepBody.parse(read) };
  if (kind === 'photo') return { kind, ...photoBody.parse(read) };
  return { kind, edit: editSchema.parse(read) };
}

/** The same where one row that an older version wrote otherwise must not stop the others: it counts as no words. */
export function readableBody(row: Pick<WaitingRow, 'kind' | 'body'>): BodyOf {
  try {
    return bodyOf(row);
  } catch (error) {
    if (error instanceof ZodError) return { kind: 'report', reason: 'unreadable', detail: null };
    throw error;
  }
}

/** The photos that came with it. */
export function photosIn(body: BodyOf): readonly string[] {
  if (body.kind === 'new-place') return body.sent.photos;
  return body.kind === 'photo' ? [body.photoId] : [];
}
