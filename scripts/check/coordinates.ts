import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { degreesOf, gridOf } from '@kith/api/geo/national-grid';
import { parse } from 'csv-parse/sync';
import type { Checks } from './checks.ts';
import type { Row } from './tables.ts';

/** The published error of the seven-parameter shift, in metres. */
const PUBLISHED_ERROR = 5;

/** Bus stops carry both coordinates, as their publisher worked them out: how far do ours lie from them, both ways? */
export function checkCoordinates(checks: Checks, folder: string): void {
  const text = readFileSync(join(folder, 'data/places/naptan_api_sample_halton_15rows.csv'), 'utf8');
  const stops = (parse(text, { columns: true, bom: true, relax_column_count: true }) as Row[]).filter(
    (row) => Number(row.Easting) > 0 && row.Longitude && row.Latitude,
  );
  const metres = stops.map((row) => {
    const [east, north] = [Number(row.Easting), Number(row.Northing)];
    const [lon, lat] = [Number(row.Longitude), Number(row.Latitude)];
    const [x, y] = gridOf(lon, lat);
    const [backLon, backLat] = degreesOf(east, north);
    const degree = 111_200;
    return {
      toGrid: Math.hypot(x - east, y - north),
      toDegrees: Math.hypot(
        (backLat - lat) * degree,
        (backLon - lon) * degree * Math.cos((lat * Math.PI) / 180),
      ),
    };
  });
  console.log('\nCoordinates: bus stops with both, metres from ours to theirs');
  const farthest = (way: 'toGrid' | 'toDegrees') => Math.max(...metres.map((each) => each[way]));
  checks.equal('bus stops with both coordinates', stops.length, 15);
  checks.atMost('farthest from degrees to the grid', Number(farthest('toGrid').toFixed(2)), PUBLISHED_ERROR);
  checks.atMost(
    'farthest from the grid to degrees',
    Number(farthest('toDegrees').toFixed(2)),
    PUBLISHED_ERROR,
  );
}
