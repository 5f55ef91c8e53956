import type { Work } from './beside/work.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';
import type { Stores } from './store/stores.ts';

/** How long a version is taken on trust before the database is asked again: another process may have loaded data. */
const TRUST_MS = 1_000;

/** The snapshot of the data as it stands: a new one when the data has changed, else the same one. */
export function currentSnapshot(stores: Stores, work: Work, now: () => number): () => Promise<Snapshot> {
  let snapshot: Snapshot | undefined;
  let checked = Number.NEGATIVE_INFINITY;
  let checking: Promise<Snapshot> | undefined;
  const check = async () => {
    const version = await stores.version();
    if (
      snapshot === undefined ||
      snapshot.version.data !== version.data ||
      snapshot.version.geometry !== version.geometry
    ) {
      snapshot = createSnapshot(stores, version, work);
    }
    checked = now();
    return snapshot;
  };
  return () => {
    if (snapshot !== undefined && now() - checked < TRUST_MS) return Promise.resolve(snapshot);
    checking ??= check().finally(() => {
      checking = undefined;
    });
    return checking;
  };
}
