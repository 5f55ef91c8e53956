import { isCode, notACode } from './area-codes.ts';
import { countIn, notACount } from './cell-number.ts';
import { BadFileError, type FoundFile, type Head, type Reject, type SourceFile } from './files/found-file.ts';
import { readTable } from './files/read-table.ts';
import { bandsOfAge, columnsOf, type NomisColumn, nomisColumns, OLDEST, totalOf } from './nomis-columns.ts';
import { cellBelow } from './table-source.ts';

/** What one table gives of an area: counts by name, and the total they are of. Null where it cannot tell. */
export interface NomisRow {
  readonly table: NomisTable;
  readonly code: string;
  readonly total: number;
  readonly counts: Readonly<Record<string, number | null>>;
}
export type NomisTable = keyof typeof TABLES;

interface TableWords {
  /** The id in data/sources.json. */
  readonly source: string;
  /** The first words of every column, folded. */
  readonly topic: RegExp;
  readonly what: string;
  readonly counts: Readonly<Record<string, (columns: readonly NomisColumn[]) => string[]>>;
}
const category = (words: RegExp) => (columns: readonly NomisColumn[]) => columnsOf(columns, words);
const aged = (from: number, to: number) => (columns: readonly NomisColumn[]) => bandsOfAge(columns, from, to);

/** The tables Kith uses, and by what words of a column each count is known. */
const TABLES = {
  ts002: {
    source: 'census-2021-percent',
    topic: /^(maritalandcivilpartnershipstatus|legalpartnershipstatus)$/,
    what: 'TS002, legal partnership status',
    counts: { married: category(/^married or in a (registered )?civil partnership$/) },
  },
  ts003: {
    source: 'census-2021-percent',
    topic: /^householdcomposition$/,
    what: 'TS003, household composition',
    counts: { onePerson: category(/^one[- ]person household$/) },
  },
  ts007a: {
    source: 'census-2021-age',
    topic: /^age$/,
    what: 'TS007A or TS007B, age',
    counts: { aged16To24: aged(16, 24), aged65Over: aged(65, OLDEST) },
  },
  ts037: {
    source: 'census-2021-percent',
    topic: /^generalhealth$/,
    what: 'TS037, general health',
    counts: { fair: category(/^fair health$/), bad: category(/^(very )?bad health$/) },
  },
  ts038: {
    source: 'census-2021-disability',
    topic: /^disability$/,
    what: 'TS038, disability',
    counts: { disabled: category(/^disabled under the equality act$/) },
  },
  ts039: {
    source: 'census-2021-percent',
    topic: /^provisionofunpaidcare$/,
    what: 'TS039, unpaid care',
    counts: { noCare: category(/^provides no unpaid care$/) },
  },
  ts045: {
    source: 'census-2021-percent',
    topic: /^numberofcarsorvans$/,
    what: 'TS045, cars and vans',
    counts: { noCar: category(/^no cars or vans( in household)?$/) },
  },
  ts054: {
    source: 'census-2021-tenure',
    topic: /^tenureofhousehold$/,
    what: 'TS054, tenure',
    counts: { renting: category(/^(social|private) rented$/) },
  },
} as const satisfies Record<string, TableWords>;
const NAMES = Object.keys(TABLES) as NomisTable[];
const words = (table: NomisTable): TableWords => TABLES[table];

/**
 * Census 2021 bulk tables as Nomis publishes them: a file for each table and geography, columns in any order.
 * LSOAs and MSOAs are read; the files of other geographies are passed over.
 */
export const nomisBulk: readonly SourceFile<NomisRow>[] = NAMES.map((table) => ({
  source: words(table).source,
  what: `the bulk table ${words(table).what} (2021 census, from Nomis)`,
  many: true,
  recognise: (head) => tableOf(head) === table && /^[EW]0[12]/.test(cellBelow(head, 'geography code')),
  read: readNomis,
}));

/** Which of the tables a file is, by the words of its columns; null where it is none. */
export function tableOf(head: Head): NomisTable | null {
  if (head.format !== 'csv' && head.format !== 'tsv') return null;
  const names = new Set(head.columns.map((column) => column.trim().toLowerCase()));
  if (!names.has('geography code')) return null;
  const columns = nomisColumns(head.columns);
  return NAMES.find((table) => columns.length > 0 && columns.every(isOn(table))) ?? null;
}

function isOn(table: NomisTable): (column: NomisColumn) => boolean {
  return ({ topic }) => words(table).topic.test(topic);
}

async function* readNomis(file: FoundFile, reject: Reject): AsyncIterable<readonly NomisRow[]> {
  const table = tableOf(file.head);
  if (table === null)
    throw new BadFileError(`${file.label} is no bulk table of the 2021 census that is used.`);
  const columns = nomisColumns(file.head.columns);
  const total = totalOf(columns)[0];
  if (total === undefined) {
    throw new BadFileError(
      `${file.label} (${words(table).what}) has no column of totals. Fetch the whole table from Nomis again.`,
    );
  }
  const parts = Object.entries(words(table).counts).map(([name, find]) => [name, find(columns)] as const);
  if (parts.every(([, used]) => used.length === 0)) {
    throw new BadFileError(
      `${file.label} (${words(table).what}) lacks the columns that are needed. Fetch the whole table from Nomis again.`,
    );
  }
  const wanted = new Set([total, ...parts.flatMap(([, used]) => used)]);
  const matchers = Object.fromEntries([...wanted].map((name) => [name, { is: [exactly(name)] }]));
  const read = readTable<string>(file, { ...matchers, 'geography code': { is: ['geography code'] } }, reject);
  for await (const batch of read) {
    const rows: NomisRow[] = [];
    for (const { row, cells } of batch) {
      const code = cells['geography code'] ?? '';
      const wrong = [...wanted].find((name) => countIn(cells[name] ?? '') === null);
      if (!isCode(code)) reject({ row, column: 'geography code', problem: notACode(code) });
      else if (wrong !== undefined) reject({ row, column: wrong, problem: notACount(cells[wrong] ?? '') });
      else {
        const counts = parts.map(([name, used]) => [name, sumOf(used, cells)] as const);
        rows.push({ table, code, total: Number(cells[total]), counts: Object.fromEntries(counts) });
      }
    }
    yield rows;
  }
}

function sumOf(used: readonly string[], cells: Readonly<Record<string, string>>): number | null {
  return used.length === 0 ? null : used.reduce((sum, name) => sum + (countIn(cells[name] ?? '') ?? 0), 0);
}

/** The column of this name and no other: `Bad health` must not be found in `Very bad health`. */
function exactly(name: string): RegExp {
  return new RegExp(`^${name.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
