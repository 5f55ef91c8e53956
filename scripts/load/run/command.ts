import { databaseSetting } from '@kith/api/store/database-setting';
import { migrateDatabase, openDatabase } from '@kith/api/store/open';
import { findFiles } from '../files/find-files.ts';
import { BadFileError } from '../files/found-file.ts';
import { recogniseFiles } from '../files/recognise.ts';
import { readSources } from '../starter/sources.ts';
import { ROOT, starterFiles } from '../starter/starter-files.ts';
import { readDistricts } from '../world/geography.ts';
import { chooseArea } from './area-choice.ts';
import { areasPart } from './areas-part.ts';
import { readDownloads } from './downloads.ts';
import { cacheFolder, fetchFiles } from './fetch-files.ts';
import { moneyPart } from './money-part.ts';
import { namesPart } from './names-part.ts';
import type { LoadOptions } from './options.ts';
import { placesPart } from './places-part.ts';
import { postcodesPart } from './postcodes-part.ts';
import type { Progress } from './progress.ts';
import { runLoad } from './run-load.ts';
import { SharedWorld } from './shared-world.ts';
import type { Summary } from './summary.ts';
import { PartTally } from './tally.ts';
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
  const fetched = options.from === null ? await fetchAll(sourcesFile, env, progress) : null;
  const folder = options.from ?? fetched?.folder ?? '';
  const looking = progress.step(`Looking through ${folder}`, 'files', null);
  const found = await findFiles(folder);
  const files = new Map();
  const world = new SharedWorld(files);
  const works = [
    areasPart(world, files),
    postcodesPart(world),
    namesPart(world, files),
    placesPart(world, files),
    moneyPart(files),
  ];
  const recognised = await recogniseFiles(found, [...new Set(works.flatMap(({ reads }) => reads))]);
  for (const [source, own] of recognised.files) files.set(source, own);
  looking.done(`${found.length} files, ${files.size} kinds known`);
  const districts = await readDistricts(files, new PartTally());
  const choice = chooseArea(options.area, districts);
  if ('problem' in choice) throw new BadFileError(choice.problem);

  const setting = databaseSetting(options.db === null ? env : { ...env, KITH_DB: options.db }, ROOT);
  const open = await openDatabase(setting);
  try {
    await migrateDatabase(open);
    const summary = await runLoad({
      open,
      options,
      choice,
      works,
      files,
      passedOver: recognised.passedOver,
      problems: [...(fetched?.problems ?? []), ...recognised.problems],
      sources: readSources(sourcesFile),
      now,
      progress,
    });
    if (!options.dryRun) await makeTilesIfWanted(open, progress);
    return summary;
  } finally {
    open.close();
  }
}

async function fetchAll(
  sourcesFile: string,
  env: Record<string, string | undefined>,
  progress: Progress,
): Promise<{ folder: string; problems: readonly string[] }> {
  return fetchFiles(readDownloads(sourcesFile), { cache: cacheFolder(env, ROOT), progress });
}
