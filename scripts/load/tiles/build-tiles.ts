import { gzipSync } from 'node:zlib';
import type { PlaceNameToLoad } from '@kith/api/store/seed-store';
import type { Shape } from '@kith/api/store/shape-store';
import { ALL_AREAS, NO_AREAS } from '@kith/api/store/tile-store';
import { type GeoJSONVTFeature, type GeoJSONVTTile, geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { coarser } from './coarser.ts';
import { type Drawn, drawnNames, drawnShapes } from './drawn.ts';
import { type Box, boxOfTile, overlap, type TileAddress, tilesOver } from './tile-grid.ts';

export interface TilesInput {
  readonly areas: readonly Shape[];
  readonly districts: readonly Shape[];
  readonly names: readonly Pick<PlaceNameToLoad, 'name' | 'type' | 'patch' | 'lon' | 'lat'>[];
}

/** One vector tile, gzipped as it is sent. */
export interface BuiltTile extends TileAddress {
  /** The map whose areas it holds; ALL_AREAS or NO_AREAS. */
  readonly patch: string;
  readonly data: Buffer;
}

/** Districts are drawn from the first zoom, areas from the second; beyond the last the map enlarges what it has. */
const FIRST_ZOOM = 4;
const FIRST_AREA_ZOOM = 7;
/** The map of all England draws areas one zoom later than that of a council. */
const ALL_AREAS_FROM = 8;
const LAST_ZOOM = 10;

/** Units across a tile. A tile is 512 pixels wide, and up to 1,024 just before the next zoom: a unit is at most a pixel. */
const EXTENT = 4_096;
const EXTENT_BY_ZOOM: Readonly<Record<number, number>> = { 4: 1_024, 5: 1_024, 6: 1_024, 7: 2_048, 8: 2_048 };
/** All areas together are drawn from twice the distance in the country, and many times as many. */
const EXTENT_OF_ALL: Readonly<Record<number, number>> = { ...EXTENT_BY_ZOOM, 8: 1_024 };
/** Ground beyond the edge of a tile, so that an outline does not show its cut: 4 pixels. */
const BUFFER = 32;
/** The smallest: over all England it takes a second longer than the quickest and saves a seventh of the bytes. */
const GZIP_LEVEL = 9;

/** Corners are never dropped one shape at a time (tolerance 0): see coarser.ts. */
const CUT = { maxZoom: LAST_ZOOM, tolerance: 0, extent: EXTENT, buffer: BUFFER, clip: true };

/**
 * Vector tiles of everything that is drawn, by zoom 4 to 10, then column, then row. Layers: `areas` (from zoom 7,
 * and those of all maps together from 8; code, patch), `districts` (code, name, patch) and `names` (points; name, type, patch: cities from zoom 5, towns 7,
 * villages 9, the rest 10). Areas and
 * districts have the number of their code (featureId in core). Tiles with nothing in them are left out. Where there are areas there is a tile with all
 * of them, one with none, and one for each map with its own, so that a map fetches no areas it does not draw. Each
 * address is cut by itself, so that memory stays flat; the same input gives the same bytes.
 */
export function* buildTiles({ areas, districts, names }: TilesInput): Generator<BuiltTile> {
  const shared: readonly Layer[] = [
    { name: 'districts', drawn: drawnShapes(districts, true) },
    { name: 'names', drawn: drawnNames(names) },
  ];
  const own: Layer = { name: 'areas', drawn: drawnShapes(areas, false) };
  const box = boxOf([...shared, own].flatMap(({ drawn }) => drawn));
  if (box === undefined) return;
  for (let z = FIRST_ZOOM; z <= LAST_ZOOM; z++) {
    for (const address of tilesOver(box, z)) {
      const layers = shared.map((layer) => cut(layer, address)).filter((layer) => layer !== null);
      const cutAreas = z < FIRST_AREA_ZOOM ? null : cut(own, address);
      const extent = EXTENT_BY_ZOOM[z] ?? EXTENT;
      const ofAll = cutAreas !== null && z >= ALL_AREAS_FROM ? [cutAreas, ...layers] : layers;
      const all = packed(ofAll, EXTENT_OF_ALL[z] ?? EXTENT);
      if (all !== null) yield { ...address, patch: ALL_AREAS, data: all };
      if (cutAreas === null) continue;
      const none = ofAll === layers ? null : packed(layers, extent);
      if (none !== null) yield { ...address, patch: NO_AREAS, data: none };
      for (const [patch, own] of byPatch(cutAreas)) {
        const data = packed([own, ...layers], extent);
        if (data !== null) yield { ...address, patch, data };
      }
    }
  }
}

interface Layer {
  readonly name: string;
  readonly drawn: readonly Drawn[];
}

/** What of a layer lies in one tile. */
interface CutLayer {
  readonly name: string;
  readonly tile: GeoJSONVTTile;
}

/** Null where nothing of the layer lies in the tile. */
function cut({ name, drawn }: Layer, address: TileAddress): CutLayer | null {
  const { z, x, y } = address;
  const near = boxOfTile(address, BUFFER / EXTENT);
  const features = drawn
    .filter((each) => each.from <= z && overlap(each.box, near))
    .map((each) => each.feature());
  if (features.length === 0) return null;
  const tile = geoJSONToTile({ type: 'FeatureCollection', features }, z, x, y, CUT);
  return tile.features.length === 0 ? null : { name, tile };
}

/** A layer apart for each map, in the order of their slugs. */
function byPatch({ name, tile }: CutLayer): [patch: string, layer: CutLayer][] {
  const features = new Map<string, GeoJSONVTFeature[]>();
  for (const feature of tile.features as GeoJSONVTFeature[]) {
    const patch = String(feature.tags?.patch);
    const found = features.get(patch);
    if (found === undefined) features.set(patch, [feature]);
    else found.push(feature);
  }
  return [...features.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([patch, own]) => [patch, { name, tile: { ...tile, features: own } as GeoJSONVTTile }]);
}

/** Layers as one tile, gzipped; null where nothing is left of them on a grid of `extent`. */
function packed(layers: readonly CutLayer[], extent: number): Buffer | null {
  const kept: Record<string, GeoJSONVTTile> = {};
  for (const { name, tile } of layers) {
    const features = coarser(tile.features as GeoJSONVTFeature[], EXTENT / extent);
    if (features.length > 0) kept[name] = { ...tile, features } as GeoJSONVTTile;
  }
  if (Object.keys(kept).length === 0) return null;
  return gzipSync(fromGeojsonVt(kept, { version: 2, extent }), { level: GZIP_LEVEL });
}

function boxOf(drawn: readonly Drawn[]): Box | undefined {
  if (drawn.length === 0) return undefined;
  return drawn.reduce<Box>(
    ([west, south, east, north], { box }) => [
      Math.min(west, box[0]),
      Math.min(south, box[1]),
      Math.max(east, box[2]),
      Math.max(north, box[3]),
    ],
    [180, 90, -180, -90],
  );
}
