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
  withdrawn: z
    .int()
    .optional()
    .openapi({ description: 'Once taken back: what waited with the stewards still, and was withdrawn' }),
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

export const listedImportSchema = importLineSchema
  .extend({
    by: z
      .string()
      .openapi({ description: 'Who brought it: an organisation by its name, or what a person is' }),
    own: z.boolean().openapi({ description: 'You brought it, for no organisation' }),
  })
  .openapi('ListedImport');

export const mappingSchema = named('SheetMapping', sheetMappingSchema);

const tooManySchema = z
  .object({
    sure: z.boolean().openapi({
      description: 'False: it may come to that, once all is answered and put right',
    }),
    words: z.string(),
  })
  .nullable()
  .openapi({ description: 'It holds more than may go to the stewards from one file; null: it does not' });

export const importSchema = importLineSchema
  .extend({
    file: z.object({
      format: z.enum(['csv', 'xlsx']),
      encoding: z.string(),
      between: z.string().nullable(),
      sheet: z.string().nullable().openapi({ description: 'The sheet that is read, of a workbook' }),
      why: z.string().nullable().openapi({ description: 'Why that one, where there are several' }),
      sheets: z.array(z.object({ name: z.string(), rows: z.int() })),
    }),
    remembered: z.boolean().openapi({ description: 'It is read as the last file with these headers was' }),
    rows: z.int(),
    tooMany: tooManySchema,
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
    unsureName: z.int().nullable().openapi({
      description:
        'The column taken for the names though nothing in the file says so. Nothing is imported until `mapping.nameColumn` is this column, or another one is chosen',
    }),
    coordinates: guess.extend({ system: z.enum(COORDINATE_SYSTEM_IDS) }),
    dates: guess.extend({ order: z.enum(['day-first', 'month-first']) }),
    kind: guess.extend({ kind: z.enum(KIND_IDS).nullable() }),
    preview: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
    leftOut: z.array(z.object({ row: z.int(), header: z.string(), problem: z.string() })).openapi({
      description:
        'Once imported, for 30 days: up to 500 reasons why rows did not go in. `counts.leftOut` says how many rows',
    }),
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
  when: z.string().nullable(),
  openingHours: z.string().nullable(),
  waits: z.enum(['no', 'in part', 'yes']).openapi({ description: 'Whether a steward looks first' }),
  changes: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      was: z.unknown(),
      value: z.unknown(),
      later: z
        .object({ by: z.string(), on: z.string() })
        .optional()
        .openapi({ description: 'Who has said otherwise since: a steward decides' }),
    }),
  ),
});

const askedSchema = plannedSchema.extend({
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
});

const cellSchema = z.object({ column: z.int(), header: z.string(), value: z.string() });

const problemSchema = z.object({
  row: z.int(),
  column: z.int().nullable(),
  header: z.string(),
  value: z.string(),
  also: z
    .array(cellSchema)
    .optional()
    .openapi({ description: 'More cells of the row, where not one alone may be wrong' }),
  problem: z.string(),
  todo: z.string(),
  weight: z.enum(['out', 'note']).openapi({ description: 'out: the row is left out until it is put right' }),
  offer: z.literal('split').optional(),
  twice: z.literal(true).optional().openapi({ description: 'The file holds it twice' }),
  noPlace: z.literal(true).optional().openapi({ description: 'A heading, a note or a total' }),
  sentBefore: z.literal(true).optional().openapi({ description: 'The same waits for a steward already' }),
});

/** What may come of a row. `duplicate`: it is in the file twice; `ask`: it may be a place that is there. */
export const DRY_OUTCOMES = ['new', 'changed', 'same', 'ask', 'duplicate', 'problem'] as const;
export type DryOutcome = (typeof DRY_OUTCOMES)[number];

export const dryRowsSchema = z
  .object({
    rows: z.array(askedSchema),
    problems: z.array(problemSchema),
    next: z.int().nullable().openapi({ description: 'Where the next page begins; null at the end' }),
  })
  .openapi('DryRunRows');

export const dryRunSchema = z
  .object({
    counts: z.object({
      rows: z.int(),
      new: z.int(),
      changed: z.int(),
      same: z.int(),
      ask: z.int().openapi({ description: 'May be a place that is there: answer in `mapping.same`' }),
      duplicate: z.int().openapi({ description: 'In the file twice; among `leftOut` too' }),
      noPlaces: z.int().openapi({ description: 'Headings, notes and totals; among `leftOut` too' }),
      sentBefore: z.int().openapi({ description: 'Waiting for a steward already; among `leftOut` too' }),
      leftOut: z.int(),
      notes: z.int(),
      waiting: z.int().openapi({ description: 'Of the new and changed: a steward looks first' }),
      conflicts: z.int().openapi({ description: 'Of those: somebody has said otherwise since' }),
    }),
    first: z.object({
      new: z.array(plannedSchema),
      changed: z.array(plannedSchema),
      same: z.array(plannedSchema),
    }),
    tooMany: tooManySchema,
    asks: z.array(askedSchema),
    problems: z.array(problemSchema),
    unlisted: z.int().openapi({ description: 'Problems beyond those listed' }),
  })
  .openapi('DryRun');
