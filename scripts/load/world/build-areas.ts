import { toDegrees } from '@kith/api/geo/national-grid';
import type { AreaValue } from '@kith/api/store/area-store';
import type { AreaToLoad, HomePointToLoad } from '@kith/api/store/seed-store';
import type { Shape } from '@kith/api/store/shape-store';
import { BadFileError } from '../files/found-file.ts';
import type { PartTally } from '../run/tally.ts';
import { wardLookup } from '../ward-lookup.ts';
import { type AreaTables, readAreaTables } from './area-tables.ts';
import { countsOf } from './counts.ts';
import { figuresOf } from './figures.ts';
import type { District, Geography, GeographyArea } from './geography.ts';
import { edgeOf, homePointsAt, pointsToLoad, postcodesByArea } from './home-points.ts';
import type { PlacedPostcodes } from './place-postcodes.ts';
import { type FilesBySource, filesOf, missingForAreas } from './source-files.ts';

export interface WorldInputs {
  readonly files: FilesBySource;
  readonly tally: PartTally;
  readonly geography: Geography;
  readonly postcodes: PlacedPostcodes;
  /** Codes of the districts to load. */
  readonly districts: ReadonlySet<string>;
  /** Codes of districts that were loaded before: no edge lies towards them. */
  readonly loadedBefore: ReadonlySet<string>;
  /** Told after every thousand areas, for the progress bar. */
  readonly onArea?: (done: number, all: number) => void;
}

/** What a load of areas writes. In order of code. */
export interface World {
  readonly areas: readonly AreaToLoad[];
  readonly values: readonly AreaValue[];
  readonly homePoints: readonly HomePointToLoad[];
  readonly areaShapes: readonly Shape[];
  readonly districtShapes: readonly Shape[];
  readonly districts: readonly District[];
  /** Metres from home points to the nearest postcode outside what is loaded with this; see `edgeOf`. */
  readonly edge: ReturnType<typeof edgeOf>;
  /** Metres from the weighted mean of the home points to the official centroid, by area: before tilting and after. */
  readonly misses: readonly { readonly before: number; readonly after: number }[];
}

/**
 * Areas with their people, figures, shapes and home points, from the files of their publishers.
 * @throws BadFileError when a file that is needed is missing, or nothing of what was asked for is in the files
 */
export async function buildAreas(inputs: WorldInputs): Promise<World> {
  const { files, tally, geography, postcodes, districts, loadedBefore } = inputs;
  const missing = missingForAreas(files);
  if (missing.length > 0) {
    throw new BadFileError(
      `Missing: ${missing.join('; ')}. Put the files of their publishers in the folder.`,
    );
  }
  const wanted = new Set(
    geography.areas.flatMap(({ code, districtCode }) => (districts.has(districtCode) ? [code] : [])),
  );
  if (wanted.size === 0) throw new BadFileError('The boundaries have none of the areas that were asked for.');
  const tables = await readAreaTables(files, tally, (code) => wanted.has(code));
  const isLoaded = (code: string) => districts.has(code) || loadedBefore.has(code);
  const edge = edgeOf(postcodes, geography, isLoaded);
  const sorted = postcodesByArea(postcodes, geography.areas.length);

  const world = { areas: [], values: [], homePoints: [], areaShapes: [], misses: [] } as Gathered;
  const without: string[] = [];
  for (const [place, area] of geography.areas.entries()) {
    if (!wanted.has(area.code)) continue;
    const known = knownOf(tables, area);
    if (known === null) {
      without.push(area.code);
      continue;
    }
    const homes = homePointsAt(place, sorted, postcodes, known.centroid, known.residents);
    world.areas.push({ ...areaOf(area, known), edgeMetres: edge(homes.points) });
    for (const value of figuresOf(tables, area)) world.values.push(value);
    for (const point of pointsToLoad(area.code, homes)) world.homePoints.push(point);
    world.areaShapes.push({ code: area.code, name: area.name, patch: area.patch, geometry: area.geometry });
    world.misses.push({ before: homes.missBeforeMetres, after: homes.missAfterMetres });
    if (world.areas.length % 1000 === 0) inputs.onArea?.(world.areas.length, wanted.size);
  }
  inputs.onArea?.(wanted.size, wanted.size);
  noteWithout(inputs, without);
  return { ...world, ...districtsOf(geography, districts), edge };
}

interface Gathered {
  areas: AreaToLoad[];
  values: AreaValue[];
  homePoints: HomePointToLoad[];
  areaShapes: Shape[];
  misses: { before: number; after: number }[];
}
type Known = NonNullable<ReturnType<typeof knownOf>>;

/** What an area cannot do without; null where some of it is missing. */
function knownOf(tables: AreaTables, { code }: GeographyArea) {
  const centroid = tables.centroids.get(code);
  const ruralUrban = tables.ruralUrban.get(code);
  const { residents, households, aged65Over, disabled } = countsOf(tables, code);
  if (!centroid || !ruralUrban) return null;
  if (residents === null || households === null || aged65Over === null || disabled === null) return null;
  return { centroid, ruralUrban, residents, households, aged65Over, disabled };
}

function areaOf(area: GeographyArea, known: Known): Omit<AreaToLoad, 'edgeMetres'> {
  const { code, name, ward, district, districtCode, patch } = area;
  const { centroid, ruralUrban, residents, households, aged65Over, disabled } = known;
  const [easting, northing] = [Math.round(centroid.easting), Math.round(centroid.northing)];
  return {
    code,
    name,
    ward,
    district,
    districtCode,
    patch,
    ruralUrban: ruralUrban.ruralUrban,
    rucClass: ruralUrban.words,
    residents,
    households,
    aged65Over,
    disabled,
    easting,
    northing,
    ...toDegrees(easting, northing),
  };
}

function districtsOf({ districts, districtShapes }: Geography, wanted: ReadonlySet<string>) {
  const loaded = districts.filter(({ code }) => wanted.has(code));
  const byCode = new Map(loaded.map((district) => [district.code, district]));
  const shapes = districtShapes.flatMap(({ code, geometry }): Shape[] => {
    const district = byCode.get(code);
    return district === undefined ? [] : [{ code, name: district.name, patch: district.patch, geometry }];
  });
  return { districts: loaded, districtShapes: shapes };
}

function noteWithout({ files, tally }: WorldInputs, without: readonly string[]): void {
  const file = filesOf(files, wardLookup)[0];
  if (without.length === 0 || file === undefined) return;
  const some = without.slice(0, 3).join(', ');
  const left =
    without.length === 1
      ? `1 area (${some}) was left out`
      : `${without.length} areas (${some}) were left out`;
  const problem = `${left}: the files give no centroid, no rural-urban class, or no count of people or households. Fetch them again.`;
  tally.of(wardLookup.source, file).log.reject({ row: null, column: null, problem });
}
