import { z } from '@hono/zod-openapi';

/** What became of something sent, besides what a steward decided. */
export const becameShape = {
  sameAs: z.object({ id: z.string(), name: z.string() }).nullable().openapi({
    description: 'Of one turned down as the same as another place: that place, once it is listed',
  }),
  sameWaits: z.boolean().openapi({
    description: 'Of one turned down as the same as another place: whether that one waits still',
  }),
  putBackAt: z.string().nullable().openapi({
    description: 'ISO time at which a steward put back what had been turned down: it waits again. Else null',
  }),
};
