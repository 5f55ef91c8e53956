import { gridOf, toDegrees } from '@kith/api/geo/national-grid';
import { BadFileError, type FoundFile, type Head, type Reject, type SourceFile } from './files/found-file.ts';
import type { GridRing } from './world/area-index.ts';

/** An area as a publisher draws it. */
export interface DrawnArea {
  readonly code: string;
  readonly name: string;
  /** In metres of the National Grid, not rounded. */
  readonly rings: readonly GridRing[];
  /** GeoJSON text in degrees at 5 decimals (about a metre). */
  readonly geometry: string;
}

interface Layout {
  readonly source: string;
  readonly what: string;
  /** Properties that hold the code and the name, in small letters. */
  readonly code: RegExp;
  readonly name: RegExp;
  /** A property that tells another file, though it has these too. */
  readonly without?: RegExp;
  readonly isCode: (code: string) => boolean;
}

type Position = readonly number[];
type Polygon = readonly (readonly Position[])[];
export interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

/** Boundaries as GeoJSON, in degrees or, where the file says EPSG:27700, in metres of the National Grid. */
export function boundarySource(layout: Layout): SourceFile<DrawnArea> {
  return {
    source: layout.source,
    what: layout.what,
    recognise: (head) =>
      isOf(head, layout.code) &&
      isOf(head, layout.name) &&
      !(layout.without !== undefined && isOf(head, layout.without)),
    read: (file, reject) => readBoundaries(layout, file, reject),
  };
}

function isOf(head: Head, property: RegExp): boolean {
  if (head.format !== 'geojson') return false;
  return [...head.text.slice(0, 20_000).matchAll(/"(\w+)"\s*:/g)].some(([, name = '']) =>
    property.test(name.toLowerCase()),
  );
}

async function* readBoundaries(
  layout: Layout,
  file: FoundFile,
  reject: Reject,
): AsyncIterable<readonly DrawnArea[]> {
  const { features, onGrid } = await featuresOf(file);
  const areas: DrawnArea[] = [];
  for (const [at, feature] of features.entries()) {
    const code = propertyOf(feature, layout.code);
    const polygons = polygonsOf(feature);
    if (!layout.isCode(code)) {
      reject({
        row: at + 1,
        column: null,
        problem: `Feature ${at + 1} has no code of an area: "${code.slice(0, 40)}".`,
      });
    } else if (polygons === null) {
      reject({ row: at + 1, column: null, problem: `${code} has no shape (Polygon or MultiPolygon).` });
    } else areas.push({ code, name: propertyOf(feature, layout.name), ...drawn(polygons, onGrid) });
  }
  yield areas;
}

/**
 * The features of a GeoJSON file, and whether their positions are metres of the National Grid.
 * @throws BadFileError when the file is cut short, holds no features, or positions of a grid it does not name
 */
export async function featuresOf(
  file: FoundFile,
): Promise<{ features: readonly Feature[]; onGrid: boolean }> {
  let whole: { features?: unknown; crs?: { properties?: { name?: unknown } } | null };
  try {
    whole = JSON.parse(await file.text());
  } catch (error) {
    if (error instanceof BadFileError) throw error;
    throw new BadFileError(`${file.label} is not whole: it cannot be read as GeoJSON. Fetch it again.`);
  }
  if (!Array.isArray(whole.features)) {
    throw new BadFileError(`${file.label} holds no features. A GeoJSON FeatureCollection is expected.`);
  }
  const onGrid = /27700/.test(String(whole.crs?.properties?.name ?? ''));
  const features = whole.features as readonly Feature[];
  const first = features.map(polygonsOf).find((polygons) => polygons !== null)?.[0]?.[0]?.[0];
  if (!onGrid && first !== undefined && Math.abs(first[0] ?? 0) > 180) {
    throw new BadFileError(
      `${file.label} gives positions that are no degrees, and does not say of what grid they are. Fetch it as GeoJSON in WGS84 (EPSG:4326).`,
    );
  }
  return { features, onGrid };
}

/** The text of the first property with such a name (in small letters), or nothing. */
export function propertyOf({ properties }: Feature, wanted: RegExp): string {
  const found = Object.entries(properties ?? {}).find(([name]) => wanted.test(name.toLowerCase()));
  return String(found?.[1] ?? '').trim();
}

/** The polygons of a feature, or null where it has none or they are not made of positions. */
function polygonsOf({ geometry }: Feature): readonly Polygon[] | null {
  const { type, coordinates } = geometry ?? {};
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  return Array.isArray(polygons) && polygons.length > 0 && polygons.every(isPolygon) ? polygons : null;
}

function isPolygon(polygon: unknown): polygon is Polygon {
  return Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing);
}

function isRing(ring: unknown): boolean {
  return (
    Array.isArray(ring) &&
    ring.length > 3 &&
    ring.every(
      (position) =>
        Array.isArray(position) && Number.isFinite(position[0] ?? Number.NaN) && Number.isFinite(position[1]),
    )
  );
}

function drawn(polygons: readonly Polygon[], onGrid: boolean): Pick<DrawnArea, 'rings' | 'geometry'> {
  const rings = polygons.flatMap((polygon) =>
    polygon.map((ring) => ring.map(([x = 0, y = 0]) => (onGrid ? ([x, y] as const) : gridOf(x, y)))),
  );
  const degrees = polygons.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([x = 0, y = 0]) => {
        if (!onGrid) return [fiveDecimals(x), fiveDecimals(y)];
        const { lon, lat } = toDegrees(x, y);
        return [lon, lat];
      }),
    ),
  );
  const geometry =
    degrees.length === 1
      ? { type: 'Polygon', coordinates: degrees[0] }
      : { type: 'MultiPolygon', coordinates: degrees };
  return { rings, geometry: JSON.stringify(geometry) };
}

function fiveDecimals(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
