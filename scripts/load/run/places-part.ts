import { toGrid } from '@kith/api/geo/national-grid';
import { listAreas } from '@kith/api/store/area-store';
import { logChange } from '@kith/api/store/claim-store';
import { listHomePoints } from '@kith/api/store/home-point-store';
import { type ListingsLoaded, type ListingsToLoad, loadListings } from '@kith/api/store/listing-store';
import type { Database } from '@kith/api/store/open';
import { postcodesAt } from '@kith/api/store/postcode-load-store';
import { listNames } from '@kith/api/store/search-store';
import type { Source } from '@kith/core/source/source';
import { ACE_SOURCE, aceLibraries, aceListings, acePositions, positionsOf } from '../ace-libraries.ts';
import type { Rejection, SourceFile } from '../files/found-file.ts';
import { councilsOf } from '../libraries/councils.ts';
import { type Listed, type Listings, type PostcodeAt, positionInDegrees, whereaboutsOf } from '../listing.ts';
import type { MappedPlace } from '../mapped/mapped-place.ts';
import type { Mapping } from '../mapped/mapping.ts';
import { mappedFile, mappedListings } from '../mapped-file.ts';
import { matchPlaces } from '../match/match-places.ts';
import { nearestName } from '../nearest-name.ts';
import { OPEN_SCHEMA_SOURCE, openSchemaLibraries, openSchemaListings } from '../open-schema-libraries.ts';
import {
  benchListings,
  isNearBritain,
  OPENBENCHES_SOURCE,
  type OpenBench,
  openBenches,
} from '../openbenches.ts';
import { OSM_SOURCE, openStreetMap, osmListings } from '../openstreetmap.ts';
import { shownIn } from '../osm/osm-ground.ts';
import { foldedPostcode } from '../postcode-text.ts';
import { whole } from '../whole-number.ts';
import { type Ground, groundOf } from '../world/ground.ts';
import { BOUNDARY_SOURCES, type FilesBySource, LOOKUP_SOURCES } from '../world/source-files.ts';
import { noPostcodes } from './no-postcodes.ts';
import type { PartContext, PartWork } from './part.ts';
import { PartFailure } from './part.ts';
import { districtsHeld, type SharedWorld } from './shared-world.ts';
import type { Holding } from './tally.ts';

/** Whose word loaded claims are: a reload speaks for it and for nobody else. */
const AUTHOR = 'load';

/** All of Great Britain has under 5,000 libraries, and OpenBenches under 50,000 benches in the world. */
const MOST_LIBRARIES = 50_000;
const MOST_PLACES = 100_000;

const LISTS = [aceLibraries, openSchemaLibraries, openBenches, openStreetMap] as const;

/** Places of every list, each field a claim; then what is one place in two lists is made one. */
export function placesPart(world: SharedWorld, files: FilesBySource, mappings: readonly Mapping[]): PartWork {
  const mapped = mappings.map((mapping) => ({ mapping, source: mappedFile(mapping) }));
  const lists = [...LISTS, ...mapped.map(({ source }) => source)];
  return {
    part: 'places',
    stamp: JSON.stringify(mappings),
    reads: [...lists, acePositions, ...BOUNDARY_SOURCES, ...LOOKUP_SOURCES],
    needs: [lists, ...BOUNDARY_SOURCES.map((each) => [each])],
    after: ['areas', 'postcodes', 'names'],
    async load(context) {
      const { db, choice, now } = context;
      const change = await logChange(db, {
        kind: 'load',
        at: now.toISOString(),
        author: AUTHOR,
        summary: `Loaded the places of ${choice.label}`,
      });
      const counts = await loadLists(context, world, files, mapped, change);
      const step = context.progress.step('Which listings are one place', 'rows', null);
      const matched = await matchPlaces(db, change);
      for (const [source, rows] of matched.mergedOf) context.tally.note(source, 'merged', rows);
      step.done(`${whole(matched.merged)} made one, ${whole(matched.queued)} for a person to decide`);
      const gone = counts.reduce((sum, each) => sum + each.gone, 0);
      const added = counts.reduce((sum, each) => sum + each.added, 0);
      return `${whole(added)} new, ${whole(matched.merged)} merged, ${whole(matched.queued)} for a person to decide${gone === 0 ? '' : `, ${whole(gone)} no longer listed`}`;
    },
  };
}

async function loadLists(
  context: PartContext,
  world: SharedWorld,
  files: FilesBySource,
  mapped: readonly Mapped[],
  changeId: number,
): Promise<ListingsLoaded[]> {
  const { db, tally } = context;
  const all = <Row>(source: SourceFile<Row>, holding?: Holding<Row>) =>
    tally.all(source, files.get(source) ?? [], holding);
  const on = await groundFor(context, world);
  const isHere = (position: { easting: number; northing: number }, outsideToo = false) =>
    whereaboutsOf(position, on.ground, outsideToo) !== null;
  const counts: ListingsLoaded[] = [];
  const load = async (source: string, listed: Listed<Listings>, covers?: ListingsToLoad['covers']) =>
    counts.push(await put(context, changeId, source, listed, covers));

  const ace = await all(aceLibraries, { mostRows: MOST_LIBRARIES });
  const schema = await all(openSchemaLibraries, { mostRows: MOST_LIBRARIES });
  const own = [];
  const wants = ({ fields: { position, kind } }: MappedPlace) =>
    position === null || position === undefined || isHere(position, kind === 'library');
  for (const { mapping, source } of mapped) {
    own.push({ mapping, source, rows: await all(source, { wants, mostRows: MOST_PLACES }) });
  }
  const rows = [...ace, ...schema, ...own.flatMap((each) => each.rows)];
  const postcodeAt = await postcodesOf(
    db,
    rows.map(({ postcode }) => postcode),
  );
  const libraries = { ground: on.ground, postcodeAt, councilAt: on.councilAt };
  if (files.has(aceLibraries)) {
    const positions = positionsOf(await all(acePositions, { mostRows: MOST_LIBRARIES }));
    tally.aside(files.get(acePositions) ?? []);
    await load(ACE_SOURCE, aceListings(ace, positions, libraries, sourceOf(context, ACE_SOURCE)));
  }
  if (files.has(openSchemaLibraries)) {
    const source = sourceOf(context, OPEN_SCHEMA_SOURCE);
    await load(OPEN_SCHEMA_SOURCE, openSchemaListings(schema, ace, libraries, source));
  }
  if (files.has(openBenches)) {
    const source = sourceOf(context, OPENBENCHES_SOURCE);
    const wants = ({ lon, lat }: OpenBench) => isNearBritain(lon, lat) && isHere(positionInDegrees(lon, lat));
    const benches = await all(openBenches, { wants, mostRows: MOST_PLACES });
    await load(OPENBENCHES_SOURCE, benchListings(benches, on.ground, on.nameNear, source));
  }
  if (files.has(openStreetMap)) {
    const source = sourceOf(context, OSM_SOURCE);
    const listed = osmListings(await all(openStreetMap), on.ground, on.nameNear, source);
    await load(OSM_SOURCE, listed, shownIn(files.get(openStreetMap) ?? []));
  }
  const isNoPostcode = await noPostcodes(
    context,
    world,
    files,
    own.flatMap((each) => each.rows.map(({ postcode }) => postcode)),
    postcodeAt,
  );
  for (const { mapping, source, rows } of own) {
    const file = tally.files.find((each) => each.source === source.source);
    const refuse = (rejection: Rejection) => file?.refuse(rejection);
    if (!files.has(source)) continue;
    await load(source.source, mappedListings(rows, mapping, { ...libraries, isNoPostcode }, refuse));
  }
  return counts;
}

/** A file of somebody's own, with what says how to read it. */
interface Mapped {
  readonly mapping: Mapping;
  readonly source: ReturnType<typeof mappedFile>;
}

/** Loads one list. One that was not read to its end, or has a row that cannot be used, marks nothing as gone. */
async function put(
  { db, choice, tally, now, progress }: PartContext,
  changeId: number,
  source: string,
  { listings, elsewhere, leftOut }: Listed<Listings>,
  covers?: ListingsToLoad['covers'],
): Promise<ListingsLoaded> {
  const step = progress.step(`Places of ${source}`, 'rows', listings.length);
  tally.note(source, 'elsewhere', elsewhere);
  tally.leave(source, leftOut);
  const districts =
    choice.scope === 'england' ? ('all' as const) : new Set(choice.districts.map(({ name }) => name));
  const counts = await loadListings(db, {
    source,
    author: AUTHOR,
    changeId,
    day: now.toISOString().slice(0, 10),
    listings,
    districts: tally.saysAll(source) ? districts : new Set(),
    ...(covers === undefined ? {} : { covers }),
  });
  step.done(`${whole(counts.added)} new, ${whole(counts.changed)} changed, ${whole(counts.same)} as before`);
  return counts;
}

interface Laid {
  readonly ground: Ground;
  readonly councilAt: ReturnType<typeof councilsOf>;
  readonly nameNear: ReturnType<typeof nearestName>;
}

/** What is loaded, for lists to be laid upon. */
async function groundFor({ db }: PartContext, world: SharedWorld): Promise<Laid> {
  const held = await districtsHeld(db);
  if (held.size === 0) {
    throw new PartFailure('No areas are in the database to put places in. Load them first, without --only.');
  }
  const geography = await world.geography();
  const patchOf = new Map((await listAreas(db)).map(({ code, patch }) => [code, patch]));
  const homes = (await listHomePoints(db)).map(({ area, easting, northing }) => ({
    easting,
    northing,
    patch: patchOf.get(area) ?? '',
  }));
  const names = (await listNames(db)).map(({ name, type, lon, lat }) => ({
    name,
    type,
    ...toGrid(lon, lat),
  }));
  return {
    ground: groundOf(geography, (code) => held.has(code), homes),
    councilAt: councilsOf(geography.districts.filter(({ code }) => held.has(code))),
    nameNear: nearestName(names),
  };
}

async function postcodesOf(db: Database, postcodes: readonly string[]): Promise<PostcodeAt> {
  const wanted = [...new Set(postcodes.map(foldedPostcode))].filter(Boolean);
  const known = await postcodesAt(db, wanted);
  return (folded) => known.get(folded) ?? null;
}

function sourceOf({ sources }: PartContext, id: string): Source {
  const source = sources.get(id);
  if (source === undefined) throw new PartFailure(`data/sources.json has no entry "${id}". Fetch it anew.`);
  return source;
}
