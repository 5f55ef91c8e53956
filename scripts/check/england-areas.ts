import { join } from 'node:path';
import type { HomePointToLoad } from '@kith/api/store/seed-store';
import { INDICATORS } from '@kith/core/area/indicators';
import { findFiles } from '../load/files/find-files.ts';
import { recogniseFiles } from '../load/files/recognise.ts';
import { peakMemoryMiB } from '../load/run/summary.ts';
import { PartTally } from '../load/run/tally.ts';
import { buildAreas, type World } from '../load/world/build-areas.ts';
import { readGeography } from '../load/world/geography.ts';
import { readPlaceNames } from '../load/world/place-names.ts';
import { placePostcodes, readPostcodes } from '../load/world/place-postcodes.ts';
import { AREA_SOURCES, NAME_SOURCES, POSTCODE_SOURCES } from '../load/world/source-files.ts';
import type { Checks } from './checks.ts';
import { spreadOf } from './spread.ts';
import type { Row } from './tables.ts';

/** LSOAs of each of the manifest's areas, by the districts they consist of. */
const COUNTS: readonly (readonly [string, RegExp, number])[] = [
  ['Leicestershire', /^E070001(29|3[0-5])$/, 408],
  ['Leicester', /^E06000016$/, 200],
  ['Rutland', /^E06000017$/, 26],
  ['Kirklees', /^E08000034$/, 260],
  ['Brighton & Hove', /^E06000043$/, 165],
];

/** Areas, postcodes and names of all England from the real files, held against the facts of their manifest. */
export async function checkEnglandAreas(checks: Checks, folder: string, starter: readonly Row[]) {
  const began = performance.now();
  const found = await findFiles(join(folder, 'data'));
  const { files, problems } = await recogniseFiles(found, [
    ...AREA_SOURCES,
    ...POSTCODE_SOURCES,
    ...NAME_SOURCES,
  ]);
  checks.equal('files that could be of two sources, or of one too many', problems.length, 0);
  const tally = new PartTally();
  const geography = await readGeography(files, tally);
  const table = await readPostcodes(files, tally);
  const postcodes = placePostcodes(table, geography);
  const districts = new Set(geography.districts.map(({ code }) => code));
  const world = await buildAreas({
    files,
    tally,
    geography,
    postcodes,
    districts,
    loadedBefore: new Set(),
  });
  const names = await readPlaceNames(files, tally, geography, () => true);
  const seconds = (performance.now() - began) / 1000;

  checkCounts(checks, world);
  checkBlaby(checks, world);
  checkAgainstStarter(checks, world, starter);
  const rejected = tally.files.filter(({ source }) => source === 'codepoint-open-2014');
  const english = table.countries.indexOf('E92000001');
  const ofEngland = table.country.filter((country) => country === english).length;
  const placed = postcodes.area.filter((place) => place >= 0).length;
  const postcodesRejected = rejected.reduce((sum, { log }) => sum + log.count, 0);
  console.log(`\nPostcodes: ${table.length} with a position, ${postcodesRejected} without (rejected)`);
  console.log(`  of England ${ofEngland}, of them in an area ${placed}, in none ${ofEngland - placed}`);
  checks.equal('postcodes read', table.length + postcodesRejected, 1_684_769);
  checks.equal('postcodes that stand twice', table.repeated, 0);
  checks.atMost('postcodes of England in no area', ofEngland - placed, 200);
  printHomePoints(checks, world);
  printGaps(world);
  console.log(
    `Place names: ${names.length}, of them in England ${names.filter(({ patch }) => patch).length}`,
  );
  checks.atLeast('place names', names.length, 40_000);
  console.log(`All England: ${seconds.toFixed(1)} s, at most ${peakMemoryMiB()} MiB of memory`);
  return { files, geography, postcodes, world };
}

function checkCounts(checks: Checks, { areas, areaShapes, districtShapes, districts }: World): void {
  console.log('\nAll England');
  checks.equal('areas of England', areas.length, 33_755);
  checks.equal('shapes of areas', areaShapes.length, 33_755);
  checks.equal('districts', districts.length, 296);
  checks.equal('shapes of districts', districtShapes.length, 296);
  for (const [name, codes, count] of COUNTS) {
    const own = areas.filter(({ districtCode }) => codes.test(districtCode));
    checks.equal(`areas of ${name}`, own.length, count);
  }
}

/** The manifest's row: decile 8; 382 aged 65 and over; 281 of 1,577 disabled; centroid 456546.7, 296904.0. */
function checkBlaby(checks: Checks, { areas, values }: World): void {
  const blaby = areas.find(({ code }) => code === 'E01025611');
  const of = (id: string) =>
    values.find(({ area, indicator }) => area === blaby?.code && indicator === id)?.value;
  checks.equal('Blaby 008B, decile', of('deprivation'), 8);
  checks.equal('Blaby 008B, aged 65 and over', blaby?.aged65Over, 382);
  checks.equal('Blaby 008B, disabled', blaby?.disabled, 281);
  checks.equal('Blaby 008B, residents', blaby?.residents, 1577);
  checks.equal('Blaby 008B, percent disabled', of('disabled'), 17.8);
  checks.equal('Blaby 008B, centroid east', blaby?.easting, 456_547);
  checks.equal('Blaby 008B, centroid north', blaby?.northing, 296_904);
}

/** The starter was made from the same files: its figures must be the same. */
function checkAgainstStarter(checks: Checks, { areas, values }: World, starter: readonly Row[]): void {
  const own = new Map(areas.map((area) => [area.code, area]));
  const figures = new Map(values.map((value) => [`${value.area} ${value.indicator}`, value]));
  const counts = starter.filter((row) => {
    const area = own.get(row.code ?? '');
    return (
      area?.name !== row.name ||
      area?.ward !== row.ward ||
      area?.ruralUrban !== row.rural_urban ||
      area?.residents !== Number(row.residents) ||
      area?.households !== Number(row.households) ||
      area?.aged65Over !== Number(row.aged_65_over) ||
      area?.disabled !== Number(row.disabled)
    );
  });
  checks.equal('areas whose names or counts differ from the starter', counts.length, 0);
  const differ = INDICATORS.flatMap(({ id, column, fromMsoa }) =>
    starter.filter((row) => {
      const figure = figures.get(`${row.code} ${id}`);
      const said = row[column] === '' ? null : Number(row[column]);
      return figure?.value !== said || (fromMsoa && figure?.geography !== row.census_from);
    }),
  );
  checks.equal('figures that differ from the starter', differ.length, 0);
}

function printHomePoints(checks: Checks, { areas, homePoints, misses }: World): void {
  const before = spreadOf(misses.map((miss) => miss.before));
  const after = spreadOf(misses.map((miss) => miss.after));
  const within10 = misses.filter((miss) => miss.after <= 10).length;
  const byArea = new Set(homePoints.filter(({ kind }) => kind === 'centroid').map(({ area }) => area));
  console.log('\nHome points of all England: metres from the weighted mean to the official centroid');
  console.log(
    `  before tilting: median ${before.median}, 95th percentile ${before.p95}, farthest ${before.farthest}`,
  );
  console.log(
    `  after tilting:  median ${after.median}, 95th percentile ${after.p95}, farthest ${after.farthest}`,
  );
  const share = (100 * within10) / areas.length;
  console.log(
    `  within 10 m: ${within10} of ${areas.length} areas (${share.toFixed(1)}%); centroid added in ${byArea.size}`,
  );
  console.log(`  home points: ${homePoints.length}`);
  checks.atLeast('percent of areas of England within 10 m of their centroid', Number(share.toFixed(1)), 95);
  checks.atMost('farthest after tilting, metres', Number(after.farthest), 50);
  checks.equal(
    'people at home points',
    sum(homePoints),
    areas.reduce((all, { residents }) => all + residents, 0),
  );
}

function printGaps({ values }: World): void {
  console.log('\nFigures of all England: areas without one, and areas with that of the wider MSOA');
  for (const { id } of INDICATORS) {
    const own = values.filter(({ indicator }) => indicator === id);
    const none = own.filter(({ value }) => value === null).length;
    const wider = own.filter(({ geography, value }) => value !== null && geography === 'msoa').length;
    console.log(`  ${id}: ${none} without, ${wider} of the MSOA`);
  }
}

function sum(points: readonly HomePointToLoad[]): number {
  return points.reduce((all, { residents }) => all + residents, 0);
}
