import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the starter lies. */
export interface StarterFiles {
  /** Folder of the CSV files. */
  readonly folder: string;
  readonly sources: string;
}

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** `KITH_STARTER` names another data folder (with `starter/` and `sources.json` in it); tests use it. */
export function starterFiles(env: Record<string, string | undefined>): StarterFiles {
  const data = env.KITH_STARTER?.trim() || join(ROOT, 'data');
  return { folder: join(data, 'starter'), sources: join(data, 'sources.json') };
}

/** Raise it when a loader changes what it makes or draws of the same files, so that databases load again. */
const LOADERS = 7;

/** SHA-256 over every file of the starter: it changes whenever the data or the loaders do. */
export function starterVersion(files: StarterFiles): string {
  const hash = createHash('sha256').update(`loaders ${LOADERS}\n`);
  const names = existsSync(files.folder) ? readdirSync(files.folder).sort() : [];
  for (const name of names.filter((each) => each.endsWith('.csv'))) {
    hash.update(`${name}\n`).update(readFileSync(join(files.folder, name)));
  }
  if (existsSync(files.sources)) hash.update('sources.json\n').update(readFileSync(files.sources));
  return hash.digest('hex');
}
