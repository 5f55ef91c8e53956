import type { DataReport, LoadedFile, SourceReport } from '@kith/core/source/data-report';
import { type Column, smallTable, type Table } from './table.ts';

type Report = () => Promise<DataReport>;

const dates = (source: SourceReport, basis: string) => source.dates.find((each) => each.basis === basis);
const filesSum = (source: SourceReport, key: 'rowsRead' | 'rowsKept' | 'rowsElsewhere'): number | null =>
  source.files.length === 0 ? null : source.files.reduce((sum, file) => sum + file[key], 0);

const SOURCES: readonly Column<SourceReport>[] = [
  { name: 'id', meaning: 'The name other files here give the source', cell: (s) => s.id },
  { name: 'title', meaning: 'What it is called', cell: (s) => s.title },
  { name: 'publisher', meaning: 'Who publishes it', cell: (s) => s.publisher },
  {
    name: 'url',
    meaning: 'Where it is published; empty where facts were read from many pages',
    cell: (s) => s.url,
  },
  { name: 'vintage', meaning: 'The year or month the facts are about', cell: (s) => s.vintage },
  { name: 'licence', meaning: 'The licence, in its own words', cell: (s) => s.licence },
  { name: 'licence_url', meaning: 'Where the licence can be read', cell: (s) => s.licenceUrl },
  {
    name: 'licence_family',
    meaning: 'The places-... file its statements are in',
    cell: (s) => s.licenceFamily,
  },
  { name: 'attribution', meaning: 'What must be said wherever it is shown', cell: (s) => s.attribution },
  { name: 'caution', meaning: 'What to know before leaning on it', cell: (s) => s.caution },
  {
    name: 'sha256',
    meaning: 'Fingerprint of the file it was first made from, if there was one',
    cell: (s) => s.sha256,
  },
  { name: 'places', meaning: 'Places it says anything about', cell: (s) => s.gave.places },
  {
    name: 'statements',
    meaning: 'Statements about fields of places, the newest of each',
    cell: (s) => s.gave.statements,
  },
  { name: 'area_figures', meaning: 'Figures of areas', cell: (s) => s.gave.areaFigures },
  {
    name: 'rows_read',
    meaning: 'Rows read from its files; empty where the count was not kept',
    cell: (s) => filesSum(s, 'rowsRead'),
  },
  { name: 'rows_kept', meaning: 'Of them, rows used', cell: (s) => filesSum(s, 'rowsKept') },
  {
    name: 'rows_elsewhere',
    meaning: 'Of them, good rows about places not asked for',
    cell: (s) => filesSum(s, 'rowsElsewhere'),
  },
  { name: 'rows_rejected', meaning: 'Of them, rows that could not be used', cell: (s) => s.rejected.total },
  {
    name: 'listed_now',
    meaning: 'Places on its list; empty where its list is not followed',
    cell: (s) => s.listings?.now ?? null,
  },
  {
    name: 'listed_once',
    meaning: 'Places that were on its list and are no longer',
    cell: (s) => s.listings?.gone ?? null,
  },
  {
    name: 'checked',
    meaning: 'Statements someone answerable confirmed on a date',
    cell: (s) => dates(s, 'checked')?.count ?? 0,
  },
  {
    name: 'oldest_check',
    meaning: 'The oldest of those dates',
    cell: (s) => dates(s, 'checked')?.oldest ?? null,
  },
  {
    name: 'newest_check',
    meaning: 'The newest of those dates',
    cell: (s) => dates(s, 'checked')?.newest ?? null,
  },
  {
    name: 'published',
    meaning: 'Statements dated by the page or file that made them',
    cell: (s) => dates(s, 'published')?.count ?? 0,
  },
  { name: 'undated', meaning: 'Statements that carry no date', cell: (s) => dates(s, 'undated')?.count ?? 0 },
  {
    name: 'districts',
    meaning: 'Districts loaded in which it has a place; empty where it has none',
    cell: (s) => s.reaches?.districts ?? null,
  },
];

export function sourcesTable(report: Report): Table {
  return smallTable(SOURCES, async () => (await report()).sources);
}

interface FileOf extends LoadedFile {
  readonly source: string;
}
const FILES: readonly Column<FileOf>[] = [
  { name: 'source', meaning: 'Id of the source, as in sources.csv', cell: (f) => f.source },
  { name: 'file', meaning: 'The name of the file', cell: (f) => f.file },
  { name: 'bytes', meaning: 'Its length on disk', cell: (f) => f.bytes },
  {
    name: 'sha256',
    meaning: 'Its fingerprint: two files with one fingerprint are the same',
    cell: (f) => f.sha256,
  },
  { name: 'rows_read', meaning: 'Rows read', cell: (f) => f.rowsRead },
  { name: 'rows_kept', meaning: 'Of them, rows used', cell: (f) => f.rowsKept },
  {
    name: 'rows_elsewhere',
    meaning: 'Of them, good rows about places not asked for',
    cell: (f) => f.rowsElsewhere,
  },
  { name: 'rows_rejected', meaning: 'Of them, rows that could not be used', cell: (f) => f.rowsRejected },
  { name: 'part', meaning: 'The parts of the load that were made of it', cell: (f) => f.part },
  {
    name: 'scope',
    meaning: 'What was asked for: england, or codes of districts, counties or regions',
    cell: (f) => f.scope,
  },
  { name: 'loaded_at', meaning: 'When it was last read (UTC)', cell: (f) => f.at },
];

export function filesTable(report: Report): Table {
  return smallTable(FILES, async () =>
    (await report()).sources.flatMap(({ id, files }) => files.map((file) => ({ ...file, source: id }))),
  );
}

interface Covered {
  readonly indicator: DataReport['indicators'][number];
  readonly district: DataReport['districts'][number];
  readonly at: number;
}
const COVERAGE: readonly Column<Covered>[] = [
  { name: 'indicator', meaning: 'Id of the figure', cell: (c) => c.indicator.id },
  { name: 'label', meaning: 'What the figure is', cell: (c) => c.indicator.label },
  { name: 'year', meaning: 'The year it is about', cell: (c) => c.indicator.year },
  { name: 'source', meaning: 'Id of the source, as in sources.csv', cell: (c) => c.indicator.source },
  { name: 'district_code', meaning: 'Code of the district', cell: (c) => c.district.code },
  { name: 'district', meaning: 'Name of the district', cell: (c) => c.district.name },
  { name: 'patch', meaning: 'The map it is on', cell: (c) => c.district.patch },
  { name: 'areas', meaning: 'Areas (LSOA 2021) in the district', cell: (c) => c.district.areas },
  {
    name: 'own',
    meaning: 'Areas with a figure of their own',
    cell: (c) => c.indicator.byDistrict.own[c.at] ?? 0,
  },
  {
    name: 'wider',
    meaning: 'Areas shown with the figure of the wider area of about 8,000 people',
    cell: (c) => c.indicator.byDistrict.wider[c.at] ?? 0,
  },
  { name: 'none', meaning: 'Areas with no figure', cell: (c) => c.indicator.byDistrict.none[c.at] ?? 0 },
];

export function coverageTable(report: Report): Table {
  return smallTable(COVERAGE, async () => {
    const { indicators, districts } = await report();
    return indicators.flatMap((indicator) => districts.map((district, at) => ({ indicator, district, at })));
  });
}
