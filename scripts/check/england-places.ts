import { join } from 'node:path';
import { STARTER_PATCHES } from '@kith/core/area/patches';
import type { Source } from '@kith/core/source/source';
import { ACE_SOURCE, aceLibraries, aceListings, acePositions, positionsOf } from '../load/ace-libraries.ts';
import { councilSpending } from '../load/council-spending.ts';
import { councilSpendingWorkbook } from '../load/council-spending-workbook.ts';
import { findFiles } from '../load/files/find-files.ts';
import type { SourceFile } from '../load/files/found-file.ts';
import { recogniseFiles } from '../load/files/recognise.ts';
import { councilsOf } from '../load/libraries/councils.ts';
import type { LibraryGround } from '../load/libraries/place-libraries.ts';
import type { Listed, Listing, PostcodeAt } from '../load/listing.ts';
import {
  OPEN_SCHEMA_SOURCE,
  openSchemaLibraries,
  openSchemaListings,
} from '../load/open-schema-libraries.ts';
import { benchListings, OPENBENCHES_SOURCE, openBenches } from '../load/openbenches.ts';
import { OSM_SOURCE, openStreetMap, osmListings } from '../load/openstreetmap.ts';
import { foldedPostcode } from '../load/postcode-text.ts';
import { PartTally } from '../load/run/tally.ts';
import { readSources } from '../load/starter/sources.ts';
import { starterFiles } from '../load/starter/starter-files.ts';
import { groundOf } from '../load/world/ground.ts';
import type { Checks } from './checks.ts';
import type { checkEnglandAreas } from './england-areas.ts';
import { checkEnglandMoney } from './england-money.ts';
import type { Row } from './tables.ts';

type England = Awaited<ReturnType<typeof checkEnglandAreas>>;
const PLACE_SOURCES = [
  aceLibraries,
  acePositions,
  openSchemaLibraries,
  openBenches,
  openStreetMap,
  councilSpending,
  councilSpendingWorkbook,
] as const;
const STARTER = new Set<string>(STARTER_PATCHES.map(({ id }) => id));

/** Libraries, benches, OpenStreetMap and spending of all England from the real files, against their manifest. */
export async function checkEnglandPlaces(
  checks: Checks,
  folder: string,
  england: England,
  starter: { readonly libraries: readonly Row[]; readonly benches: readonly Row[] },
): Promise<void> {
  const began = performance.now();
  const { files, problems } = await recogniseFiles(await findFiles(join(folder, 'data')), PLACE_SOURCES);
  checks.equal('files of places that could be of two sources', problems.length, 0);
  const tally = new PartTally();
  const all = <R>(source: SourceFile<R>) => tally.all(source, files.get(source) ?? []);
  const sources = new Map(readSources(starterFiles({}).sources).map((source) => [source.id, source]));
  const source = (id: string): Source => {
    const found = sources.get(id);
    if (found === undefined) throw new Error(`data/sources.json has no ${id}`);
    return found;
  };

  const [ace, schema] = [await all(aceLibraries), await all(openSchemaLibraries)];
  const wanted = [...ace, ...schema].map(({ postcode }) => foldedPostcode(postcode));
  const on = groundOfEngland(england, new Set(wanted));
  console.log('\nPlaces of all England');
  checks.equal('rows of the Arts Council list', ace.length, 3487);
  checks.equal('rows of the open schema', schema.length, 4231);
  const positions = positionsOf(await all(acePositions));
  const aceListed = aceListings(ace, positions, on, source(ACE_SOURCE));
  const schemaListed = openSchemaListings(schema, ace, on, source(OPEN_SCHEMA_SOURCE));
  report('Arts Council', aceListed);
  report('open schema', schemaListed);
  checkLibraries(checks, aceListed, schemaListed, starter.libraries);

  const benches = await all(openBenches);
  checks.equal('benches', benches.length, 36_666);
  checks.equal('what is read of a bench', Object.keys(benches[0] ?? {}).join(' '), 'id lon lat');
  const benchesHere = benchListings(benches, on.ground, () => null, source(OPENBENCHES_SOURCE));
  const benchListed = { ...benchesHere, listings: [...benchesHere.listings] };
  report('OpenBenches', benchListed);
  const keys = new Set(benchListed.listings.map(({ key }) => key));
  const gone = starter.benches.filter(({ key }) => !keys.has(key ?? ''));
  checks.equal('benches of the starter that the official load has not', gone.length, 0);

  const leeds = osmListings(await all(openStreetMap), on.ground, () => null, source(OSM_SOURCE));
  const osm = { ...leeds, listings: [...leeds.listings] };
  report('OpenStreetMap, Leeds', osm);
  const kinds = countBy(osm.listings.map((each) => String(fieldOf(each, 'kind'))));
  console.log(`    ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  checks.equal('benches of Leeds', kinds.get('bench'), 18);
  checks.equal('cafés of Leeds', kinds.get('cafe'), 19);
  checks.equal('libraries of Leeds', kinds.get('library'), 2);
  checks.equal('parks of Leeds', kinds.get('park'), 1);

  await checkEnglandMoney(checks, await all(councilSpending), await all(councilSpendingWorkbook), england);
  for (const { file, log } of tally.files) {
    if (log.count > 0) console.log(`  rejected in ${file.label}: ${log.count} (${log.kept[0]?.problem})`);
  }
  console.log(`Places of all England: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

function groundOfEngland(
  { geography, postcodes, world }: England,
  wanted: ReadonlySet<string>,
): LibraryGround {
  const known = new Map<string, { easting: number; northing: number }>();
  for (let at = 0; at < postcodes.length; at += 1) {
    const folded = postcodes.folded(at);
    if (!wanted.has(folded)) continue;
    known.set(folded, { easting: postcodes.easting[at] ?? 0, northing: postcodes.northing[at] ?? 0 });
  }
  const patchOf = new Map(world.areas.map(({ code, patch }) => [code, patch]));
  const homes = world.homePoints.map((home) => ({ ...home, patch: patchOf.get(home.area) ?? '' }));
  const postcodeAt: PostcodeAt = (folded) => known.get(folded) ?? null;
  const ground = groundOf(geography, () => true, homes);
  return { ground, postcodeAt, councilAt: councilsOf(geography.districts) };
}

function checkLibraries(checks: Checks, ace: Listed, schema: Listed, starter: readonly Row[]): void {
  const own = ace.listings.filter(
    (each) => STARTER.has(String(fieldOf(each, 'patch'))) && !fieldOf(each, 'outside'),
  );
  const mobile = own.filter((each) => fieldOf(each, 'mobile'));
  checks.equal('static libraries of the three areas', own.length - mobile.length, 113);
  checks.equal('mobile libraries of the three areas', mobile.length, 4);
  const keys = new Map([...ace.listings, ...schema.listings].map((each) => [each.key, each]));
  const missing = starter.filter(({ key }) => !keys.has(key ?? ''));
  checks.equal('libraries of the starter that the official load has not', missing.length, 0);
  for (const [name, year] of [
    ['Barwell', 2018],
    ['Lepton', 2016],
    ['Thornhill Lees', 2016],
    ['Mile Oak', 2023],
  ] as const) {
    const found = own.find(
      (each) => String(fieldOf(each, 'name')).startsWith(name) && fieldOf(each, 'status') === 'closed',
    );
    checks.equal(`${name} closed`, found && fieldOf(found, 'yearClosed'), year);
  }
  const left = own.filter(
    (each) => each.key.startsWith('leicestershire/') && fieldOf(each, 'yearLeftStatutory') !== undefined,
  );
  checks.equal('libraries of Leicestershire that left statutory provision', left.length, 36);
  const community = left.filter(
    (each) => fieldOf(each, 'runBy') === 'community' && fieldOf(each, 'status') === 'open',
  );
  checks.equal('of them run by their communities', community.length, 35);
}

function report(what: string, { listings, elsewhere, leftOut }: Listed): void {
  const unplaced = listings.filter((each) => fieldOf(each, 'position') === undefined).length;
  const outside = listings.filter((each) => fieldOf(each, 'outside') === true).length;
  const status = countBy(listings.map((each) => String(fieldOf(each, 'status'))));
  const out = Object.entries(leftOut).map(([why, count]) => `${why} ${count}`);
  console.log(
    `  ${what}: ${listings.length} listed (${unplaced} without a position, ${outside} outside), ${elsewhere} elsewhere` +
      `${out.length === 0 ? '' : `, left out: ${out.join(', ')}`}`,
  );
  console.log(`    ${[...status].map(([word, count]) => `${word} ${count}`).join(', ')}`);
}

function fieldOf(listing: Listing, field: string): unknown {
  return listing.claims.find((claim) => claim.field === field && claim.value !== null)?.value;
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}
