import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { need } from '../auth/need.ts';
import { Problem } from '../errors.ts';
import { MOST_BYTES } from '../sheets/sheet-error.ts';
import { acceptJson } from './body.ts';
import {
  DRY_OUTCOMES,
  dryRowsSchema,
  dryRunSchema,
  importLineSchema,
  importSchema,
  listedImportSchema,
  mappingSchema,
} from './import-schemas.ts';
import { json, refusals } from './parts.ts';

/** What may be asked about spreadsheets: see imports.ts. */

const params = z.object({ id: z.string().max(60) });
const keeps = need('keep');
const MAPPING_BYTES = 1024 * 1024;
const CELL_BYTES = 16 * 1024;

/** What is sent about one spreadsheet, as JSON. */
const about = <T extends z.ZodType>(schema: T) => ({
  params,
  body: { content: { 'application/json': { schema } }, required: true as const },
});
const MISTAKES = [400, 401, 403, 404, 409, 413, 415] as const;

const takeFile = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new Problem(
      413,
      'too-large',
      'The file is larger than 5 MB. Take out pictures and other sheets, or bring it in parts.',
    );
  },
});

export const bring = createRoute({
  method: 'post',
  path: '/api/imports',
  summary: 'Bring a spreadsheet',
  description:
    'CSV or XLSX as the body, whatever its encoding, up to 5 MB and 20,000 rows. Nothing is changed: the answer says how it was understood, each guess with how sure it is and why.',
  middleware: [keeps, takeFile] as const,
  request: {
    query: z.object({
      fileName: z.string().max(200).default('spreadsheet'),
      organisation: z
        .string()
        .max(60)
        .optional()
        .openapi({ description: 'The id of the organisation it is brought for, of two that you belong to' }),
    }),
    body: {
      content: {
        'text/csv': { schema: z.string() },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: z.string().openapi({ format: 'binary' }),
        },
      },
    },
  },
  responses: { 201: json(importSchema, 'How it was understood'), ...refusals(401, 403, 413, 422, 429) },
});

export const list = createRoute({
  method: 'get',
  path: '/api/imports',
  summary: 'The last spreadsheets that you or your organisation brought',
  middleware: keeps,
  responses: {
    200: json(z.object({ imports: z.array(listedImportSchema) }).openapi('Imports'), 'Newest first'),
    ...refusals(401, 403),
  },
});

export const read = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  summary: 'How a spreadsheet is understood',
  middleware: keeps,
  request: { params },
  responses: { 200: json(importSchema, 'How it is understood'), ...refusals(401, 403, 404) },
});

export const remap = createRoute({
  method: 'put',
  path: '/api/imports/{id}/mapping',
  summary: 'Say how a spreadsheet is to be read',
  description:
    'The whole mapping. `nameColumn` says that a column that was only guessed does hold the names (`unsureName`). `split` and `same` answer for single rows: whether a cell holds two places, and which place a row is (its id, or `new`).',
  middleware: [keeps, acceptJson(MAPPING_BYTES)] as const,
  request: about(mappingSchema),
  responses: { 200: json(importSchema, 'How it is understood now'), ...refusals(...MISTAKES) },
});

export const chooseSheet = createRoute({
  method: 'put',
  path: '/api/imports/{id}/sheet',
  summary: 'Read another sheet of a workbook',
  description: 'By its name, one of `file.sheets`. How it is read is guessed anew; mended cells stay mended.',
  middleware: [keeps, acceptJson(CELL_BYTES)] as const,
  request: about(z.object({ sheet: z.string().max(200) }).openapi('ChosenSheet')),
  responses: { 200: json(importSchema, 'How that sheet is understood'), ...refusals(...MISTAKES, 422) },
});

const mendedCellSchema = z
  .object({
    row: z.int().min(1).openapi({ description: 'As the spreadsheet counts, from 1' }),
    column: z.int().min(1).max(200),
    value: z.string().max(5_000),
  })
  .openapi('MendedCell');

export const mend = createRoute({
  method: 'patch',
  path: '/api/imports/{id}/cells',
  summary: 'Put one cell right',
  middleware: [keeps, acceptJson(CELL_BYTES)] as const,
  request: about(mendedCellSchema),
  responses: { 200: json(importSchema, 'How it is understood now'), ...refusals(...MISTAKES) },
});

export const dryRun = createRoute({
  method: 'get',
  path: '/api/imports/{id}/dry-run',
  summary: 'What importing would do',
  description:
    'Changes nothing. Lists the first rows of each outcome, and up to 500 questions and 500 problems.',
  middleware: keeps,
  request: { params },
  responses: { 200: json(dryRunSchema, 'Counts, questions and problems'), ...refusals(401, 403, 404, 409) },
});

export const dryRunRows = createRoute({
  method: 'get',
  path: '/api/imports/{id}/dry-run/rows',
  summary: 'All rows of one outcome of a dry run, page by page',
  description: '`problem` and `duplicate` (in the file twice) come as problems, all others as rows.',
  middleware: keeps,
  request: {
    params,
    query: z.object({
      outcome: z.enum(DRY_OUTCOMES),
      from: z.coerce.number().int().min(0).default(0).openapi({ description: '`next` of the page before' }),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
  },
  responses: { 200: json(dryRowsSchema, 'A page'), ...refusals(400, 401, 403, 404, 409) },
});

export const run = createRoute({
  method: 'post',
  path: '/api/imports/{id}/run',
  summary: 'Import a spreadsheet, as one change',
  description:
    'Refused with 409 and `names-not-seen` while the names are guessed by the look of a column alone and the mapping has no `nameColumn`. Stewards import at once. Of an organisation, what it keeps is changed at once, but for what somebody else has said later; that and everything else goes to the stewards.',
  middleware: keeps,
  request: { params },
  responses: { 200: json(importLineSchema, 'What came of it'), ...refusals(401, 403, 404, 409, 422, 503) },
});

export const undo = createRoute({
  method: 'post',
  path: '/api/imports/{id}/undo',
  summary: 'Take an import back, as one change',
  description:
    'What anybody has said since stands, and what a steward has accepted of it; what waits still is withdrawn. New places leave the lists and stay in the log.',
  middleware: keeps,
  request: { params },
  responses: { 200: json(importLineSchema, 'It is taken back'), ...refusals(401, 403, 404, 409, 503) },
});
