import { gzipSync } from 'node:zlib';
import type { PlaceNameToLoad } from '@kith/api/store/seed-store';
import type { Shape } from '@kith/api/store/shape-store';
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
  readonly data: Buffer;
}

/** Districts are drawn from the first zoom, areas from the second; beyond the last the map enlarges what it has. */
const FIRST_ZOOM = 4;
const FIRST_AREA_ZOOM = 7;
const LAST_ZOOM = 10;

/** Units across a tile. A tile is 512 pixels wide: at the coarsest a unit is half a pixel. */
const EXTENT = 4_096;
const EXTENT_BY_ZOOM: Readonly<Record<number, number>> = { 4: 1_024, 5: 1_024, 6: 1_024, 7: 1_024, 8: 2_048 };
/** Ground beyond the edge of a tile, so that an outline does not show its cut: 4 pixels. */
const BUFFER = 32;
/** The smallest: over all England it takes a second longer than the quickest and saves a seventh of the bytes. */
const GZIP_LEVEL = 9;

/** Corners are never dropped one shape at a time (tolerance 0): see coarser.ts. */
const CUT = { maxZoom: LAST_ZOOM, tolerance: 0, extent: EXTENT, buffer: BUFFER, clip: true };

/**
 * Vector tiles of everything that is drawn, by zoom 4 to 10, then column, then row. Layers: `areas` (from zoom 7;
 * code, patch), `districts` (code, name, patch) and `names` (points; name, type, patch: cities from zoom 5, towns 7,
 * villages 9, the rest 10). Tiles with nothing in them are left out. Each tile is cut by itself, so that memory
 * stays flat; the same input gives the same bytes.
 */
export function* buildTiles({ areas, districts, names }: TilesInput): Generator<BuiltTile> {
  const layers: readonly Layer[] = [
    { name: 'areas', drawn: drawnShapes(areas, false), from: FIRST_AREA_ZOOM },
    { name: 'districts', drawn: drawnShapes(districts, true), from: FIRST_ZOOM },
    { name: 'names', drawn: drawnNames(names), from: FIRST_ZOOM },
  ];
  const box = boxOf(layers.flatMap(({ drawn }) => drawn));
  if (box === undefined) return;
  for (let z = FIRST_ZOOM; z <= LAST_ZOOM; z++) {
    const shown = layers
      .filter(({ from }) => from <= z)
      .map((layer) => ({ ...layer, drawn: layer.drawn.filter((each) => each.from <= z) }));
    for (const address of tilesOver(box, z)) {
      const data = cut(shown, address);
      if (data !== undefined) yield { ...address, data };
    }
  }
}

interface Layer {
  readonly name: string;
  readonly drawn: readonly Drawn[];
  readonly from: number;
}

/** One tile, gzipped; undefined where nothing lies in it. */
function cut(layers: readonly Layer[], address: TileAddress): Buffer | undefined {
  const { z, x, y } = address;
  const extent = EXTENT_BY_ZOOM[z] ?? EXTENT;
  const near = boxOfTile(address, BUFFER / EXTENT);
  const found: Record<string, GeoJSONVTTile> = {};
  for (const { name, drawn } of layers) {
    const features = drawn.filter((each) => overlap(each.box, near)).map((each) => each.feature());
    if (features.length === 0) continue;
    const tile = geoJSONToTile({ type: 'FeatureCollection', features }, z, x, y, CUT);
    const kept = coarser(tile.features as GeoJSONVTFeature[], EXTENT / extent);
    if (kept.length > 0) found[name] = { ...tile, features: kept } as GeoJSONVTTile;
  }
  if (Object.keys(found).length === 0) return undefined;
  return gzipSync(fromGeojsonVt(found, { version: 2, extent }), { level: GZIP_LEVEL });
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
