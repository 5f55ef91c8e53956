import { KIND_IDS } from '@kith/core/place/kinds';
import { PLACE_STATUSES } from '@kith/core/place/place';
import { RUN_BY } from '@kith/core/place/run-by';
import { type Source, sourceSchema } from '@kith/core/source/source';
import { z } from 'zod';
import { BadFileError, type Head } from '../files/found-file.ts';
import { issueWords } from './issue-words.ts';

const column = z
  .string('must be the name of a column, in quotation marks')
  .trim()
  .min(1, 'names no column: write its name in the quotation marks');
const columns = z.union([column.transform((one) => [one]), z.array(column).min(1)], {
  error: 'must be the name of a column, or several of them in square brackets: ["Name", "Postcode"]',
});
const RUNNERS = Object.keys(RUN_BY) as [keyof typeof RUN_BY, ...(keyof typeof RUN_BY)[]];

/** Words of a column, each with what Kith calls it. `otherwise` is for words that are not in the list. */
const wordsOf = <T extends z.ZodType>(known: T) =>
  z.strictObject({ column, values: z.record(z.string(), known), otherwise: known.optional() });

const oneOfOrWords = (known: readonly string[]) => ({
  error: `must be one of ${known.join(', ')}; or a "column" with "values" that are of these`,
});

export const DATE_ORDERS = ['day-month-year', 'month-day-year', 'year-month-day'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/**
 * How a file that Kith does not know is to be read: which column holds what. Columns are named as in the file's header;
 * small and capital letters, spaces and punctuation make no difference. For GeoJSON they are names of properties.
 */
export const mappingSchema = z.strictObject({
  /** Says that this is a mapping, and of which version. */
  kithMapping: z.literal(1, 'must be 1'),
  source: sourceSchema
    .omit({ sha256: true })
    .extend({ caution: z.string().default('') })
    .strict(),
  /** What ids of places hang on: never change it. Without it, the id of the source without its year. */
  ids: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, numbers and hyphens')
    .optional(),
  /** The sheet of a workbook: a workbook needs it named. */
  sheet: z.string().optional(),
  /** The column that tells rows apart, or several that do so together. They must stay the same from edition to edition. */
  key: columns,
  name: column,
  kind: z.union([z.enum(KIND_IDS), wordsOf(z.enum(KIND_IDS))], oneOfOrWords(KIND_IDS)),
  status: wordsOf(z.enum(PLACE_STATUSES)).optional(),
  address: columns.optional(),
  postcode: column.optional(),
  position: z
    .union(
      [
        z.strictObject({ longitude: column, latitude: column }),
        z.strictObject({ easting: column, northing: column }),
      ],
      { error: 'must have a "longitude" and a "latitude", or an "easting" and a "northing"' },
    )
    .optional(),
  /** Kept and used to match. By itself it gives no position: that would need OS Open UPRN. */
  uprn: column.optional(),
  /** The council whose map shows rows that have no position: its name. */
  council: z.string().optional(),
  phone: column.optional(),
  email: column.optional(),
  website: column.optional(),
  when: column.optional(),
  /** In OpenStreetMap's grammar (`Mo-Fr 09:00-17:00`); what cannot be read as that is shown as words. */
  openingHours: column.optional(),
  forWhom: column.optional(),
  operator: column.optional(),
  runBy: z.union([z.enum(RUNNERS), wordsOf(z.enum(RUNNERS))], oneOfOrWords(RUNNERS)).optional(),
  notes: column.optional(),
  /** The day to which a row holds. Without it, that of the source (`vintage`). */
  asOf: z
    .strictObject({
      column,
      /** `checked`: someone answerable confirmed it then. `published`: it was said then. */
      means: z.enum(['checked', 'published']),
      /** Which way round days and months stand. Without it, a date such as 05/06/2026 is refused. */
      order: z.enum(DATE_ORDERS).optional(),
    })
    .optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Whether a file is a mapping. */
export function isMapping(head: Head): boolean {
  return head.format === 'json' && /"kithMapping"\s*:/.test(head.text);
}

/**
 * Reads a mapping.
 * @throws BadFileError naming the file and everything in it that does not fit
 */
export function readMapping(text: string, label: string): Mapping {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadFileError(`The mapping ${label} is not JSON (${why}). Mend it and load again.`);
  }
  const read = mappingSchema.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map(
      (issue) => `${issue.path.join('.') || 'the whole'}: ${issueWords(issue)}`,
    );
    throw new BadFileError(
      `The mapping ${label} does not fit:\n  ${problems.join('\n  ')}\ndocs/loading.md says what goes in a mapping.`,
    );
  }
  const { postcode, position, uprn, council } = read.data;
  if (postcode === undefined && position === undefined && (uprn === undefined || council === undefined)) {
    throw new BadFileError(
      `The mapping ${label} does not say where places are. Name the column of the postcode or those of the position; ` +
        'for a file that has only UPRNs, name "uprn" and the "council" whose map shows them.',
    );
  }
  return read.data;
}

/** The entry of the source for the run. */
export function sourceOf(mapping: Mapping): Source {
  return { ...mapping.source, sha256: null };
}

/** What ids hang on: the name of the source without its year and month. */
export function idSourceOf({ ids, source }: Mapping): string {
  return ids ?? source.id.replace(/-(19|20)\d\d(-\d\d){0,2}$/, '');
}

/** Every column that a mapping names, each once. */
export function columnsIn(mapping: Mapping): string[] {
  const { position, kind, status, runBy, asOf } = mapping;
  const needed = [mapping.name, ...mapping.key];
  if (typeof kind !== 'string') needed.push(kind.column);
  const rest = [
    ...(mapping.address ?? []),
    mapping.postcode,
    ...(position === undefined ? [] : Object.values(position)),
    mapping.uprn,
    mapping.phone,
    mapping.email,
    mapping.website,
    mapping.when,
    mapping.openingHours,
    mapping.forWhom,
    mapping.operator,
    mapping.notes,
    status?.column,
    typeof runBy === 'object' ? runBy.column : undefined,
    asOf?.column,
  ].filter((name): name is string => name !== undefined);
  return [...new Set([...needed, ...rest])];
}
