import type { Work } from './beside/work.ts';
import type { Config } from './config.ts';
import type { Snapshot } from './snapshot.ts';
import type { Stores } from './store/stores.ts';

/** What routes are made with. Given from outside, so that a test can give its own. */
export interface Services {
  readonly stores: Stores;
  readonly work: Work;
  readonly config: Pick<Config, 'basemap' | 'basemapOrigins' | 'version' | 'webDist'>;
  /** What is worked out from the data as it stands. */
  readonly snapshot: () => Promise<Snapshot>;
  readonly now: () => Date;
}
