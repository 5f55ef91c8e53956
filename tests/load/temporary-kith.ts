import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseSetting } from '@kith/api/store/database-setting';
import { migrateDatabase, type OpenDatabase, openDatabase } from '@kith/api/store/open';
import { loadStarter } from '@kith/scripts/load/starter/load-starter.ts';
import { type StarterFiles, starterFiles, starterVersion } from '@kith/scripts/load/starter/starter-files.ts';
import { type SmallStarterChanges, writeSmallStarter } from './small-starter.ts';

/** A folder of its own for one test, with a database in it, thrown away at the end. */
export interface TemporaryKith {
  readonly folder: string;
  readonly file: string;
  readonly open: OpenDatabase;
  /** Lines that the loader said. */
  readonly said: string[];
  load(files: StarterFiles): Promise<void>;
  close(): void;
}

export async function temporaryKith(): Promise<TemporaryKith> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'));
  const file = join(folder, 'kith.db');
  const open = await openDatabase(databaseSetting({ KITH_DB: file }, folder));
  await migrateDatabase(open);
  const said: string[] = [];
  return {
    folder,
    file,
    open,
    said,
    load: (files) =>
      loadStarter(
        open,
        files,
        starterVersion(files),
        (line) => said.push(line),
        new Date('2026-11-22T10:00:00Z'),
      ),
    close() {
      open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The small starter, loaded into a database of its own. */
export async function smallKith(changes: SmallStarterChanges = {}): Promise<TemporaryKith> {
  const kith = await temporaryKith();
  await kith.load(smallFiles(kith.folder, changes));
  return kith;
}

/** Writes the small starter below a folder. @returns where its files are */
export function smallFiles(folder: string, changes: SmallStarterChanges = {}): StarterFiles {
  const data = mkdtempSync(join(folder, 'data-'));
  writeSmallStarter(data, changes);
  return starterFiles({ KITH_STARTER: data });
}

/** The starter that ships, loaded into a database of its own: a few seconds. */
export async function starterKith(): Promise<TemporaryKith> {
  const kith = await temporaryKith();
  await kith.load(starterFiles({}));
  return kith;
}
