import { z } from 'zod';
import { patchIdSchema } from './patch.ts';

export const RURAL_URBAN = ['urban', 'rural'] as const;
export type RuralUrban = (typeof RURAL_URBAN)[number];

/** One area (LSOA 2021) as lists need it. */
export const areaSummarySchema = z.object({
  code: z.string().regex(/^[EW]01\d{6}$/),
  name: z.string(),
  ward: z.string(),
  district: z.string(),
  districtCode: z.string(),
  patch: patchIdSchema,
  ruralUrban: z.enum(RURAL_URBAN),
  residents: z.int().nonnegative(),
  households: z.int().nonnegative(),
  /** Straight metres from the nearest home point to the nearest postcode outside what is loaded; null beyond 16 km. */
  edgeMetres: z.int().nullable(),
});
export type AreaSummary = z.infer<typeof areaSummarySchema>;

/** A figure never travels without its unit, year and source. `value` is null when there is no data. */
export const figureSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  /** Why there is no value, when there is none. */
  reason: z.string().nullable(),
  unit: z.string(),
  year: z.string(),
  source: z.string(),
  /** `msoa` when the figure is that of the wider MSOA (about 8,000 people). */
  geography: z.enum(['lsoa', 'msoa']),
  denominator: z.string(),
  /** The same figure over the district and over all areas loaded, weighted by denominator. */
  district: z.number().nullable(),
  all: z.number().nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

export const areaRiskSchema = z.object({
  lens: z.string(),
  /** 1 (lower) to 5 (higher) among all areas loaded; null when an input is missing. */
  fifth: z.int().min(1).max(5).nullable(),
  /** Up to three inputs that push it up most. */
  drivers: z.array(z.object({ indicator: z.string(), label: z.string(), share: z.number() })),
});
export type AreaRisk = z.infer<typeof areaRiskSchema>;

export const areaDetailSchema = areaSummarySchema.extend({
  lon: z.number(),
  lat: z.number(),
  indicators: z.record(z.string(), figureSchema),
  risk: z.array(areaRiskSchema),
});
export type AreaDetail = z.infer<typeof areaDetailSchema>;

/** A place where a share of an area's people live. Whole metres and whole people (method 2). */
export const homePointSchema = z.object({
  area: z.string(),
  easting: z.int(),
  northing: z.int(),
  residents: z.int().nonnegative(),
});
export type HomePoint = z.infer<typeof homePointSchema>;
