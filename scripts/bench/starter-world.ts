import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase, openDatabase } from '@kith/api/store/open';
import { createStores, type Stores } from '@kith/api/store/stores';
import type { HomePoint } from '@kith/core/area/area';
import { INDICATORS } from '@kith/core/area/indicators';
import { STARTER_PATCHES } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { shareGroups } from '@kith/core/reach/share-groups';
import { type RiskArea, score } from '@kith/core/risk/score';
import { loadStarter } from '../load/starter/load-starter.ts';
import { starterFiles, starterVersion } from '../load/starter/starter-files.ts';

/**
 * The whole starter as one world, all three maps at once: harder than what any screen asks, which is one map. Read
 * from a database of its own, seeded and thrown away, so that a bench measures what ships and needs no server.
 */
export async function starterWorld(kinds: readonly Kind[]): Promise<Baseline> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-engine-'));
  const path = join(folder, 'kith.db');
  const open = await openDatabase({ kind: 'file', path, label: path });
  try {
    await migrateDatabase(open);
    const files = starterFiles({});
    await loadStarter(open, files, starterVersion(files), () => {}, new Date(0));
    return await worldOf(createStores(open.db), kinds);
  } finally {
    open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function worldOf(stores: Stores, kinds: readonly Kind[]): Promise<Baseline> {
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
  const places = await Promise.all(STARTER_PATCHES.map(({ id }) => stores.places.forBaseline(id, kinds)));
  const shared = (group: keyof (typeof points)[number]['shared']) =>
    points.map((point) => point.shared[group][point.nth] ?? 0);
  const tenths = (lens: 'older' | 'young' | 'all') => score(lens, inputs).map((each) => each.tenth);
  return {
    version: 'bench',
    patch: 'leicestershire',
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
    places: sortedById(places),
    weeks: [],
  };
}

/** The places of several maps as one list of columns, by id as in every baseline. */
function sortedById(lists: readonly Baseline['places'][]): Baseline['places'] {
  const rows = lists.flatMap((list) => list.id.map((id, at) => ({ id, list, at })));
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const pick = <K extends keyof Baseline['places']>(key: K) =>
    rows.map(({ list, at }) => list[key][at]) as Baseline['places'][K];
  return {
    id: pick('id'),
    name: pick('name'),
    kind: pick('kind'),
    status: pick('status'),
    easting: pick('easting'),
    northing: pick('northing'),
    lon: pick('lon'),
    lat: pick('lat'),
    spreadMetres: pick('spreadMetres'),
    outside: pick('outside'),
    runBy: pick('runBy'),
    operator: pick('operator'),
    district: pick('district'),
    week: pick('week'),
    checkedOn: pick('checkedOn'),
  };
}
