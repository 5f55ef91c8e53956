import { join } from 'node:path';
import { logChange } from '@kith/api/store/claim-store';
import { listLoadParts } from '@kith/api/store/load-store';
import type { Database, OpenDatabase } from '@kith/api/store/open';
import { remakePatches } from '@kith/api/store/patch-load-store';
import { reloadClaims } from '@kith/api/store/reload-store';
import {
  putSources,
  replaceAreas,
  replaceHomePoints,
  replaceMoney,
  replaceSectors,
  replaceShapes,
  replaceStarterNames,
} from '@kith/api/store/seed-store';
import { addToHistory, readMeta, writeMeta } from '@kith/api/store/version-store';
import { STARTER_PATCHES } from '@kith/core/area/patches';
import { remakeTiles } from '../tiles/remake-tiles.ts';
import { whole } from '../whole-number.ts';
import { drawShapes } from './area-shapes.ts';
import { readAreas } from './areas.ts';
import { readBenches } from './benches.ts';
import { readHomePoints } from './home-points.ts';
import { readLibraries } from './libraries.ts';
import { readMoney } from './money.ts';
import { readPlaceNames } from './place-names.ts';
import { readPostcodeSectors } from './postcode-sectors.ts';
import { readSources } from './sources.ts';
import type { StarterFiles } from './starter-files.ts';
import { readVenues } from './venues.ts';

/** Says a line when a step is done. */
export type Say = (line: string) => void;

/** The author of the starter's claims: a reload speaks for it and for nobody else. */
export const STARTER_AUTHOR = 'starter';

const NAMES = new Map(STARTER_PATCHES.map(({ id, name, shortName }) => [id, { name, shortName }]));

/**
 * Loads the starter into a migrated database, all of it or nothing. What people said (their claims, their
 * reports) stays, and so does what publishers' own files brought. Does nothing when another process has loaded this version in the meantime.
 * @throws BadFileError when a file does not fit; the database is then as it was
 */
export async function loadStarter(
  open: OpenDatabase,
  files: StarterFiles,
  version: string,
  say: Say,
  now: Date,
): Promise<void> {
  const at = (name: string) => join(files.folder, name);
  const sources = readSources(files.sources);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const { areas, values } = readAreas(at('areas.csv'));
  const points = readHomePoints(at('home-points.csv'));
  const claims = [
    ...readLibraries(at('libraries.csv'), byId),
    ...readBenches(at('benches.csv'), byId),
    ...readVenues(at('venues.csv'), byId),
  ];
  const names = readPlaceNames(at('place-names.csv'));
  const sectors = readPostcodeSectors(at('postcode-sectors.csv'));
  const money = readMoney(at('money.csv'));
  const shapes = drawShapes(areas, points);
  say(`Shapes of ${whole(shapes.areas.length)} areas drawn`);

  await open.db.transaction(async (db: Database) => {
    if ((await readMeta(db, 'starter-version')) === version) return;
    const step = async (what: string, count: number, work: () => Promise<unknown>) => {
      await work();
      say(`${what} ${whole(count)} ... done`);
    };
    await step('Sources', sources.length, () => putSources(db, sources));
    await step('Areas', areas.length, () => replaceAreas(db, areas, values));
    await step('Home points', points.length, () => replaceHomePoints(db, points));
    await step('Shapes', shapes.areas.length + shapes.districts.length, () =>
      replaceShapes(db, shapes.areas, shapes.districts, version.slice(0, 12)),
    );
    await step('Places', new Set(claims.map((claim) => claim.placeId)).size, async () => {
      const summary = `Starter ${version.slice(0, 12)}`;
      const kind = 'load' as const;
      const change = await logChange(db, { kind, at: now.toISOString(), author: STARTER_AUTHOR, summary });
      await reloadClaims(db, change, STARTER_AUTHOR, claims);
    });
    await step('Place names', names.length, () => replaceStarterNames(db, names));
    await step('Postcode sectors', sectors.length, () => replaceSectors(db, sectors));
    await step('Years of council spending', money.length, () => replaceMoney(db, money));
    await step('Maps', STARTER_PATCHES.length, () => remakePatches(db, NAMES));
    const tiles = await remakeTiles(db);
    say(`Map tiles ${whole(tiles)} ... done`);
    await writeMeta(db, 'starter-version', version);
    if ((await listLoadParts(db)).length > 0) await addToHistory(db, ['starter', version]);
  });
}
