import { createRoute, z } from '@hono/zod-openapi';
import { may } from '@kith/core/keep/roles';
import { bodyLimit } from 'hono/body-limit';
import { useUp } from '../auth/limits.ts';
import { need } from '../auth/need.ts';
import { Problem } from '../errors.ts';
import { MOST_PHOTO_BYTES, readPhoto } from '../photos/read-photo.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Services } from '../services.ts';
import { addressOf } from './body.ts';
import { senderIn } from './contributions.ts';
import { json, newRoutes, refusals } from './parts.ts';

const idParam = z.object({ id: z.string().max(60) });
const TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
const picture = { schema: z.string().openapi({ format: 'binary' }) };

const send = createRoute({
  method: 'post',
  path: '/api/photos',
  summary: 'Send a photo',
  description:
    'The file as it is: JPEG, PNG or WebP, 400 kB and 1,600 pixels at most, without where it was taken. A steward sees it before anyone else. Name its id in `photos` of a new place; or say with `place` which listed place it is of.',
  middleware: bodyLimit({
    maxSize: MOST_PHOTO_BYTES,
    onError: () => {
      throw new Problem(
        413,
        'too-large',
        'The photo is too large. Keep it to 400 kB: a smaller copy will do.',
      );
    },
  }),
  request: {
    query: z.object({
      alt: z
        .string('Say what the photo shows, for those who cannot see it.')
        .trim()
        .min(3, 'Say what the photo shows, for those who cannot see it.')
        .max(200, 'Keep it under 200 characters.'),
      place: z.string().max(100).optional(),
      key: z
        .uuid('Give a key: a UUID made once for this photo.')
        .optional()
        .openapi({ description: 'Made once for a photo of a listed place: sent again it is the same photo' }),
    }),
    body: { content: { 'image/jpeg': picture, 'image/png': picture, 'image/webp': picture }, required: true },
  },
  responses: {
    201: json(
      z
        .object({ id: z.uuid(), reference: z.string().nullable(), outcome: z.enum(['shown', 'waiting']) })
        .openapi('SentPhoto'),
      'It is kept; `reference` may be quoted, where it is of a listed place',
    ),
    ...refusals(400, 403, 404, 413, 429, 503),
  },
});

const show = createRoute({
  method: 'get',
  path: '/api/photos/{id}',
  summary: 'A photo of a place',
  description: 'Only those that a steward has shown; stewards also see those that wait.',
  request: { params: idParam },
  responses: {
    200: {
      description: 'The photo',
      content: { 'image/jpeg': picture, 'image/png': picture, 'image/webp': picture },
    },
    ...refusals(404),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/photos/{id}',
  summary: 'Take a photo from sight',
  middleware: need('steward'),
  request: { params: idParam },
  responses: { 204: { description: 'It is shown no longer' }, ...refusals(401, 403, 404, 429, 503) },
});

/** A photo is only ever a picture: nothing in it may run, whatever a browser takes it for. */
const AS_PICTURE = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'inline',
  'X-Content-Type-Options': 'nosniff',
} as const;
const A_DAY = 24 * 60 * 60;

export function photoRoutes({ stores, now }: Services, limit: RateLimit) {
  const unknown = () => new Problem(404, 'unknown-photo', 'There is no such photo.');
  return newRoutes()
    .openapi(send, async (c) => {
      if (c.get('person').role === 'visitor') {
        useUp(limit, addressOf(c), now, 'Thank you; that is a lot at once.');
      }
      const { alt, place, key } = c.req.valid('query');
      const data = Buffer.from(await c.req.arrayBuffer());
      const { type, width, height } = readPhoto(data);
      const photo = { type, width, height, alt, data };
      return c.json(await stores.photos.send(place ?? null, photo, senderIn(c, now), key ?? null), 201);
    })
    .openapi(show, async (c) => {
      const photo = await stores.photos.get(c.req.valid('param').id);
      const isShown = photo?.state === 'shown';
      if (photo === null || !(isShown || may(c.get('person').role, 'steward'))) throw unknown();
      const type = TYPES.find((each) => each === photo.type);
      if (type === undefined) throw unknown();
      // It may be taken from sight: no cache keeps it for longer than a day.
      const keep = isShown ? `private, max-age=${A_DAY}` : 'private, no-store';
      return c.body(new Uint8Array(photo.data), 200, {
        ...AS_PICTURE,
        'Content-Type': type,
        'Cache-Control': keep,
      });
    })
    .openapi(remove, async (c) => {
      if (!(await stores.photos.remove(c.req.valid('param').id, senderIn(c, now)))) throw unknown();
      return c.body(null, 204);
    });
}
