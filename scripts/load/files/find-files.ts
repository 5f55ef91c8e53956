import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BadFileError, type FoundFile } from './found-file.ts';
import { onDisk, openFile } from './open-file.ts';

/**
 * Every file in a folder, at any depth, by what it holds: gz and zip are opened, a member of a zip is a file of its
 * own. Hidden files and folders and unfinished downloads (`.part`) are passed over. In order of path.
 * @throws BadFileError when there is no such folder
 */
export async function findFiles(folder: string): Promise<FoundFile[]> {
  const paths = (await walk(folder, '', new Set())).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const found: FoundFile[] = [];
  for (const label of paths) {
    const path = join(folder, label);
    const { size } = await stat(path);
    found.push(...(await openFile(onDisk(path, label, size))));
  }
  return found;
}

/** Paths below the folder, with forward slashes on every machine. */
async function walk(folder: string, below: string, seen: Set<string>): Promise<string[]> {
  const here = join(folder, below);
  const real = await realpath(here).catch(() => null);
  if (real === null) {
    throw new BadFileError(
      `There is no folder ${folder}. Give the folder of the downloaded files after --from.`,
    );
  }
  // A link may lead back up.
  if (seen.has(real)) return [];
  seen.add(real);
  const entries = await readdir(here, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new BadFileError(
      error.code === 'ENOTDIR'
        ? `${folder} is a file. Give the folder that it lies in after --from.`
        : `The folder ${here} cannot be read (${error.message}). Give yourself the right to read it, or move the files.`,
    );
  });
  const paths: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.endsWith('.part') || entry.name === '__MACOSX') continue;
    const label = below === '' ? entry.name : `${below}/${entry.name}`;
    const kind = entry.isSymbolicLink() ? await stat(join(folder, label)).catch(() => null) : entry;
    if (kind?.isDirectory()) paths.push(...(await walk(folder, label, seen)));
    else if (kind?.isFile()) paths.push(label);
  }
  return paths;
}
