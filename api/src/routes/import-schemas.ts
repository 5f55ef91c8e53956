import { z } from '@hono/zod-openapi';
import { KIND_IDS } from '@kith/core/place/kinds';
import { COORDINATE_SYSTEM_IDS, MEANING_IDS } from '@kith/core/sheet/meanings';
import { sheetMappingSchema } from '@kith/core/sheet/understanding';
import { named } from './parts.ts';

const guess = z.object({
  sure: z.enum(['certain', 'likely', 'unsure']),
  why: z.string(),
});

const countsSchema = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  waiting: z.int().openapi({ description: 'Sent to the stewards' }),
  leftOut: z.int(),
});

/** One file as lists show it. */
export const importLineSchema = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    at: z.string(),
    state: z.enum(['open', 'imported', 'undone']),
    counts: countsSchema.nullable(),
    /** False once its cells are gone: it can be taken back still, and not read again. */
    readable: z.boolean(),
  })
  .openapi('ImportLine');

export const mappingSchema = named('SheetMapping', sheetMappingSchema);

export const importSchema = importLineSchema
  .extend({
    file: z.object({
      format: z.enum(['csv', 'xlsx']),
      encoding: z.string(),
      between: z.string().nullable(),
      sheet: z.string().nullable(),
      otherSheets: z.array(z.string()),
    }),
    remembered: z.boolean().openapi({ description: 'It is read as the last file with these headers was' }),
    rows: z.int(),
    mapping: mappingSchema,
    header: guess,
    columns: z.array(
      guess.extend({
        column: z.int(),
        letter: z.string(),
        header: z.string(),
        meaning: z.enum(MEANING_IDS),
        examples: z.array(z.string()),
      }),
    ),
    coordinates: guess.extend({ system: z.enum(COORDINATE_SYSTEM_IDS) }),
    dates: guess.extend({ order: z.enum(['day-first', 'month-first']) }),
    kind: guess.extend({ kind: z.enum(KIND_IDS).nullable() }),
    preview: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  })
  .openapi('Import');

const plannedSchema = z.object({
  row: z.int(),
  name: z.string(),
  kind: z.enum(KIND_IDS),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  lon: z.number(),
  lat: z.number(),
  precision: z.enum(['exact', 'postcode', 'village', 'none']),
  placeId: z.string().nullable(),
  openingHours: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), was: z.unknown(), value: z.unknown() })),
});

export const dryRunSchema = z
  .object({
    counts: z.object({
      rows: z.int(),
      new: z.int(),
      changed: z.int(),
      same: z.int(),
      ask: z.int().openapi({ description: 'May be a place that is there: answer in `mapping.same`' }),
      leftOut: z.int(),
      notes: z.int(),
    }),
    first: z.object({
      new: z.array(plannedSchema),
      changed: z.array(plannedSchema),
      same: z.array(plannedSchema),
    }),
    asks: z.array(
      plannedSchema.extend({
        candidates: z.array(
          z.object({
            placeId: z.string(),
            name: z.string(),
            kind: z.enum(KIND_IDS),
            address: z.string().nullable(),
            likeness: z.number(),
            reasons: z.array(z.string()),
          }),
        ),
      }),
    ),
    problems: z.array(
      z.object({
        row: z.int(),
        column: z.int().nullable(),
        header: z.string(),
        value: z.string(),
        problem: z.string(),
        todo: z.string(),
        weight: z
          .enum(['out', 'note'])
          .openapi({ description: 'out: the row is left out until it is put right' }),
        offer: z.literal('split').optional(),
      }),
    ),
  })
  .openapi('DryRun');
