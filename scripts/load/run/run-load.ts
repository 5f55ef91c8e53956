import {
  clearLoadFiles,
  listLoadedSources,
  listLoadParts,
  putLoadFile,
  putLoadPart,
  readLoadPart,
  replaceRejected,
} from '@kith/api/store/load-store';
import type { Database, OpenDatabase } from '@kith/api/store/open';
import { putSources } from '@kith/api/store/seed-store';
import { listSources } from '@kith/api/store/source-store';
import { readMeta } from '@kith/api/store/version-store';
import type { Source } from '@kith/core/source/source';
import type { FoundFile, SourceFile } from '../files/found-file.ts';
import type { AreaChoice } from './area-choice.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { LoadOptions, Part } from './options.ts';
import { type Load, type PartContext, PartFailure, type PartWork } from './part.ts';
import type { Progress } from './progress.ts';
import { type PartSummary, peakMemoryMiB, type Summary } from './summary.ts';
import { licencesOf, sourcesOf } from './summary-of.ts';
import { PartTally } from './tally.ts';

export interface Run {
  readonly open: OpenDatabase;
  readonly options: Pick<LoadOptions, 'only' | 'dryRun'>;
  readonly choice: AreaChoice;
  readonly works: readonly PartWork[];
  readonly files: ReadonlyMap<SourceFile<unknown>, readonly FoundFile[]>;
  readonly passedOver: Summary['passedOver'];
  readonly problems: readonly string[];
  readonly sources: readonly Source[];
  readonly now: () => Date;
  readonly progress: Progress;
  /** Done after all parts, when they were written: its time and memory count too. */
  readonly finish: () => Promise<void>;
}

/** Takes back all that a dry run wrote. */
class DryRunEnd extends Error {}

/**
 * Loads the parts asked for, each in a transaction of its own in which its fingerprint is written too: it is there
 * whole or not at all. A dry run does the same in one transaction, and takes it back.
 * A part that fails leaves the database as it was; those after it go on with what is there.
 */
export async function runLoad(run: Run): Promise<Summary> {
  const started = performance.now();
  const parts: PartSummary[] = [];
  const tallies: PartTally[] = [];
  const all = async (within: Database | OpenDatabase['db']) => {
    for (const work of run.works) {
      if (!run.options.only.includes(work.part)) continue;
      const tally = new PartTally();
      tallies.push(tally);
      parts.push(await loadPart(run, within, work, tally));
    }
    const loaded = await listLoadedSources(within);
    return (await listSources(within)).filter(({ id, facts }) => facts > 0 || loaded.has(id));
  };
  let held: readonly Source[] = [];
  if (run.options.dryRun) {
    await run.open.db
      .transaction(async (tx) => {
        held = await all(tx);
        throw new DryRunEnd();
      })
      .catch((error: unknown) => {
        if (!(error instanceof DryRunEnd)) throw error;
      });
  } else {
    held = await all(run.open.db);
    await run.finish();
  }
  const failed = parts.flatMap(({ state, note }) => (state === 'failed' && note !== null ? [note] : []));
  return {
    area: run.choice.label,
    scope: run.choice.scope,
    dryRun: run.options.dryRun,
    parts,
    sources: sourcesOf(tallies, new Map(run.sources.map((source) => [source.id, source]))),
    passedOver: run.passedOver,
    licences: licencesOf(held),
    problems: [...new Set([...run.problems, ...failed, ...tallies.flatMap((tally) => tally.damage())])],
    seconds: seconds(started),
    peakMemoryMiB: peakMemoryMiB(),
  };
}

async function loadPart(run: Run, within: Database, work: PartWork, tally: PartTally): Promise<PartSummary> {
  const { part } = work;
  const { choice } = run;
  const started = performance.now();
  const files = new Map(
    work.reads.flatMap((source) => {
      const found = run.files.get(source);
      return found === undefined ? [] : [[source, found] as const];
    }),
  );
  const summary = (state: PartSummary['state'], note: string | null): PartSummary => ({
    part,
    state,
    seconds: seconds(started),
    note,
  });
  const missing = work.needs.filter((group) => !group.some((source) => files.has(source)));
  if (missing.length > 0) return summary('missing', `Not found: ${missing.map(named).join('; ')}.`);
  const fingerprintIn = async (db: Database) =>
    fingerprintOf({
      part,
      scope: choice.scope,
      districts: choice.districts.map(({ code }) => code),
      files,
      ground: await groundOf(db, work.after),
      said: run.sources.filter(({ id }) => work.reads.some(({ source }) => source === id)),
      stamp: work.stamp ?? '',
    });
  const isLoaded = async (db: Database, fingerprint: string) =>
    (await readLoadPart(db, part, choice.scope))?.fingerprint === fingerprint;
  if (await isLoaded(within, await fingerprintIn(within))) return summary('unchanged', null);
  let note: string | null = null;
  const contextOf = (db: Database): PartContext => ({
    db,
    choice,
    tally,
    sources: new Map(run.sources.map((source) => [source.id, source])),
    now: run.now(),
    progress: run.progress,
  });
  const write = async (db: Database, load: Load) => {
    // Another load may have written it while this one waited for its turn.
    const fingerprint = await fingerprintIn(db);
    if (await isLoaded(db, fingerprint)) return false;
    await putSources(db, run.sources, new Set([...files.keys()].map(({ source }) => source)));
    note = await load(contextOf(db));
    const at = run.now().toISOString();
    await clearLoadFiles(db, part, choice.scope);
    for (const file of await tally.loadFiles(part, choice.scope, at)) await putLoadFile(db, file);
    await replaceRejected(db, part, choice.scope, tally.rejectedRows());
    // What came of a damaged file is loaded again next time, and said again.
    const sound = tally.damage().length === 0 ? fingerprint : `damaged ${fingerprint}`;
    await putLoadPart(db, {
      part,
      scope: choice.scope,
      districts: choice.districts.map(({ code }) => code),
      fingerprint: sound,
      at,
      seconds: seconds(started),
    });
    return true;
  };
  try {
    const load = 'prepare' in work ? await work.prepare(contextOf(within)) : work.load;
    const written = run.options.dryRun
      ? await write(within, load)
      : await run.open.db.transaction((tx) => write(tx, load), { behavior: 'immediate' });
    if (!written) return summary('unchanged', null);
  } catch (error) {
    if (!(error instanceof PartFailure)) throw error;
    return summary('failed', error.message);
  }
  return summary('loaded', note);
}

/** Fingerprints of the parts that a part stands on, whatever they were loaded for: neighbours matter. */
async function groundOf(db: Database, parts: readonly Part[]): Promise<string[]> {
  const starter = (await readMeta(db, 'starter-version')) ?? 'no starter';
  const loaded = (await listLoadParts(db)).filter(({ part }) => parts.some((each) => each === part));
  return [starter, ...loaded.map(({ part, scope, fingerprint }) => `${part} ${scope} ${fingerprint}`)];
}

function named(group: readonly SourceFile<unknown>[]): string {
  return group.map(({ what }) => what).join(' or ');
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 10) / 100;
}
