import readAll, { readSheet as readOne } from 'read-excel-file/node';
import { BadFileError, type FoundFile } from './found-file.ts';
import { zipMembers } from './zip.ts';

/** Numbers stay numbers; a date is its ISO day. */
export type SheetCell = string | number | boolean | null;

export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A workbook is held whole, and XML is many times its own size in memory. The published ones unpack to under 60 MiB. */
const MOST_XML = 300 * 1024 * 1024;

/**
 * One sheet of a workbook (.xlsx), row by row as it stands: row 1 is first, empty rows are kept.
 * @param wanted the sheet's name or a pattern for it; without it the first sheet
 * @throws BadFileError when it is no workbook, unpacks too large, or has no such sheet (it then names those it has)
 */
export async function readSheet(file: FoundFile, wanted?: string | RegExp): Promise<SheetRows> {
  const { sheets } = file.head;
  const sheet =
    wanted === undefined
      ? sheets[0]
      : sheets.find((name) => (typeof wanted === 'string' ? name === wanted : wanted.test(name)));
  if (file.head.format !== 'xlsx' || sheet === undefined) {
    throw new BadFileError(
      file.head.format === 'xlsx'
        ? `${file.label} has no sheet "${wanted}". Its sheets are: ${sheets.join(', ')}.`
        : `${file.label} is no workbook (.xlsx). Save it as one, or as CSV.`,
    );
  }
  const bytes = await checked(file);
  const rows = await readOne(bytes, sheet).catch((error: unknown) => unreadable(file, error));
  return { sheet, rows: rows.map((row) => row.map(plainCell)) };
}

/** All sheets of a workbook, in its order. */
export async function readSheets(file: FoundFile): Promise<SheetRows[]> {
  const bytes = await checked(file);
  const sheets = await readAll(bytes).catch((error: unknown) => unreadable(file, error));
  return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(plainCell)) }));
}

function unreadable(file: FoundFile, error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  throw new BadFileError(
    `${file.label} cannot be read as a workbook (${why}). Download it again, or save it as CSV.`,
  );
}

async function checked(file: FoundFile): Promise<Buffer> {
  const bytes = Buffer.from(await file.bytesOf());
  await checkSize(bytes, file.label);
  return bytes;
}

/** Unpacks it once for nothing: what a zip says of its own size cannot be believed. */
async function checkSize(bytes: Buffer, label: string): Promise<void> {
  let size = 0;
  for (const member of await zipMembers(bytes, label)) {
    for await (const chunk of member.open(`${label}!${member.name}`)) {
      size += chunk.length;
      if (size > MOST_XML) {
        throw new BadFileError(
          `${label} unpacks to more than ${MOST_XML / 1024 / 1024} MiB, too large for a workbook. Save the sheet as CSV.`,
        );
      }
    }
  }
}

function plainCell(cell: unknown): SheetCell {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return null;
}
