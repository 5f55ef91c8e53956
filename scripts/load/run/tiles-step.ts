import type { OpenDatabase } from '@kith/api/store/open';
import { readMeta, writeMeta } from '@kith/api/store/version-store';
import { remakeTiles } from '../tiles/remake-tiles.ts';
import { whole } from '../whole-number.ts';
import { TILES_WANTED } from './areas-part.ts';
import type { Progress } from './progress.ts';

/**
 * Makes the tiles anew where shapes or names have changed since they were made: also after a load that was killed
 * in between. Until then the tiles that are there are shown, under their old version.
 */
export async function makeTilesIfWanted({ db }: OpenDatabase, progress: Progress): Promise<void> {
  if ((await readMeta(db, TILES_WANTED)) !== 'yes') return;
  const step = progress.step('Map tiles', 'rows', null);
  const count = await db.transaction(
    async (tx) => {
      const made = await remakeTiles(tx);
      await writeMeta(tx, TILES_WANTED, 'no');
      return made;
    },
    { behavior: 'immediate' },
  );
  step.done(`${whole(count)} tiles`);
}
