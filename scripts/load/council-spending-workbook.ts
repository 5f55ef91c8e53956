import { SPENDING_SOURCE } from './council-spending.ts';
import { type Columns, MOST_ROWS_ABOVE, placesOf } from './files/columns.ts';
import { BadFileError, type FoundFile, type SourceFile } from './files/found-file.ts';
import { readSheet, type SheetCell } from './files/read-sheet.ts';
import { figureIn, figureProblem, type SpendingRow } from './money/spending-row.ts';

const SHEET = /^RS.*\bLA[ _]data\b/i;
const FIGURE = 'Cultural and related services';
const COLUMNS: Columns<'ecode' | 'onsCode' | 'authority' | 'class' | 'figure'> = {
  ecode: { is: ['E-code'] },
  onsCode: { is: ['ONS Code'] },
  authority: { is: ['Local authority'] },
  class: { is: ['Class'] },
  figure: { is: [FIGURE, /^culturalandrelatedservices/, /^totalculturalandrelatedservices/] },
};

/**
 * The workbook of the revenue outturn (RS) as the ministry publishes it, one for each year: titles and codes above
 * the header, one row for each authority below, sums for the country among them.
 */
export const councilSpendingWorkbook: SourceFile<SpendingRow> = {
  source: SPENDING_SOURCE,
  what: 'the workbook of council spending (RS data by local authority)',
  recognise: (head) => head.format === 'xlsx' && head.sheets.some((name) => SHEET.test(name)),
  many: true,
  async *read(file, reject) {
    const { sheet, rows } = await readSheet(file, SHEET);
    const { places, at, year } = headerOf(file, sheet, rows);
    const found: SpendingRow[] = [];
    for (const [index, cells] of rows.entries()) {
      const text = (column: keyof typeof places) => String(cells[places[column]] ?? '').trim();
      // Sums for classes and for the country have no code.
      if (index <= at || !/^E\d{4}$/.test(text('ecode'))) continue;
      const problem = figureProblem(text('figure'));
      if (problem !== null) {
        reject({ row: index + 1, column: FIGURE, problem });
        continue;
      }
      const gbpThousand = figureIn(text('figure'));
      const [ecode, onsCode, authority] = [text('ecode'), text('onsCode'), text('authority')];
      const authorityClass = text('class');
      found.push({ row: index + 1, year, ecode, onsCode, authority, authorityClass, gbpThousand });
    }
    yield found;
  },
};

function headerOf(file: FoundFile, sheet: string, rows: readonly (readonly SheetCell[])[]) {
  const refuse = (what: string) =>
    new BadFileError(
      `${file.label}, sheet "${sheet}": ${what} Put the workbook there as the ministry publishes it.`,
    );
  const above = rows.slice(0, MOST_ROWS_ABOVE);
  const headers = above.map((cells) =>
    placesOf(
      cells.map((cell) => String(cell ?? '')),
      COLUMNS,
    ),
  );
  const at = headers.findIndex((each) => each !== null);
  const places = headers[at] ?? null;
  if (places === null)
    throw refuse(`no row has the columns E-code, ONS Code, Local authority, Class and ${FIGURE}.`);
  const titles = [sheet, ...above.slice(0, at).flat().map(String)].join('\n');
  const year = /\b(20\d\d)[-–](?:20)?(\d\d)\b/.exec(titles);
  if (year === null) throw refuse('nothing above the table says which year it is of, such as 2017-18.');
  if (!/£\s*(thousand|000)/i.test(titles))
    throw refuse('nothing above the table says that it is in £ thousand.');
  if (!/net current/i.test(titles))
    throw refuse('nothing above the table says that it is net current expenditure.');
  return { places, at, year: `${year[1]}-${year[2]}` };
}
