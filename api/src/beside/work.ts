import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DataReport } from '@kith/core/source/data-report';
import type { LicenceFamilyId } from '@kith/core/source/licences';
import { createAreaData } from '../area-data.ts';
import { exportFiles, ZIP_NAME } from '../exports/export-files.ts';
import { zipOf } from '../exports/streams.ts';
import { answersOver, type GroundTask, type GroundTasks } from '../ground-answers.ts';
import { createGrounds } from '../grounds.ts';
import { Kept, once } from '../kept.ts';
import { publishedReport } from '../published.ts';
import type { PinColumns } from '../store/place-store.ts';
import type { Stores } from '../store/stores.ts';

/**
 * Work that takes seconds on all of England. Each piece is asked for the version of the data that the asker goes by,
 * and nothing is kept beyond it. Everything given and taken can be copied from one process to another.
 */
export interface Work {
  /** As everyone may see it. */
  report(version: string): Promise<DataReport>;
  /** Families of licences that anything said of places stands under, with how many statements do. */
  families(version: string): Promise<ReadonlyMap<LicenceFamilyId, number>>;
  /** Pins of every kind of everything loaded. */
  pins(version: string): Promise<PinColumns>;
  /** Something about the ground of a map: of everything loaded, where it is too much to work out for each visitor. */
  answer<T extends GroundTask>(
    version: string,
    task: T,
    asked: GroundTasks[T]['asked'],
  ): Promise<GroundTasks[T]['answer']>;
  /** Writes a file to download, gzipped unless it is the zip. */
  write(version: string, name: string, path: string, at: Date): Promise<void>;
}

/**
 * What is kept for all of England: its areas and homes (some 60 MB), places of the last few choices of kinds, and the
 * lists of the last few questions (20 MB each).
 */
const GROUNDS_KEPT = { lands: 1, baselines: 4, lists: 6 };

/** The work done where it is asked for. */
export function workOver(stores: Stores): Work {
  const kept = new Kept<ReturnType<typeof ofOneVersion>>(1);
  const of = (version: string) => kept.get(version, async () => ofOneVersion(stores, version));
  return {
    report: async (version) => (await of(version)).report(),
    families: async (version) => (await of(version)).families(),
    pins: () => stores.places.pins(),
    answer: async (version, task, asked) => (await of(version)).answers[task](asked),
    write: async (version, name, path, at) => (await of(version)).write(name, path, at),
  };
}

function ofOneVersion(stores: Stores, version: string) {
  const report = once(async () => publishedReport(await stores.data.report()));
  const families = once(() => stores.data.families());
  return {
    report,
    families,
    answers: answersOver(createGrounds(stores, version, createAreaData(stores), GROUNDS_KEPT)),
    async write(name: string, path: string, at: Date) {
      const files = exportFiles(stores, report, await families());
      const to = createWriteStream(path);
      if (name === ZIP_NAME) return pipeline(zipOf(files, at), to);
      const file = files.find((each) => each.name === name);
      if (file === undefined) throw new Error(`There is no file ${name}.`);
      await pipeline(Readable.from(file.text(), { objectMode: false }), createGzip(), to);
    },
  };
}
