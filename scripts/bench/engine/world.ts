import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseSetting } from '@kith/api/store/database-setting';
import { migrateDatabase, openDatabase } from '@kith/api/store/open';
import { createStores } from '@kith/api/store/stores';
import { wholeBaseline } from '@kith/api/whole-baseline';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { loadStarter } from '../../load/starter/load-starter.ts';
import { ROOT, starterFiles, starterVersion } from '../../load/starter/starter-files.ts';

/** A world to measure on, and what it is called. */
export interface BenchWorld {
  readonly name: string;
  readonly world: Baseline;
}

/**
 * All that the database named by `KITH_DB` holds, as one world: all England, when that is loaded. Without it the whole
 * starter, from a database of its own, seeded and thrown away, so that a bench needs no server.
 */
export async function benchWorld(kinds: readonly Kind[]): Promise<BenchWorld> {
  const own = process.env.KITH_DB?.trim() ? undefined : mkdtempSync(join(tmpdir(), 'kith-engine-'));
  const path = own === undefined ? undefined : join(own, 'kith.db');
  const open = await openDatabase(
    path === undefined ? databaseSetting(process.env, ROOT) : { kind: 'file', path, label: path },
  );
  try {
    if (own !== undefined) {
      await migrateDatabase(open);
      const files = starterFiles({});
      await loadStarter(open, files, starterVersion(files), () => {}, new Date(0));
    }
    const world = await wholeBaseline(createStores(open.db), 'bench', kinds);
    return { name: own === undefined ? `the database ${process.env.KITH_DB}` : 'the starter', world };
  } finally {
    open.close();
    if (own !== undefined) rmSync(own, { recursive: true, force: true });
  }
}
