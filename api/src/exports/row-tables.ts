import { type IndicatorDefinition, indicatorOf } from '@kith/core/area/indicators';
import type { Cell } from '@kith/core/scenario/csv';
import type { RejectedRow } from '@kith/core/source/data-report';
import type { LicenceFamilyId } from '@kith/core/source/licences';
import { publishedRow } from '../published.ts';
import type { ExportedClaim, ExportedFigure } from '../store/claim-export-store.ts';
import type { Stores } from '../store/stores.ts';
import { type Column, type Table, table } from './table.ts';

const CLAIMS: readonly Column<ExportedClaim>[] = [
  { name: 'place_id', meaning: 'The place the statement is about', cell: (c) => c.placeId },
  {
    name: 'shown_as',
    meaning: 'The id it is shown under now: another where two listings are one place',
    cell: (c) => c.nowId,
  },
  { name: 'field', meaning: 'What is said of it: name, kind, status, position, ...', cell: (c) => c.field },
  {
    name: 'value',
    meaning:
      'What is said; a position is JSON in degrees and metres of the National Grid; empty takes back what was said',
    cell: (c) => valueCell(c.value),
  },
  { name: 'source', meaning: 'Id of the source, as in sources.csv', cell: (c) => c.source },
  { name: 'source_detail', meaning: 'The page, row or file it was read from', cell: (c) => c.sourceDetail },
  { name: 'as_of', meaning: 'The year, month or day it is as of', cell: (c) => c.asOf },
  {
    name: 'basis',
    meaning:
      'checked: someone answerable confirmed it then; published: a page or file of then said so; undated',
    cell: (c) => c.basis,
  },
  { name: 'licence', meaning: 'The licence of this statement', cell: (c) => c.licence },
  { name: 'attribution', meaning: 'What must be said wherever it is shown', cell: (c) => c.attribution },
  { name: 'said_by', meaning: 'load: read from a file; person: someone edited it', cell: (c) => c.saidBy },
  {
    name: 'said_at',
    meaning: 'When Kith took it down (UTC); the newest of a source and field stands',
    cell: (c) => c.saidAt,
  },
];

function valueCell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? value : JSON.stringify(value);
}

/** Everything ever said of places under one family of licences: what is shared alike stays apart. */
export function claimsTable(stores: Stores, family: LicenceFamilyId): Table {
  return table(CLAIMS, () => stores.data.claims(family));
}

const REJECTED: readonly Column<RejectedRow>[] = [
  { name: 'source', meaning: 'Id of the source, as in sources.csv', cell: (r) => r.source },
  { name: 'file', meaning: 'The name of the file it was met in', cell: (r) => r.file },
  {
    name: 'row',
    meaning:
      'The row as a spreadsheet counts, the header being row 1; empty where the whole file is at fault',
    cell: (r) => r.row,
  },
  { name: 'column', meaning: 'The column at fault', cell: (r) => r.column },
  { name: 'problem', meaning: 'What is wrong and what to do', cell: (r) => r.problem },
];
const PAGE = 2_000;

export function rejectedTable(stores: Stores): Table {
  return table(REJECTED, async function* () {
    for (let after: number | null = 0; after !== null; ) {
      const page: Awaited<ReturnType<Stores['data']['rejected']>> = await stores.data.rejected(
        undefined,
        after,
        PAGE,
      );
      yield page.rows.map(publishedRow);
      after = page.next;
    }
  });
}

const WHOSE = { lsoa: 'own', msoa: 'wider' } as const;
const definition = (figure: ExportedFigure): IndicatorDefinition | undefined => indicatorOf(figure.indicator);
const FIGURES: readonly Column<ExportedFigure>[] = [
  { name: 'area', meaning: 'Code of the area (LSOA 2021)', cell: (f) => f.area },
  { name: 'district_code', meaning: 'Code of its district', cell: (f) => f.district },
  { name: 'indicator', meaning: 'Id of the figure', cell: (f) => f.indicator },
  { name: 'label', meaning: 'What the figure is', cell: (f) => definition(f)?.label ?? null },
  { name: 'value', meaning: 'The figure; empty where there is none, never 0', cell: (f) => f.value },
  { name: 'unit', meaning: 'What the figure counts in', cell: (f) => definition(f)?.unit ?? null },
  {
    name: 'whose',
    meaning: 'own: of the area; wider: of the wider area of about 8,000 people; none: no figure',
    cell: (f) => (f.value === null ? 'none' : WHOSE[f.geography]),
  },
  { name: 'reason', meaning: 'Why there is none', cell: (f) => f.reason },
  { name: 'year', meaning: 'The year it is about', cell: (f) => f.year },
  {
    name: 'source',
    meaning: 'Id of the source; sources.csv says what must be said of it',
    cell: (f) => f.source,
  },
  { name: 'licence', meaning: 'The licence of the figure', cell: (f) => f.licence },
];

export function figuresTable(stores: Stores): Table {
  return table(FIGURES, () => stores.data.figures());
}
