import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOAD_BUSY_TIMEOUT_MS } from '@kith/api/store/busy';
import { databaseSetting } from '@kith/api/store/database-setting';
import { migrateDatabase, openDatabase } from '@kith/api/store/open';
import { findFiles } from '../files/find-files.ts';
import { BadFileError, type SourceFile } from '../files/found-file.ts';
import { recogniseFiles } from '../files/recognise.ts';
import { type Mapping, readMapping, sourceOf } from '../mapped/mapping.ts';
import { unusedMappings } from '../mapped/unused-mapping.ts';
import { readSources } from '../starter/sources.ts';
import { ROOT, starterFiles } from '../starter/starter-files.ts';
import { type FilesBySource, LOOKUP_SOURCES } from '../world/source-files.ts';
import { chooseArea } from './area-choice.ts';
import { areasPart } from './areas-part.ts';
import { readDownloads } from './downloads.ts';
import { asLoaded } from './edition.ts';
import { cacheFolder, type Fetched, fetchFiles } from './fetch-files.ts';
import { moneyPart } from './money-part.ts';
import { namesPart } from './names-part.ts';
import type { LoadOptions } from './options.ts';
import { placesPart } from './places-part.ts';
import { postcodesPart } from './postcodes-part.ts';
import type { Progress } from './progress.ts';
import { runLoad } from './run-load.ts';
import { SharedWorld } from './shared-world.ts';
import type { Summary } from './summary.ts';
import { makeTilesIfWanted } from './tiles-step.ts';

/**
 * A whole load: finds or fetches the files, tells what they are, chooses the ground, and loads part by part.
 * @throws BadFileError or SettingError with what to do; nothing has been written then
 */
export async function load(
  options: LoadOptions,
  env: Record<string, string | undefined>,
  progress: Progress,
  now: () => Date,
): Promise<Summary> {
  const { sources: sourcesFile } = starterFiles(env);
  const mappings = await readMappings(options.mappings);
  const files = new Map();
  const world = new SharedWorld(files);
  const works = [
    areasPart(world, files),
    postcodesPart(world),
    namesPart(world, files),
    placesPart(world, files, mappings),
    moneyPart(world, files),
  ];
  const wanted = works.filter(({ part }) => options.only.includes(part)).flatMap(({ reads }) => reads);
  const fetched = options.from === null ? await fetchAll(wanted, sourcesFile, env, progress) : null;
  const folder = options.from ?? fetched?.folder ?? '';
  const looking = progress.step(`Looking through ${folder}`, 'files', null);
  const found = await findFiles(folder);
  const recognised = await recogniseFiles(found, [...new Set(works.flatMap(({ reads }) => reads))]);
  for (const [source, own] of recognised.files) files.set(source, own);
  looking.done(`${found.length} files, ${files.size} kinds known`);
  const taken = new Set([...recognised.files.values()].flat());
  const notFetched = fetched === null ? [] : [...fetched.problems, ...notPlaced(fetched, files)];
  const districts = await world.districts().catch((error: unknown) => {
    if (!(error instanceof BadFileError) || notFetched.length === 0) throw error;
    throw new BadFileError([...notFetched, error.message].join('\n'));
  });
  const choice = chooseArea(options.area, districts);
  if ('problem' in choice) throw new BadFileError(choice.problem);

  const asked = databaseSetting(options.db === null ? env : { ...env, KITH_DB: options.db }, ROOT);
  const spare =
    options.dryRun && asked.kind === 'file' && !existsSync(asked.path) ? await spareDatabase() : null;
  const setting = spare?.setting ?? asked;
  const open = await openDatabase(setting, LOAD_BUSY_TIMEOUT_MS);
  try {
    await migrateDatabase(open);
    return await runLoad({
      open,
      options,
      choice,
      works,
      files,
      passedOver: recognised.passedOver,
      problems: [...notFetched, ...recognised.problems, ...unusedMappings(mappings, found, taken)],
      sources: await asLoaded([...readSources(sourcesFile), ...mappings.map(sourceOf)], files),
      now,
      progress,
      finish: () => makeTilesIfWanted(open, progress),
    });
  } finally {
    open.close();
    await spare?.remove();
  }
}

/** A database to try a load out in where there is none yet: it goes when the load has been counted. */
async function spareDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'kith-dry-run-'));
  return {
    setting: databaseSetting({ KITH_DB: join(folder, 'kith.db') }, ROOT),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The mappings that were named after --mapping. */
async function readMappings(paths: readonly string[]): Promise<Mapping[]> {
  const read = new Map<string, Mapping>();
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => {
      throw new BadFileError(`There is no mapping ${path}. Give the path of a mapping file after --mapping.`);
    });
    const mapping = readMapping(text, path);
    if (read.has(mapping.source.id)) {
      throw new BadFileError(
        `Two mappings have the source id ${mapping.source.id}. Give one of them another id, or leave one out.`,
      );
    }
    read.set(mapping.source.id, mapping);
  }
  return [...read.values()];
}

/** Fetches what the parts asked for are made of, and the look-ups that say what an area's name stands for. */
async function fetchAll(
  wanted: readonly SourceFile<unknown>[],
  sourcesFile: string,
  env: Record<string, string | undefined>,
  progress: Progress,
): Promise<Fetched> {
  const ids = new Set([...LOOKUP_SOURCES, ...wanted].map(({ source }) => source));
  const sources = readDownloads(sourcesFile).filter(({ id }) => ids.has(id));
  return fetchFiles(sources, { cache: cacheFolder(env, ROOT), progress });
}

/** Sources without a lasting address of which nothing was put in the folder by hand either. */
function notPlaced(fetched: Fetched, files: FilesBySource): string[] {
  const placed = new Set([...files.keys()].map(({ source }) => source));
  return fetched.byHand.filter(({ source }) => !placed.has(source)).map(({ problem }) => problem);
}
