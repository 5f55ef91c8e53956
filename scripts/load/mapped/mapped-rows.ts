import pointOnFeature from '@turf/point-on-feature';
import { z } from 'zod';
import { type ColumnMatcher, folded, missingFrom, placesOf } from '../files/columns.ts';
import { BadFileError, type FoundFile, type Head, type Reject } from '../files/found-file.ts';
import { hasColumns, readTable } from '../files/read-table.ts';
import { rowsIn } from '../files/sniff.ts';
import { columnsIn, type Mapping } from './mapping.ts';

/** A row of a file that a mapping describes: its cells by the mapping's names of the columns. */
export interface MappedRow {
  /** As in a spreadsheet, the header being row 1; of GeoJSON the number of the feature plus one. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Degrees, where the file is GeoJSON. */
  readonly point: readonly [lon: number, lat: number] | null;
}

function matchersOf(mapping: Mapping): Record<string, ColumnMatcher> {
  return Object.fromEntries(columnsIn(mapping).map((name) => [name, { is: [name] }]));
}

/** True where a file has every column that the mapping names. */
export function fitsMapping(head: Head, mapping: Mapping): boolean {
  if (head.format === 'geojson') {
    const known = folded(head.text);
    return columnsIn(mapping).every((name) => known.includes(folded(name)));
  }
  if (head.format === 'xlsx') return mapping.sheet !== undefined && head.sheets.includes(mapping.sheet);
  return hasColumns(head, matchersOf(mapping));
}

/** Columns of a mapping that a file lacks, by the row most like its header; null where it is no table. */
export function missingColumns(head: Head, mapping: Mapping): string[] | null {
  const wanted = columnsIn(mapping);
  if (head.format === 'geojson') {
    const known = folded(head.text);
    return wanted.filter((name) => !known.includes(folded(name)));
  }
  if (head.format !== 'csv' && head.format !== 'tsv') return null;
  const lacking = [head.columns, ...rowsIn(head)].map((row) => missingFrom(row, matchersOf(mapping)));
  return lacking.reduce((fewest, each) => (each.length < fewest.length ? each : fewest), wanted);
}

export async function* mappedRows(
  file: FoundFile,
  mapping: Mapping,
  reject: Reject,
): AsyncGenerator<readonly MappedRow[]> {
  if (file.head.format === 'geojson') {
    yield* featuresOf(file, mapping, reject);
    return;
  }
  const options = mapping.sheet === undefined ? {} : { sheet: mapping.sheet };
  for await (const rows of readTable(file, matchersOf(mapping), reject, options)) {
    yield rows.map(({ row, cells }) => ({ row, cells, point: null }));
  }
}

const degrees = z.tuple([z.number(), z.number()]).rest(z.number());
const ring = z.array(degrees).min(1);
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: degrees }),
  z.object({ type: z.literal('MultiPoint'), coordinates: ring }),
  z.object({ type: z.literal('LineString'), coordinates: ring }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)).min(1) }),
]);
const collection = z.object({
  features: z.array(
    z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: z.unknown() }),
  ),
});

async function* featuresOf(
  file: FoundFile,
  mapping: Mapping,
  reject: Reject,
): AsyncGenerator<readonly MappedRow[]> {
  let given: unknown;
  try {
    given = JSON.parse(await file.text());
  } catch {
    throw new BadFileError(`${file.label} is no whole GeoJSON file: it may be cut short. Download it again.`);
  }
  const read = collection.safeParse(given);
  if (!read.success) throw new BadFileError(`${file.label} is no GeoJSON collection of features.`);
  const rows: MappedRow[] = [];
  for (const [at, { properties, geometry }] of read.data.features.entries()) {
    const names = Object.keys(properties ?? {});
    const places = placesOf(names, optional(matchersOf(mapping))) ?? {};
    const cells = Object.fromEntries(
      Object.entries(places).map(([name, place]) => [name, textOf(properties?.[names[place] ?? ''])]),
    );
    const shape = geometrySchema.safeParse(geometry);
    if (!shape.success && geometry !== null && geometry !== undefined) {
      reject({
        row: at + 2,
        column: 'geometry',
        problem: 'Its geometry is not GeoJSON. Correct it, or take it out.',
      });
      continue;
    }
    rows.push({ row: at + 2, cells, point: shape.success ? pointOf(shape.data) : null });
  }
  yield rows;
}

function pointOf(geometry: z.infer<typeof geometrySchema>): readonly [number, number] | null {
  if (geometry.type === 'Point') return [geometry.coordinates[0], geometry.coordinates[1]];
  const [lon, lat] = pointOnFeature({ type: 'Feature', properties: {}, geometry }).geometry.coordinates;
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

/** A feature may lack a property that others have. */
function optional(matchers: Readonly<Record<string, ColumnMatcher>>): Record<string, ColumnMatcher> {
  return Object.fromEntries(Object.entries(matchers).map(([name, { is }]) => [name, { is, optional: true }]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}
