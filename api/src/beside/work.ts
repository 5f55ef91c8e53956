import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { KIND_IDS, type Kind } from '@kith/core/place/kinds';
import type { ReachColumns } from '@kith/core/reach/reach-columns';
import type { DataReport } from '@kith/core/source/data-report';
import type { LicenceFamilyId } from '@kith/core/source/licences';
import { wholeGround } from '../baseline-of.ts';
import { exportFiles, ZIP_NAME } from '../exports/export-files.ts';
import { zipOf } from '../exports/streams.ts';
import { homeColumnsOf } from '../home-columns.ts';
import { Kept, once } from '../kept.ts';
import { publishedReport } from '../published.ts';
import type { PinColumns } from '../store/place-store.ts';
import type { Stores } from '../store/stores.ts';
import { type Homes, type NearOfKind, nearOfKind, reachOfKinds } from './whole-reach.ts';

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
  /** Reach over everything loaded. */
  reach(version: string, kinds: readonly Kind[], limitMetres: number): Promise<ReachColumns>;
  /** Writes a file to download, gzipped unless it is the zip. */
  write(version: string, name: string, path: string, at: Date): Promise<void>;
}

/** The work done where it is asked for. */
export function workOver(stores: Stores): Work {
  const kept = new Kept<ReturnType<typeof ofOneVersion>>(1);
  const of = (version: string) => kept.get(version, async () => ofOneVersion(stores, version));
  return {
    report: async (version) => (await of(version)).report(),
    families: async (version) => (await of(version)).families(),
    pins: () => stores.places.pins(),
    reach: async (version, kinds, limitMetres) => (await of(version)).reach(kinds, limitMetres),
    write: async (version, name, path, at) => (await of(version)).write(name, path, at),
  };
}

function ofOneVersion(stores: Stores, version: string) {
  const homes = once(async (): Promise<Homes> => {
    const areas = await stores.areas.list();
    const rows = areas.map((_, at) => at);
    const points = homeColumnsOf(areas, await stores.areas.homePoints());
    return wholeGround({ version, areas, rows, homes: points });
  });
  const near = new Kept<NearOfKind>(KIND_IDS.length);
  const report = once(async () => publishedReport(await stores.data.report()));
  const families = once(() => stores.data.families());
  return {
    report,
    families,
    async reach(kinds: readonly Kind[], limitMetres: number) {
      const found: NearOfKind[] = [];
      for (const kind of kinds) {
        const places = () => stores.places.forBaseline(undefined, [kind]);
        found.push(await near.get(kind, async () => nearOfKind(await homes(), kind, await places())));
      }
      return reachOfKinds(await homes(), found, limitMetres);
    },
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
