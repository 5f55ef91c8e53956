import { z } from 'zod';
import { PATCH_ID } from './patches.ts';

export const patchIdSchema = z.string().regex(PATCH_ID, 'is not the name of a map');

export const patchSchema = z.object({
  id: patchIdSchema,
  name: z.string(),
  shortName: z.string(),
  /** West, south, east, north in degrees. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  areaCount: z.number(),
  residents: z.number(),
  districts: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type Patch = z.infer<typeof patchSchema>;
