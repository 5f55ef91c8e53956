import type { DataReport } from '@kith/core/source/data-report';
import { LICENCE_FAMILIES, type LicenceFamilyId } from '@kith/core/source/licences';
import type { Stores } from '../store/stores.ts';
import { coverageTable, filesTable, sourcesTable } from './report-tables.ts';
import { claimsTable, figuresTable, rejectedTable } from './row-tables.ts';
import { smallTable, type Table } from './table.ts';

/** A file to download. */
export interface ExportFile {
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly type: string;
  readonly licence: string;
  readonly columns: Table['columns'];
  /** Rows below its header; null where it is no table. */
  rows(): Promise<number | null>;
  /** The file, piece by piece. */
  text(): AsyncIterable<string>;
}

export const ZIP_NAME = 'kith-data.zip';
const CSV = 'text/csv; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';
/** Counts and lists that Kith made of its sources. */
const REPORT_LICENCE = 'Each source keeps its own licence: see sources.csv';

const PLACE_LICENCE: Partial<Record<LicenceFamilyId, string>> = {
  odbl: 'Keep it apart from other data, or share what you make of it under the same licence.',
  'cc-by-sa': 'Keep it apart from other data, or share what you make of it under the same licence.',
};

/** Every file there is to download, in the order they are listed. */
export function exportFiles(
  stores: Stores,
  report: () => Promise<DataReport>,
  families: ReadonlyMap<LicenceFamilyId, number>,
): readonly ExportFile[] {
  const csv = (
    name: string,
    title: string,
    what: string,
    licence: string,
    of: Table,
    rows: () => Promise<number>,
  ): ExportFile => ({
    name,
    title,
    what,
    type: CSV,
    licence,
    columns: of.columns,
    rows,
    text: () => of.text(),
  });
  const tables: ExportFile[] = [
    csv(
      'sources.csv',
      'Sources',
      'Every source with its year, licence, counts and dates.',
      REPORT_LICENCE,
      sourcesTable(report),
      async () => (await report()).sources.length,
    ),
    csv(
      'files.csv',
      'Files read',
      'Every file a load read, with its fingerprint and rows.',
      REPORT_LICENCE,
      filesTable(report),
      async () => sumOf((await report()).sources, ({ files }) => files.length),
    ),
    csv(
      'coverage.csv',
      'Missing figures by district',
      'How many areas of each district have each figure.',
      REPORT_LICENCE,
      coverageTable(report),
      async () => (await report()).indicators.length * (await report()).districts.length,
    ),
    csv(
      'area-figures.csv',
      'Figures of areas',
      'Every figure of every area, and why where there is none.',
      REPORT_LICENCE,
      figuresTable(stores),
      () => stores.data.figureRows(),
    ),
    csv(
      'rejected.csv',
      'Rows that could not be used',
      'Row by row, with the reason.',
      REPORT_LICENCE,
      rejectedTable(stores),
      async () => sumOf((await report()).sources, ({ rejected }) => rejected.kept),
    ),
    ...LICENCE_FAMILIES.filter(({ id }) => families.has(id)).map(({ id, name }) =>
      csv(
        `places-${id}.csv`,
        `Places: ${name}`,
        `Everything said of places under this licence. ${PLACE_LICENCE[id] ?? 'Each row says what must be named.'}`,
        id === 'own' ? 'Each row says which' : name,
        claimsTable(stores, id),
        async () => families.get(id) ?? 0,
      ),
    ),
  ];
  const dictionary = dictionaryTable(tables);
  return [
    ...tables,
    csv(
      'dictionary.csv',
      'What each column means',
      'Every column of the files here. Their names do not change.',
      'Free to use',
      dictionary,
      async () => sumOf(tables, ({ columns }) => columns.length),
    ),
    {
      name: 'data-report.json',
      title: 'This page as data',
      what: 'All counts of the report, for programs.',
      type: JSON_TYPE,
      licence: REPORT_LICENCE,
      columns: [],
      rows: async () => null,
      async *text() {
        yield `${JSON.stringify(await report(), null, 1)}\n`;
      },
    },
    {
      name: 'README.txt',
      title: 'Read me first',
      what: 'How the files are written and what must be said when they are used.',
      type: TEXT,
      licence: 'Free to use',
      columns: [],
      rows: async () => null,
      async *text() {
        yield readMe(await report(), tables);
      },
    },
  ];
}

function sumOf<Each>(all: readonly Each[], of: (each: Each) => number): number {
  return all.reduce((sum, each) => sum + of(each), 0);
}

function dictionaryTable(files: readonly ExportFile[]): Table {
  const rows = files.flatMap((file) => file.columns.map((column) => ({ file: file.name, ...column })));
  return smallTable(
    [
      { name: 'file', meaning: 'The file the column is in', cell: (row: (typeof rows)[number]) => row.file },
      { name: 'column', meaning: 'The name of the column', cell: (row) => row.name },
      { name: 'meaning', meaning: 'What it says', cell: (row) => row.meaning },
    ],
    async () => rows,
  );
}

function readMe(report: DataReport, files: readonly ExportFile[]): string {
  const lines = [
    'The data of Kith',
    '',
    `Version ${report.version}. ${report.held.areas.toLocaleString('en-GB')} areas, ${report.held.places.toLocaleString('en-GB')} places.`,
    'Risk of loneliness is worked out from these figures; it is not in them and was never measured.',
    '',
    'Files',
    ...files.map(({ name, what }) => `  ${name}: ${what}`),
    '',
    'How they are written',
    '  CSV in UTF-8 with a byte-order mark, commas between, CRLF at the end of each row. Empty means no data, never 0.',
    "  Text that begins with = + - @ ' or a tab has one apostrophe put in front, so that no spreadsheet runs it as a",
    '  formula. Take one apostrophe off the front of such text and you have it as it was. Numbers are left alone.',
    '  dictionary.csv says what each column means.',
    '',
    'Licences: what is under a share-alike licence (ODbL, CC BY-SA) is in files of its own. Keep it apart, or share',
    'what you make of it under the same licence. Wherever the data is shown, say:',
    ...[...new Set(report.sources.map(({ attribution }) => attribution))].map((each) => `  ${each}`),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
