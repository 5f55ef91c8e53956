import { z } from 'zod';

/** Reach per area as the map and the API need it: columns in the order of `codes`. */
export const reachColumnsSchema = z.object({
  codes: z.array(z.string()),
  residents: z.array(z.number()),
  /** People of the area within the limit of an exactly placed open place (`yes`). */
  within: z.array(z.number()),
  /** The band of `within`: the least and the most of it under the low, middle and high detour factors. */
  withinLeast: z.array(z.number()),
  withinMost: z.array(z.number()),
  /** People not within it who are `perhaps` so, by a place known only to its village. */
  perhaps: z.array(z.number()),
  /** Mean walking metres to the nearest and second-nearest place, whole; null where there is none. */
  nearestMetres: z.array(z.number().nullable()),
  secondMetres: z.array(z.number().nullable()),
  /** Place ids nearest to most people of the area. */
  nearestPlace: z.array(z.string().nullable()),
  nearEdge: z.array(z.boolean()),
});
export type ReachColumns = z.infer<typeof reachColumnsSchema>;
