import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toDegrees } from '@kith/api/geo/national-grid';
import { logChange } from '@kith/api/store/claim-store';
import { loadListings } from '@kith/api/store/listing-store';
import { putMadeUpPlaces, scanListings, scanNames, scanPlaces } from '@kith/api/store/made-up-places';
import { replaceNames } from '@kith/api/store/name-load-store';
import { type Database, migrateDatabase, openDatabase } from '@kith/api/store/open';
import { listPlaces } from '@kith/api/store/place-store';
import { putPostcodes } from '@kith/api/store/postcode-load-store';
import { findPostcodes, findSectors } from '@kith/api/store/postcode-store';
import { findListings, findNames } from '@kith/api/store/search-store';
import { putSources } from '@kith/api/store/seed-store';
import { steadyChance } from '../house/steady-chance.ts';
import { readSources } from '../load/starter/sources.ts';
import { starterFiles } from '../load/starter/starter-files.ts';
import {
  madeUpPlaces,
  madeUpPostcodes,
  madeUpTowns,
  POSTCODES,
  TOWNS,
  type Town,
} from './made-up-country.ts';

const QUESTIONS = 200;
const WARM_UP = 20;
const SCANS = 5;
const PAGE = 50;
/** Half a phone's map, in degrees: about 5 by 5 km. */
const HALF_WIDE = 0.037;
const HALF_HIGH = 0.0225;
const SOURCE = 'openbenches-2026';

/**
 * The store on a made-up country with 300,000 places: how quickly it is filled, and how quickly it answers. Each
 * question is also answered by a look at every row, in the same run, so that the ratio holds on any machine.
 */
export async function benchStore(): Promise<void> {
  const towns = madeUpTowns();
  await withDatabase(async (fill) => {
    console.table({
      '45,000 listings of 7 claims each, and their places': await fill((db) => loadPlaces(db, towns)),
      'the same again, with nothing new': await fill((db) => loadPlaces(db, towns)),
    });
  });
  await withDatabase(async (fill, db) => {
    console.table({
      '300,000 places with their words and positions': await fill((tx) =>
        putMadeUpPlaces(tx, madeUpPlaces(towns)),
      ),
      [`${POSTCODES} postcodes`]: await fill((tx) => putPostcodes(tx, madeUpPostcodes(POSTCODES))),
      [`${TOWNS} names`]: await fill((tx) => replaceNames(tx, namesOf(towns))),
    });
    console.table(await answers(db, towns));
  });
}

/** Fills a database in one transaction, and says how long it took. */
type Fill = (work: (db: Database) => Promise<void>) => Promise<Record<string, string | number>>;

/** A database of its own, thrown away at the end. */
async function withDatabase(use: (fill: Fill, db: Database) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-store-'));
  const path = join(folder, 'kith.db');
  const open = await openDatabase({ kind: 'file', path, label: path });
  try {
    await migrateDatabase(open);
    await use(async (work) => seconds(() => open.db.transaction((tx) => work(tx))), open.db);
  } finally {
    open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function loadPlaces(db: Database, towns: readonly Town[]): Promise<void> {
  const sources = readSources(starterFiles({}).sources);
  await putSources(db, sources);
  const source = sources.find(({ id }) => id.startsWith('openbenches'))?.id ?? SOURCE;
  const day = '2026-11-01';
  const changeId = await logChange(db, { kind: 'load', at: day, author: 'load', summary: 'Bench' });
  const word = { source, sourceDetail: null, asOf: '2026', basis: 'published' as const, licence: 'OGL' };
  const listings = function* () {
    let nth = 0;
    for (const { id, name, kind, address, district, patch, easting, northing } of madeUpPlaces(towns)) {
      if (nth++ === 45_000) return;
      const spot = { ...toDegrees(easting, northing), easting, northing };
      const at = { ...spot, precision: 'exact', spreadMetres: 0 };
      const fields = { name, kind, status: 'open', position: at, address, district, patch };
      const claims = Object.entries(fields).map(([field, value]) => ({
        ...word,
        field: field as 'name',
        value,
      }));
      yield { key: id, placeId: id, claims };
    }
  };
  await loadListings(db, { source, author: 'load', changeId, day, districts: 'all', listings: listings() });
}

function* namesOf(towns: readonly Town[]) {
  for (const { name, district, patch, easting, northing } of towns) {
    yield { name, district, type: 'village', patch, lon: 0, lat: 52, easting, northing };
  }
}

async function answers(db: Database, towns: readonly Town[]) {
  const chance = steadyChance(4);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const spots = [...madeUpPlaces(towns)].filter((_, nth) => nth % 997 === 0);
  const boxes = Array.from({ length: QUESTIONS }, () => {
    const { easting, northing } = pick(spots);
    const { lon, lat } = toDegrees(easting, northing);
    return [lon - HALF_WIDE, lat - HALF_HIGH, lon + HALF_WIDE, lat + HALF_HIGH] as const;
  });
  const typed = Array.from({ length: QUESTIONS }, () => {
    const { name, patch } = pick(towns);
    return { words: name.slice(0, 3 + Math.floor(chance() * 6)), name, patch };
  });
  const codes = [...madeUpPostcodes(20_000)].filter((_, nth) => nth % 97 === 0).map((each) => each.folded);
  const inBox = (bbox: (typeof boxes)[number]) => listPlaces(db, { bbox, outside: false }, PAGE);
  const rows = {
    'places in a box, a page of 50 with the total': await timed(boxes, inBox, (bbox) => scanPlaces(db, bbox)),
    'names by what is typed': await timed(
      typed,
      ({ words, patch }) => findNames(db, words, patch, 8),
      ({ words }) => scanNames(db, words),
    ),
    'listed places by a town’s name': await timed(
      typed,
      ({ name, patch }) => findListings(db, name, patch, 8),
      ({ name }) => scanListings(db, name),
    ),
    'listed places by what is typed': await timed(
      typed,
      ({ words, patch }) => findListings(db, words, patch, 8),
      ({ words }) => scanListings(db, words),
    ),
    'a page of places by a town’s name, everywhere': await timed(
      typed,
      ({ name }) => listPlaces(db, { words: name, outside: false }, PAGE),
      ({ name }) => scanListings(db, name),
    ),
    'a whole postcode': await timed(codes, (code) => findPostcodes(db, code, 1)),
    'postcodes by their beginning': await timed(codes, (code) => findPostcodes(db, code.slice(0, 4), 8)),
    'postcode sectors by their beginning': await timed(codes, (code) => findSectors(db, code.slice(0, 3), 8)),
  };
  const pages = await Promise.all(boxes.map(inBox));
  const total = pages.reduce((sum, page) => sum + (page?.total ?? 0), 0);
  console.log(`${Math.round(total / pages.length)} places lie in a box, in the mean`);
  return rows;
}

async function timed<T>(
  questions: readonly T[],
  answer: (question: T) => Promise<unknown>,
  scan?: (question: T) => Promise<unknown>,
) {
  for (const question of questions.slice(0, WARM_UP)) await answer(question);
  const quick: number[] = [];
  for (const question of questions) quick.push(await milliseconds(() => answer(question)));
  const slow: number[] = [];
  for (const question of questions.slice(0, SCANS)) {
    if (scan !== undefined) slow.push(await milliseconds(() => scan(question)));
  }
  const middle = quantile(quick, 0.5);
  return {
    'median ms': middle.toFixed(3),
    '95% within ms': quantile(quick, 0.95).toFixed(2),
    'every row, ms': slow.length === 0 ? '' : quantile(slow, 0.5).toFixed(1),
    'times faster': slow.length === 0 ? '' : (quantile(slow, 0.5) / middle).toFixed(0),
  };
}

async function seconds(work: () => Promise<unknown>) {
  const ms = await milliseconds(work);
  return {
    seconds: (ms / 1000).toFixed(1),
    'peak MB so far': Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}
