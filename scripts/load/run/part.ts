import type { Database } from '@kith/api/store/open';
import type { Source } from '@kith/core/source/source';
import type { SourceFile } from '../files/found-file.ts';
import type { AreaChoice } from './area-choice.ts';
import type { Part } from './options.ts';
import type { Progress } from './progress.ts';
import type { PartTally } from './tally.ts';

/** What a part of a load is given. Everything it writes goes through `db`, which is one transaction. */
export interface PartContext {
  readonly db: Database;
  readonly choice: AreaChoice;
  readonly tally: PartTally;
  /** Entries of data/sources.json and of mapping files, by id. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly now: Date;
  readonly progress: Progress;
}

interface PartOfLoad {
  readonly part: Part;
  /** What else decides what it comes to, besides its files; it goes into the fingerprint. */
  readonly stamp?: string;
  readonly reads: readonly SourceFile<unknown>[];
  /** Of each of these groups one must be there, or the part cannot be loaded. */
  readonly needs: readonly (readonly SourceFile<unknown>[])[];
  /** Parts that it stands on: it is done again when they have changed. */
  readonly after: readonly Part[];
}

/** Reads and writes within the transaction. @returns a note for the summary, or null */
export type Load = (context: PartContext) => Promise<string | null>;

/** One part of a load. What takes long is made ready before the transaction begins: other writers need not wait for it. */
export type PartWork = PartOfLoad &
  ({ readonly load: Load } | { readonly prepare: (context: PartContext) => Promise<Load> });

/** A part that cannot be loaded, with what to do. What it wrote is taken back. */
export class PartFailure extends Error {
  override readonly name = 'PartFailure';
}
