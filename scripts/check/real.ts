import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStarter } from '../make-starter/make-starter.ts';
import { hasSharedData, sharedFolder } from '../make-starter/shared-files.ts';
import { writeStarter } from '../make-starter/write-starter.ts';
import { Checks } from './checks.ts';
import { checkCoordinates } from './coordinates.ts';
import { checkEnglandAreas } from './england-areas.ts';
import { checkEnglandLoad } from './england-load.ts';
import { checkEnglandPlaces } from './england-places.ts';
import { homePointFigures } from './home-point-figures.ts';
import { libraryMatch } from './library-match.ts';
import { nearestOutside } from './nearest-outside.ts';
import { checkSiting } from './siting.ts';
import { readTables } from './tables.ts';

/** `npm run check:real`: holds the committed starter against the real data it was made from. */
const folder = sharedFolder();
if (!hasSharedData(folder)) {
  console.error(`STOPPED: the shared data is not at ${folder}.`);
  console.error(
    'Nothing was checked. Set KITH_SHARED to the folder that holds data/ and facts/, and run it again.',
  );
  process.exit(1);
}

const checks = new Checks();
const again = mkdtempSync(join(tmpdir(), 'kith-starter-'));
try {
  const starter = makeStarter(folder);
  writeStarter(starter, again);
  for (const path of starter.files.keys())
    checks.sameBytes(`${path} is what make-starter makes`, again, path);

  const { areas, libraries, venues, benches } = readTables(again);
  const own = libraries.filter((row) => row.outside === 'no');
  const ace = own.filter((row) => row.source?.includes('ace-libraries-2023'));
  checks.equal('areas', areas.length, 1059);
  checks.equal(
    'areas whose census percentages are their own',
    areas.filter((row) => row.census_from === 'lsoa').length,
    723,
  );
  checks.equal(
    'areas without a postcode',
    starter.areas.filter((area) => area.postcodes.length === 0).length,
    0,
  );
  checks.equal(
    'libraries of the Arts Council list, not mobile',
    ace.filter((row) => row.mobile === 'no').length,
    113,
  );
  checks.equal('mobile libraries', ace.filter((row) => row.mobile === 'yes').length, 4);
  const { librariesLeftOut: out } = starter;
  checks.equal('prison libraries left out', out['prison library'], 3);
  checks.equal('archives left out', out.archive, 1);
  checks.equal('local history libraries left out', out['static local history library'], 1);
  const left = ace.filter(
    (row) =>
      row.authority === 'Leicestershire' && row.statutory_2010 === 'yes' && row.statutory_2023 === 'no',
  );
  checks.equal('libraries of Leicestershire that left statutory provision', left.length, 36);
  checks.equal(
    'of them run by their communities',
    left.filter((row) => row.run_by === 'community' && row.status === 'open').length,
    35,
  );
  checks.equal('venues', venues.length, 324);
  const venuesWith = (column: string, value: string) => venues.filter((row) => row[column] === value).length;
  checks.equal('venues open', venuesWith('status', 'open'), 311);
  checks.equal('venues of which it is not known whether they are there', venuesWith('status', 'unknown'), 13);
  checks.equal('venues closed', venuesWith('status', 'closed'), 0);
  checks.equal('venues placed by postcode', venuesWith('precision', 'postcode'), 61);
  checks.equal('venues placed by village', venuesWith('precision', 'village'), 257);
  checks.equal('venues of a whole county or district, without a position', venuesWith('easting', ''), 6);
  const blaby = starter.areas.find((area) => area.code === 'E01025611');
  checks.equal('Blaby 008B, centroid east', blaby?.centroid.easting.toFixed(1), '456546.7');
  checks.equal('Blaby 008B, centroid north', blaby?.centroid.northing.toFixed(1), '296904.0');

  const homes = homePointFigures(starter.areas);
  console.log('\nHome points: metres from the weighted mean of an area to its official centroid');
  console.log(
    `  before tilting: median ${homes.before.median}, 95th percentile ${homes.before.p95}, farthest ${homes.before.farthest}`,
  );
  console.log(
    `  after tilting:  median ${homes.after.median}, 95th percentile ${homes.after.p95}, farthest ${homes.after.farthest}`,
  );
  console.log(
    `  within 10 m: ${homes.within10} of ${areas.length} areas (${homes.within10Percent}%); centroid added in ${homes.withCentroid}`,
  );
  console.log(
    `  a postcode from its home point: median ${homes.postcode.median}, 95th percentile ${homes.postcode.p95}`,
  );
  console.log(`  home points: ${homes.points}, of them ${homes.empty} left without residents by the tilt`);
  checks.atLeast('percent of areas within 10 m of their centroid', Number(homes.within10Percent), 95);
  checks.atMost('farthest after tilting, metres', Number(homes.after.farthest), 50);

  const outside = nearestOutside(areas, libraries);
  const reached = libraries.filter((row) => row.outside === 'yes');
  console.log(
    `\nLibraries outside: ${reached.length}, of them ${reached.filter((row) => row.status === 'open').length} open`,
  );
  console.log(
    `  areas whose nearest open library (straight from the centroid) is outside: ${outside.length}`,
  );
  console.log(`Libraries inside: ${own.length}; benches: ${benches.length}; venues: ${venues.length}`);
  checks.equal('areas whose nearest open library is outside', outside.length, 21);
  libraryMatch(folder, checks);
  checkCoordinates(checks, folder);
  await checkSiting(checks, folder);
  const england = await checkEnglandAreas(checks, folder, areas);
  await checkEnglandPlaces(checks, folder, england, { libraries, benches });
  await checkEnglandLoad(checks, folder);
} finally {
  rmSync(again, { recursive: true, force: true });
}
checks.close();
