import type { Person } from '@kith/core/keep/roles';
import { chosen } from '@kith/core/sheet/choose-columns';
import { headerKey } from '@kith/core/sheet/header-key';
import { understand } from '@kith/core/sheet/understand';
import type { Cells } from '@kith/core/sheet/understanding';
import { filledRows, likeliestSheet } from '@kith/core/sheet/which-sheet';
import type { Context } from 'hono';
import { Problem } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Services } from '../services.ts';
import { checkIsList, readSheetFile } from '../sheets/read-sheet.ts';
import { SheetError } from '../sheets/sheet-error.ts';
import { NamesNotSeen, SheetNotRun } from '../store/keep/sheet-run.ts';
import type { KeptSheet } from '../store/keep/sheet-store.ts';
import type { Remembered } from '../store/keep/sheet-stores.ts';
import { organisationOfSheet } from '../store/keep/sheet-voice.ts';
import { lineOf, shownPlan, shownRows, understood } from './import-answers.ts';
import {
  bring,
  chooseSheet,
  dryRun,
  dryRunRows,
  list,
  mend,
  read,
  remap,
  run,
  undo,
} from './import-questions.ts';
import { type Env, newRoutes } from './parts.ts';

const MOST_IMPORTS = 50;

export function importRoutes({ stores, now }: Services, log: Log) {
  const { sheets } = stores;
  const time = () => now().toISOString();
  const found = async (c: Context<Env>, id: string): Promise<KeptSheet> => {
    return theirs(await sheets.get(c.get('person'), id));
  };
  const open = async (c: Context<Env>, id: string): Promise<KeptSheet> => stillOpen(await found(c, id));
  /** How cells are read: as the last file of this sender with the same header was, where there is one. */
  const guessed = async (cells: Cells, rememberedOf: Remembered) => {
    const first = understand(cells);
    const remembered = await rememberedOf(headerKey(cells, first.mapping));
    const { mapping } = remembered === undefined ? first : understand(cells, remembered);
    return { mapping, remembered: remembered !== undefined };
  };
  return newRoutes()
    .openapi(bring, async (c) => {
      const person = c.get('person');
      const { organisation, fileName: given } = c.req.valid('query');
      const organisationId = chosenOrganisation(person, organisation);
      const file = await readSheetFile(Buffer.from(await c.req.arrayBuffer())).catch(refused);
      const { at, why } = likeliestSheet(file.sheets.map(({ cells }) => cells));
      const { name: sheet = null, cells = [] } = file.sheets[at] ?? {};
      listOrRefused(cells);
      const { format, encoding, between } = file;
      const named = file.sheets.flatMap(({ name, cells: each }) =>
        name === null ? [] : [{ name, cells: each }],
      );
      const all = named.map(({ name, cells: each }) => ({ name, rows: filledRows(each) }));
      const about = {
        ...(await guessed(cells, sheets.remembered(person, { organisationId }))),
        file: { format, encoding, between, sheet, why, sheets: all },
      };
      const fileName = plainName(given);
      const others = named.filter(({ name }) => name !== sheet);
      const id = await sheets.keep(person, { organisationId, fileName, cells, others, about }, time());
      return c.json(understood(await found(c, id), person), 201);
    })
    .openapi(list, async (c) => {
      return c.json({ imports: await sheets.list(c.get('person'), MOST_IMPORTS) }, 200);
    })
    .openapi(read, async (c) =>
      c.json(understood(await found(c, c.req.valid('param').id), c.get('person')), 200),
    )
    .openapi(remap, async (c) => {
      const mapping = c.req.valid('json');
      const now = await sheets.change(c.get('person'), c.req.valid('param').id, (kept) => {
        const sheet = stillOpen(theirs(kept));
        return {
          ...sheet,
          about: { ...sheet.about, mapping: chosen(sheet.cells, sheet.about.mapping, mapping) },
        };
      });
      return c.json(understood(now, c.get('person')), 200);
    })
    .openapi(chooseSheet, async (c) => {
      const { id } = c.req.valid('param');
      const now = await sheets.change(c.get('person'), id, async (kept, remembered) => {
        const sheet = withSheet(stillOpen(theirs(kept)), c.req.valid('json').sheet);
        listOrRefused(sheet.cells);
        return { ...sheet, about: { ...sheet.about, ...(await guessed(sheet.cells, remembered)) } };
      });
      return c.json(understood(now, c.get('person')), 200);
    })
    .openapi(mend, async (c) => {
      const { row, column, value } = c.req.valid('json');
      const now = await sheets.change(c.get('person'), c.req.valid('param').id, (kept) => {
        const sheet = stillOpen(theirs(kept));
        if (row > sheet.cells.length)
          throw new Problem(400, 'invalid-request', `The spreadsheet has ${sheet.cells.length} rows.`);
        const cells = sheet.cells.map((each, at) =>
          at === row - 1 ? withCell(each, column - 1, value) : each,
        );
        return { ...sheet, cells };
      });
      return c.json(understood(now, c.get('person')), 200);
    })
    .openapi(dryRun, async (c) => {
      const [sheet, person] = [await open(c, c.req.valid('param').id), c.get('person')];
      return c.json(shownPlan(await sheets.plan(person, sheet, time()), person), 200);
    })
    .openapi(dryRunRows, async (c) => {
      const sheet = await open(c, c.req.valid('param').id);
      return c.json(shownRows(await sheets.plan(c.get('person'), sheet, time()), c.req.valid('query')), 200);
    })
    .openapi(run, async (c) => {
      const sheet = await open(c, c.req.valid('param').id);
      await sheets.run(c.get('person'), sheet.id, time()).catch(notRun(422));
      const request = c.get('requestId');
      // Not waited for: hundreds take a while. Whatever ends it, the next start compares the rest.
      stores.waiting.compareEarlier().catch((error: unknown) => log.failure(request, error));
      return c.json(lineOf(await found(c, sheet.id)), 200);
    })
    .openapi(undo, async (c) => {
      const sheet = await found(c, c.req.valid('param').id);
      await sheets.undo(c.get('person'), sheet.id, time()).catch(notRun(409));
      return c.json(lineOf(await found(c, sheet.id)), 200);
    });
}

/** @throws Problem where there is none */
function theirs(sheet: KeptSheet | undefined): KeptSheet {
  if (sheet !== undefined) return sheet;
  throw new Problem(404, 'unknown-import', 'There is no such spreadsheet, or it is not yours.');
}

/** @throws Problem where it can be read no more */
function stillOpen(sheet: KeptSheet): KeptSheet {
  if (sheet.state === 'open' && sheet.cells.length > 0) return sheet;
  throw new Problem(
    409,
    'not-open',
    'This spreadsheet has been imported, or is older than 30 days. Bring it again.',
  );
}

/** The organisation for which a file is brought. @throws Problem where it is not one of theirs */
function chosenOrganisation(person: Person, chosen: string | undefined): string | null {
  if (chosen === undefined) return organisationOfSheet(person);
  if (person.organisations.some(({ id }) => id === chosen)) return chosen;
  throw new Problem(
    403,
    'not-allowed',
    'You do not belong to that organisation. Choose one of yours, or leave it out.',
  );
}

function refused(error: unknown): never {
  if (error instanceof SheetError)
    throw new Problem(error.code === 'too-large' ? 413 : 422, error.code, error.message);
  throw error;
}

const notRun =
  (status: 409 | 422) =>
  (error: unknown): never => {
    if (error instanceof NamesNotSeen) throw new Problem(409, 'names-not-seen', error.message);
    if (error instanceof SheetNotRun) throw new Problem(status, 'not-imported', error.message);
    throw error;
  };

function listOrRefused(cells: Cells): void {
  try {
    checkIsList(cells);
  } catch (error) {
    refused(error);
  }
}

/** The same file with another of its sheets to be read. @throws Problem where it has none of that name */
function withSheet(kept: KeptSheet, name: string): KeptSheet {
  const { file } = kept.about;
  if (name === file.sheet) return kept;
  const chosen = kept.others.find((each) => each.name === name);
  if (chosen === undefined || file.sheet === null)
    throw new Problem(
      400,
      'invalid-request',
      `The workbook has no sheet called ${name} that holds anything.`,
    );
  const others = kept.others.filter((each) => each !== chosen);
  return {
    ...kept,
    cells: chosen.cells,
    others: [...others, { name: file.sheet, cells: kept.cells }],
    about: { ...kept.about, file: { ...file, sheet: name, why: 'As you chose.' } },
  };
}

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
