import { createHash } from 'node:crypto';
import type { Source } from '@kith/core/source/source';
import type { FoundFile, SourceFile } from '../files/found-file.ts';
import type { Part } from './options.ts';

/** Raise it when a loader makes something else of the same files, so that databases load them again. */
const LOADERS = 3;

export interface MadeFrom {
  readonly part: Part;
  /** What was asked for, and its districts. */
  readonly scope: string;
  readonly districts: readonly string[];
  readonly files: ReadonlyMap<SourceFile<unknown>, readonly FoundFile[]>;
  /** What it stands on that is in the database already. */
  readonly ground: readonly string[];
  /** What data/sources.json says of its sources: claims carry their licence and year. */
  readonly said: readonly Source[];
  readonly stamp: string;
}

/** SHA-256 over everything that decides what a part comes to: the same here, the same there. */
export async function fingerprintOf({
  part,
  scope,
  districts,
  files,
  ground,
  said,
  stamp,
}: MadeFrom): Promise<string> {
  const read: string[] = [];
  for (const [source, found] of files) {
    for (const file of found) {
      // A file of another name is the same file; members of one zip differ by theirs.
      const member = file.label.split('!').slice(1);
      read.push([source.what, await file.sha256(), ...member].join(' '));
    }
  }
  const all = {
    loaders: LOADERS,
    part,
    scope,
    districts: [...districts].sort(),
    files: read.sort(),
    ground,
    said,
    stamp,
  };
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
