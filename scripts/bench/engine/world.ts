import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weekColumns } from '@kith/api/hours/weeks-by-text';
import { databaseSetting } from '@kith/api/store/database-setting';
import { migrateDatabase, openDatabase } from '@kith/api/store/open';
import { createStores, type Stores } from '@kith/api/store/stores';
import type { HomePoint } from '@kith/core/area/area';
import { INDICATORS } from '@kith/core/area/indicators';
import { EVERYWHERE } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { shareGroups } from '@kith/core/reach/share-groups';
import { type RiskArea, score } from '@kith/core/risk/score';
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
    const world = await worldOf(createStores(open.db), kinds);
    return { name: own === undefined ? `the database ${process.env.KITH_DB}` : 'the starter', world };
  } finally {
    open.close();
    if (own !== undefined) rmSync(own, { recursive: true, force: true });
  }
}

/** Everything in a database as one world, places of these kinds. */
export async function worldOf(stores: Stores, kinds: readonly Kind[]): Promise<Baseline> {
  const areas = await stores.areas.list();
  const byArea = new Map<string, HomePoint[]>(areas.map((area) => [area.code, []]));
  for (const point of await stores.areas.homePoints()) byArea.get(point.area)?.push(point);
  const columns = await Promise.all(
    INDICATORS.map(async ({ id }) => ({ id, rows: await stores.areas.column(id) })),
  );
  const figures = new Map(
    columns.flatMap(({ id, rows }) => rows.map((each) => [`${each.area} ${id}`, each] as const)),
  );
  const figure = (code: string, indicator: string) => figures.get(`${code} ${indicator}`);
  const inputs = areas.map((area): RiskArea => {
    const wider = INDICATORS.filter(({ id }) => figure(area.code, id)?.geography === 'msoa').map(
      ({ id }) => id,
    );
    const percents = Object.fromEntries(
      INDICATORS.map(({ id }) => [id, figure(area.code, id)?.value ?? null]),
    );
    return { ...area, district: area.districtCode, percents, wider };
  });
  const points = areas.flatMap((area, index) => {
    const homes = byArea.get(area.code) ?? [];
    const households = (indicator: string) =>
      Math.round((area.households * (figure(area.code, indicator)?.value ?? 0)) / 100);
    const totals = { ...area, livingAlone: households('one-person'), noCar: households('no-car') };
    const shared = shareGroups(
      totals,
      homes.map((home) => home.residents),
    );
    return homes.map((home, nth) => ({ ...home, index, shared, nth }));
  });
  const { openingHours, ...places } = await stores.places.forBaseline(undefined, kinds);
  const { week, weeks } = await weekColumns(openingHours);
  const shared = (group: keyof (typeof points)[number]['shared']) =>
    points.map((point) => point.shared[group][point.nth] ?? 0);
  const tenths = (lens: 'older' | 'young' | 'all') => score(lens, inputs).map((each) => each.tenth);
  return {
    version: 'bench',
    patch: EVERYWHERE,
    areas: {
      code: areas.map((area) => area.code),
      name: areas.map((area) => area.name),
      ward: areas.map((area) => area.ward),
      district: areas.map((area) => area.district),
      ruralUrban: areas.map((area) => area.ruralUrban),
      residents: areas.map((area) => area.residents),
      households: areas.map((area) => area.households),
      edgeMetres: areas.map((area) => area.edgeMetres),
      tenths: { older: tenths('older'), young: tenths('young'), all: tenths('all') },
    },
    homePoints: {
      area: points.map((point) => point.index),
      easting: points.map((point) => point.easting),
      northing: points.map((point) => point.northing),
      residents: points.map((point) => point.residents),
      aged65Over: shared('aged65Over'),
      disabled: shared('disabled'),
      livingAlone: shared('livingAlone'),
      noCar: shared('noCar'),
      households: shared('households'),
    },
    places: { ...places, week },
    weeks,
  };
}
