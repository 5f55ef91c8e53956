import { z } from 'zod';
import { patchIdSchema } from '../area/patch.ts';
import { KIND_IDS } from '../place/kinds.ts';
import { PACE_IDS } from '../reach/walk.ts';
import { LENS_IDS } from '../risk/lenses.ts';
import { cutSchema } from './cut.ts';

/** What a scenario asks. Everything that changes the answer is in here, and goes into its hash. */
export const scenarioSchema = z.object({
  patch: patchIdSchema,
  /** Kinds that count as somewhere to go. */
  kinds: z.array(z.enum(KIND_IDS)).min(1, 'Choose at least one kind of place.'),
  minutes: z.int().min(1).max(60),
  pace: z.enum(PACE_IDS),
  lens: z.enum(LENS_IDS),
  cuts: z.array(cutSchema).max(500, 'Choose 500 places or fewer.'),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A count under the middle detour factor, with the least and most of the three factors tried. */
export const bandSchema = z.object({ middle: z.number(), least: z.number(), most: z.number() });
export type Band = z.infer<typeof bandSchema>;

export const groupLossSchema = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.enum(['people', 'households']),
  /** All of that group in the patch. */
  total: z.number(),
  before: z.number(),
  after: z.number(),
  lost: bandSchema,
});

export const areaLossSchema = z.object({
  code: z.string(),
  name: z.string(),
  ward: z.string(),
  district: z.string(),
  residents: z.number(),
  fifth: z.number().nullable(),
  before: z.number(),
  after: z.number(),
  lost: bandSchema,
  aged65Over: z.number(),
  disabled: z.number(),
  livingAlone: z.number(),
  noCar: z.number(),
  /** Had someone within the limit before, has no one now. */
  newlyNone: z.boolean(),
  /** People who keep reach but walk further, and how much further in all: extra person-metres, a whole number of metres. */
  keptFurther: z.number(),
  /** Where most of those who lose out would go: the next-nearest open place, and the mean walk to it in whole metres. */
  nextPlace: z.string().nullable(),
  nextWalkMetres: z.number().nullable(),
  /** Mean extra walking metres over those who lose reach; null where nothing is left to walk to. */
  extraWalkMetres: z.number().nullable(),
  /** An approximate place may still lie within the limit for some who lose out. */
  perhapsStill: z.boolean(),
  /** The limit reaches past the edge of what is loaded for these kinds. */
  nearEdge: z.boolean(),
});

export const nextPlaceSchema = z.object({
  place: z.string(),
  name: z.string(),
  people: z.number(),
  /** Means over those people, in whole walking metres. */
  walkMetres: z.number(),
  extraWalkMetres: z.number(),
});

export const scenarioReportSchema = z.object({
  scenario: scenarioSchema,
  dataVersion: z.string(),
  /** SHA-256 over the scenario and the data version, hex. */
  hash: z.string(),
  limitMetres: z.number(),
  detour: z.object({ urban: z.number(), rural: z.number() }),
  /** People within the limit before and after, and those who lose it. */
  people: z.object({ total: z.number(), before: z.number(), after: z.number(), lost: bandSchema }),
  /** All households, so that those of a group can be said as a share of households that lose reach. */
  households: z.object({ total: z.number(), before: z.number(), after: z.number(), lost: bandSchema }),
  groups: z.array(groupLossSchema),
  /** People who lose reach by fifth of risk (index 0 is the lower), and those in areas without a score. */
  fifths: z.array(z.object({ fifth: z.number().nullable(), total: z.number(), lost: bandSchema })),
  /** People who keep reach but now walk further, and the mean extra walk in whole metres. */
  kept: z.object({ people: z.number(), extraWalkMetres: z.number() }),
  areas: z.array(areaLossSchema),
  nextPlaces: z.array(nextPlaceSchema),
  /** People who lose reach with nothing left anywhere on the map to walk to. */
  nowhere: z.number(),
  /** Closing a place known only to its village: how many might lose out, from 0 to `most`. */
  approximate: z.array(z.object({ place: z.string(), name: z.string(), most: z.number() })),
  /** People who lose reach in areas near an edge beyond which nothing is loaded. */
  nearEdge: z.number(),
});
export type ScenarioReport = z.infer<typeof scenarioReportSchema>;
export type AreaLoss = z.infer<typeof areaLossSchema>;
export type NextPlace = z.infer<typeof nextPlaceSchema>;
