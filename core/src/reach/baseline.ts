import { z } from 'zod';
import { RURAL_URBAN } from '../area/area.ts';
import { KIND_IDS } from '../place/kinds.ts';
import { PLACE_STATUSES } from '../place/place.ts';
import { WEEK_PATTERN } from '../place/week.ts';

/**
 * What a scenario is played over: areas, the points where their people live, and places. Columns rather than
 * rows, so that it travels small and loads straight into typed arrays. Never changed once read.
 *
 * Groups: people aged 65+ and disabled people are people; living alone and no car are households, their own
 * unit, never added to people. All are whole numbers shared over an area's home points by largest remainder.
 */
const ints = z.array(z.int().nonnegative());

export const baselineSchema = z.object({
  /** Changes whenever anything in the data changes. */
  version: z.string(),
  patch: z.string(),
  areas: z.object({
    code: z.array(z.string()),
    name: z.array(z.string()),
    ward: z.array(z.string()),
    district: z.array(z.string()),
    ruralUrban: z.array(z.enum(RURAL_URBAN)),
    residents: ints,
    households: ints,
    /** Straight metres to the nearest ground with homes where nothing is loaded; null beyond 16 km. */
    edgeMetres: z.array(z.int().nullable()),
    /** Tenth of risk (1 lower to 10 higher) by lens; null when an input is missing. A fifth is two of them. */
    tenths: z.object({
      older: z.array(z.int().nullable()),
      young: z.array(z.int().nullable()),
      all: z.array(z.int().nullable()),
    }),
  }),
  /** Grouped by area in the order of `areas`; `area` is the index into it. */
  homePoints: z.object({
    area: ints,
    easting: z.array(z.int()),
    northing: z.array(z.int()),
    residents: ints,
    aged65Over: ints,
    disabled: ints,
    livingAlone: ints,
    noCar: ints,
    households: ints,
  }),
  /** Places of the kinds asked for, sorted by id. Those without a position are left out. */
  places: z.object({
    id: z.array(z.string()),
    name: z.array(z.string()),
    kind: z.array(z.enum(KIND_IDS)),
    status: z.array(z.enum(PLACE_STATUSES)),
    easting: z.array(z.int()),
    northing: z.array(z.int()),
    lon: z.array(z.number()),
    lat: z.array(z.number()),
    /** 0 where the position is exact enough to measure from; otherwise how far off it may be. */
    spreadMetres: ints,
    /** Outside the patch: counted for reach, never offered for cuts. */
    outside: z.array(z.boolean()),
    runBy: z.array(z.string().nullable()),
    operator: z.array(z.string().nullable()),
    district: z.array(z.string().nullable()),
    /** Its week, as a position in `weeks`; null where its hours are not known. */
    week: z.array(z.int().nonnegative().nullable()),
    /** ISO day on which someone answerable last checked it; null where nobody has. */
    checkedOn: z.array(z.string().nullable()),
    /** Only people vouch for it, and their last check is too long ago for its kind: it answers `perhaps` at most. */
    stale: z.array(z.boolean()),
  }),
  /** The different weeks of the places, each once; see `Week` of place/week.ts. */
  weeks: z.array(z.string().regex(WEEK_PATTERN)),
});
export type Baseline = z.infer<typeof baselineSchema>;
