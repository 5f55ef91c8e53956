import { createRoute, z } from '@hono/zod-openapi';
import { headerKey } from '@kith/core/sheet/header-key';
import { understand } from '@kith/core/sheet/understand';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { need } from '../auth/need.ts';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { readSheetFile } from '../sheets/read-sheet.ts';
import { MOST_BYTES, SheetError } from '../sheets/sheet-error.ts';
import type { PlannedRow, SheetPlan } from '../store/keep/sheet-plan.ts';
import { SheetNotRun } from '../store/keep/sheet-run.ts';
import type { KeptSheet } from '../store/keep/sheet-store.ts';
import { acceptJson } from './body.ts';
import { dryRunSchema, importLineSchema, importSchema, mappingSchema } from './import-schemas.ts';
import { type Env, json, newRoutes, refusals } from './parts.ts';

const params = z.object({ id: z.string().max(60) });
const keeps = need('keep');
const MAPPING_BYTES = 1024 * 1024;
const CELL_BYTES = 16 * 1024;
const PREVIEW_ROWS = 12;
const FIRST = 10;
const MOST_LISTED = 500;
const MOST_IMPORTS = 50;

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

const bring = createRoute({
  method: 'post',
  path: '/api/imports',
  summary: 'Bring a spreadsheet',
  description:
    'CSV or XLSX as the body, whatever its encoding, up to 5 MB and 20,000 rows. Nothing is changed: the answer says how it was understood, each guess with how sure it is and why.',
  middleware: [keeps, takeFile] as const,
  request: {
    query: z.object({ fileName: z.string().max(200).default('spreadsheet') }),
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

const list = createRoute({
  method: 'get',
  path: '/api/imports',
  summary: 'The last spreadsheets that you or your organisation brought',
  middleware: keeps,
  responses: {
    200: json(z.object({ imports: z.array(importLineSchema) }).openapi('Imports'), 'Newest first'),
    ...refusals(401, 403),
  },
});

const read = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  summary: 'How a spreadsheet is understood',
  middleware: keeps,
  request: { params },
  responses: { 200: json(importSchema, 'How it is understood'), ...refusals(401, 403, 404) },
});

const remap = createRoute({
  method: 'put',
  path: '/api/imports/{id}/mapping',
  summary: 'Say how a spreadsheet is to be read',
  description:
    'The whole mapping. `split` and `same` answer for single rows: whether a cell holds two places, and which place a row is (its id, or `new`).',
  middleware: [keeps, acceptJson(MAPPING_BYTES)] as const,
  request: { params, body: { content: { 'application/json': { schema: mappingSchema } }, required: true } },
  responses: {
    200: json(importSchema, 'How it is understood now'),
    ...refusals(400, 401, 403, 404, 409, 413, 415),
  },
});

const mend = createRoute({
  method: 'patch',
  path: '/api/imports/{id}/cells',
  summary: 'Put one cell right',
  middleware: [keeps, acceptJson(CELL_BYTES)] as const,
  request: {
    params,
    body: {
      content: {
        'application/json': {
          schema: z
            .object({
              row: z.int().min(1).openapi({ description: 'As the spreadsheet counts, from 1' }),
              column: z.int().min(1).max(200),
              value: z.string().max(5_000),
            })
            .openapi('MendedCell'),
        },
      },
      required: true,
    },
  },
  responses: {
    200: json(importSchema, 'How it is understood now'),
    ...refusals(400, 401, 403, 404, 409, 413, 415),
  },
});

const dryRun = createRoute({
  method: 'get',
  path: '/api/imports/{id}/dry-run',
  summary: 'What importing would do',
  description:
    'Changes nothing. Lists the first rows of each outcome, and up to 500 questions and 500 problems.',
  middleware: keeps,
  request: { params },
  responses: { 200: json(dryRunSchema, 'Counts, questions and problems'), ...refusals(401, 403, 404, 409) },
});

const run = createRoute({
  method: 'post',
  path: '/api/imports/{id}/run',
  summary: 'Import a spreadsheet, as one change',
  description:
    'Stewards import at once. Of an organisation, what it keeps is changed at once, and everything else goes to the stewards.',
  middleware: keeps,
  request: { params },
  responses: { 200: json(importLineSchema, 'What came of it'), ...refusals(401, 403, 404, 409, 422, 503) },
});

const undo = createRoute({
  method: 'post',
  path: '/api/imports/{id}/undo',
  summary: 'Take an import back, as one change',
  description: 'What anybody has said since stands. New places leave the lists and stay in the log.',
  middleware: keeps,
  request: { params },
  responses: { 200: json(importLineSchema, 'It is taken back'), ...refusals(401, 403, 404, 409, 503) },
});

export function importRoutes({ stores, now }: Services) {
  const { sheets } = stores;
  const time = () => now().toISOString();
  const found = async (c: Context<Env>, id: string): Promise<KeptSheet> => {
    const sheet = await sheets.get(c.get('person'), id);
    if (sheet === undefined)
      throw new Problem(404, 'unknown-import', 'There is no such spreadsheet, or it is not yours.');
    return sheet;
  };
  const open = async (c: Context<Env>, id: string): Promise<KeptSheet> => {
    const sheet = await found(c, id);
    if (sheet.state === 'open' && sheet.cells.length > 0) return sheet;
    throw new Problem(
      409,
      'not-open',
      'This spreadsheet has been imported, or is older than 30 days. Bring it again.',
    );
  };
  return newRoutes()
    .openapi(bring, async (c) => {
      const person = c.get('person');
      const file = await readSheetFile(Buffer.from(await c.req.arrayBuffer())).catch(refused);
      const first = understand(file.cells);
      const remembered = await sheets.remembered(person, headerKey(file.cells, first.mapping));
      const { mapping } = remembered === undefined ? first : understand(file.cells, remembered);
      const { format, encoding, between, sheet, otherSheets } = file;
      const about = {
        mapping,
        file: { format, encoding, between, sheet, otherSheets },
        remembered: remembered !== undefined,
      };
      const { fileName } = c.req.valid('query');
      const id = await sheets.keep(
        person,
        { fileName: plainName(fileName), cells: file.cells, about },
        time(),
      );
      return c.json(understood(await found(c, id)), 201);
    })
    .openapi(list, async (c) => {
      const imports = await sheets.list(c.get('person'), MOST_IMPORTS);
      return c.json({ imports: imports.map(lineOf) }, 200);
    })
    .openapi(read, async (c) => c.json(understood(await found(c, c.req.valid('param').id)), 200))
    .openapi(remap, async (c) => {
      const sheet = await open(c, c.req.valid('param').id);
      const mapping = c.req.valid('json');
      const about = { ...sheet.about, mapping };
      await sheets.save(sheet.id, { about });
      return c.json(understood({ ...sheet, about }), 200);
    })
    .openapi(mend, async (c) => {
      const sheet = await open(c, c.req.valid('param').id);
      const { row, column, value } = c.req.valid('json');
      if (row > sheet.cells.length)
        throw new Problem(400, 'invalid-request', `The spreadsheet has ${sheet.cells.length} rows.`);
      const cells = sheet.cells.map((each, at) =>
        at === row - 1 ? withCell(each, column - 1, value) : each,
      );
      await sheets.save(sheet.id, { cells });
      return c.json(understood({ ...sheet, cells }), 200);
    })
    .openapi(dryRun, async (c) => {
      const sheet = await open(c, c.req.valid('param').id);
      return c.json(shownPlan(await sheets.plan(c.get('person'), sheet, time())), 200);
    })
    .openapi(run, async (c) => {
      const sheet = await open(c, c.req.valid('param').id);
      await sheets.run(c.get('person'), sheet, time()).catch(notRun(422));
      return c.json(lineOf(await found(c, sheet.id)), 200);
    })
    .openapi(undo, async (c) => {
      const sheet = await found(c, c.req.valid('param').id);
      await sheets.undo(c.get('person'), sheet, time()).catch(notRun(409));
      return c.json(lineOf(await found(c, sheet.id)), 200);
    });
}

function refused(error: unknown): never {
  if (error instanceof SheetError)
    throw new Problem(error.code === 'too-large' ? 413 : 422, error.code, error.message);
  throw error;
}

const notRun =
  (status: 409 | 422) =>
  (error: unknown): never => {
    if (error instanceof SheetNotRun) throw new Problem(status, 'not-imported', error.message);
    throw error;
  };

/** A file's own name, without folders and what cannot be seen. */
function plainName(given: string): string {
  const name = given
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return name.slice(0, 120) || 'spreadsheet';
}

function withCell(row: readonly string[], at: number, value: string): string[] {
  const cells = [...row];
  while (cells.length <= at) cells.push('');
  cells[at] = value;
  return cells;
}

function lineOf(sheet: KeptSheet) {
  const { id, fileName, at, state, counts } = sheet;
  return { id, fileName, at, state, counts, readable: state === 'open' && sheet.cells.length > 0 };
}

/** A file with the guesses of its cells, and what was chosen instead of them. */
function understood(sheet: KeptSheet) {
  const { mapping, file, remembered } = sheet.about;
  const guessed = understand(sheet.cells);
  const columns = guessed.columns.map((each, at) => {
    const meaning = mapping.columns[at] ?? 'ignore';
    return meaning === each.meaning
      ? { ...each, examples: [...each.examples] }
      : { ...each, meaning, sure: 'certain' as const, why: 'As you chose.', examples: [...each.examples] };
  });
  return {
    ...lineOf(sheet),
    file: { ...file, otherSheets: [...file.otherSheets] },
    remembered,
    rows: sheet.cells.length,
    mapping,
    header: guessed.header,
    columns,
    coordinates: { ...guessed.coordinates, system: mapping.coordinates },
    dates: { ...guessed.dates, order: mapping.dates },
    kind: { ...guessed.kind, kind: mapping.kind },
    preview: sheet.cells
      .slice(0, mapping.headerRow + PREVIEW_ROWS)
      .map((cells, at) => ({ row: at + 1, cells: [...cells] })),
  };
}

function shownPlan({ rows, problems, said }: SheetPlan) {
  const of = (outcome: PlannedRow['outcome']) => rows.filter((row) => row.outcome === outcome);
  const gone = new Set(problems.filter(({ weight }) => weight === 'out').map(({ row }) => row));
  const first = (outcome: PlannedRow['outcome']) => of(outcome).slice(0, FIRST).map(shownRow);
  return {
    counts: {
      rows: said,
      new: of('new').length,
      changed: of('changed').length,
      same: of('same').length,
      ask: of('ask').length,
      leftOut: gone.size,
      notes: problems.filter(({ weight }) => weight === 'note').length,
    },
    first: { new: first('new'), changed: first('changed'), same: first('same') },
    asks: of('ask')
      .slice(0, MOST_LISTED)
      .map((row) => ({
        ...shownRow(row),
        candidates: row.candidates.map(({ placeId, name, kind, address, likeness }) => ({
          placeId,
          name,
          kind,
          address,
          likeness: likeness.score,
          reasons: [...likeness.reasons],
        })),
      })),
    problems: problems.slice(0, MOST_LISTED).map((each) => ({ ...each })),
  };
}

function shownRow({ row, name, kind, placeId, changes, placed }: PlannedRow) {
  const { lon, lat, precision } = placed.position;
  const { address, postcode, openingHours } = placed.row;
  return {
    row,
    name,
    kind,
    address,
    postcode,
    lon,
    lat,
    precision,
    placeId,
    openingHours,
    changes: changes.map((each) => ({ ...each })),
  };
}
