import { z } from 'zod';
import { PATCH_ID } from '../area/patches.ts';
import { KIND_IDS } from '../place/kinds.ts';
import { DAYS } from '../place/week.ts';
import { PACE_IDS } from '../reach/walk.ts';
import { LENS_IDS } from '../risk/lenses.ts';
import { cutSchema, isoDay, KIND_SAID } from './cut.ts';
import { LIMIT_METRES } from './scenario-limit.ts';

const WHEN = 'Give the day and hour as an object with days, from and to; leave it out for any time.';
const WEEK_DAYS = `Choose the days from ${DAYS.join(', ')}, each once.`;
const FROM = 'Give the hour it starts as a whole number from 0 to 23.';
const TO = 'Give the hour it ends as a whole number from 1 to 24.';
const SCENARIO = 'Give the scenario as a JSON object with patch, kinds, minutes, pace, lens and cuts.';
const PATCH = 'Give the name of a map, such as leicestershire; /api/patches lists them.';
const MINUTES = 'Give whole minutes, from 1 to 60.';
const METRES = `Give whole metres, from ${LIMIT_METRES.least} to ${LIMIT_METRES.most}, or leave them out to use minutes and pace.`;
const CUTS = 'Give the cuts as a list; an empty one plays none.';

/** A day and hour asked about; see `When` of place/week.ts. */
export const whenSchema = z
  .object(
    {
      days: z.array(z.enum(DAYS, WEEK_DAYS), WEEK_DAYS).min(1, 'Choose at least one day.').max(7, WEEK_DAYS),
      from: z.int(FROM).min(0, FROM).max(23, FROM),
      to: z.int(TO).min(1, TO).max(24, TO),
    },
    WHEN,
  )
  .refine(({ from, to }) => from < to, { error: 'The hour it ends must be after the hour it starts.' });

/** What a scenario asks. Everything that changes the answer is in here, and goes into its hash. */
export const scenarioSchema = z.object(
  {
    patch: z.string(PATCH).regex(PATCH_ID, PATCH),
    /** Kinds that count as somewhere to go. */
    kinds: z.array(z.enum(KIND_IDS, KIND_SAID), KIND_SAID).min(1, 'Choose at least one kind of place.'),
    minutes: z.int(MINUTES).min(1, MINUTES).max(60, MINUTES),
    pace: z.enum(PACE_IDS, `Choose a pace: ${PACE_IDS.join(', ')}.`),
    /** A limit in walking metres instead of minutes and pace; null: minutes and pace say it. */
    metres: z
      .int(METRES)
      .min(LIMIT_METRES.least, METRES)
      .max(LIMIT_METRES.most, METRES)
      .nullable()
      .default(null),
    lens: z.enum(LENS_IDS, `Choose whose risk: ${LENS_IDS.join(', ')}.`),
    /** Only places open then count; null: at any time, hours do not matter. */
    when: whenSchema.nullable().default(null),
    /** Whether a place open then in some weeks only (a monthly session) counts. */
    someWeeks: z.boolean('Say true or false: whether places open in some weeks only count.').default(false),
    /** Only places that someone checked on or after this day count; null: all. */
    checkedSince: isoDay.nullable().default(null),
    /** The day that is looked at: a grant that ends after it still pays. Null: after every end. */
    on: isoDay.nullable().default(null),
    cuts: z.array(cutSchema, CUTS).max(500, 'Choose 500 places or fewer.'),
  },
  SCENARIO,
);
export type Scenario = z.infer<typeof scenarioSchema>;

/** A count under the middle detour factor, with the least and most of the three factors tried. */
export const bandSchema = z.object({ middle: z.number(), least: z.number(), most: z.number() });
export type Band = z.infer<typeof bandSchema>;

/** Before and after under the middle factor: `after` is `before` less those who lose reach and with those who gain it. */
export const countsSchema = z.object({
  /** All of them in the patch. */
  total: z.number(),
  before: z.number(),
  after: z.number(),
  lost: bandSchema,
  /** Had none within the limit, has one now: by a new place. */
  gained: bandSchema,
});
export type Counts = z.infer<typeof countsSchema>;

export const groupLossSchema = countsSchema.extend({
  id: z.string(),
  label: z.string(),
  unit: z.enum(['people', 'households']),
});

/** People within each distance: as many numbers as `metres`, each with the least and most of the three factors. */
const curveSideSchema = z.object({
  middle: z.array(z.number()),
  least: z.array(z.number()),
  most: z.array(z.number()),
});
export const curveSchema = z.object({
  /** Walking metres, rising; a distance includes its end. */
  metres: z.array(z.number()),
  before: curveSideSchema,
  after: curveSideSchema,
});
export type Curve = z.infer<typeof curveSchema>;

/** Why a place answers `perhaps` and never `yes`; where several hold, the first of this order. */
export const PERHAPS_WHY = ['spot', 'hours', 'some-weeks', 'unchecked', 'stale'] as const;

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
  gained: bandSchema,
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
  people: countsSchema,
  /** All households, so that those of a group can be said as a share of households that lose reach. */
  households: countsSchema,
  groups: z.array(groupLossSchema),
  /** People who lose reach by fifth of risk (index 0 is the lower), and those in areas without a score. */
  fifths: z.array(countsSchema.extend({ fifth: z.number().nullable() })),
  /** The same by tenth. */
  tenths: z.array(countsSchema.extend({ tenth: z.number().nullable() })),
  /** People who keep reach but now walk further, and the mean extra walk in whole metres. */
  kept: z.object({ people: z.number(), extraWalkMetres: z.number() }),
  /** People who had reach and now walk less, and the mean saving in whole metres: by a new place. */
  nearer: z.object({ people: z.number(), lessWalkMetres: z.number() }),
  /** How far people walk to the nearest place that counts, before and after. */
  curve: curveSchema,
  areas: z.array(areaLossSchema),
  nextPlaces: z.array(nextPlaceSchema),
  /** People who lose reach with nothing left anywhere on the map to walk to. */
  nowhere: z.number(),
  /**
   * Cutting a place that only answers `perhaps` (known only to its village, hours not known at the time asked about):
   * how many might lose out, from 0 to `most`.
   */
  approximate: z.array(
    z.object({ place: z.string(), name: z.string(), most: z.number(), why: z.enum(PERHAPS_WHY) }),
  ),
  /** People who are not within the limit of a place that counts, but perhaps of one that may. */
  perhaps: z.object({ before: z.number(), after: z.number() }),
  /**
   * Places whose hours are shortened: hours open every week, before (null: not known) and after, and beside them those
   * open in some weeks only, which are in neither.
   */
  shortened: z.array(
    z.object({
      place: z.string(),
      name: z.string(),
      before: z.number().nullable(),
      after: z.number(),
      someWeeksBefore: z.number().nullable(),
      someWeeksAfter: z.number(),
    }),
  ),
  /** Grants that end: what closes, and whether the day has come by the day looked at. */
  grants: z.array(
    z.object({
      grant: z.string(),
      endsOn: z.string().nullable(),
      ended: z.boolean(),
      closes: z.array(z.string()),
    }),
  ),
  /** People who lose reach in areas near an edge beyond which nothing is loaded. */
  nearEdge: z.number(),
});
export type ScenarioReport = z.infer<typeof scenarioReportSchema>;
export type AreaLoss = z.infer<typeof areaLossSchema>;
export type NextPlace = z.infer<typeof nextPlaceSchema>;
