import { replaceAreasOf } from '@kith/api/store/area-load-store';
import { databaseSetting } from '@kith/api/store/database-setting';
import { migrateDatabase, openDatabase } from '@kith/api/store/open';
import { remakePatches } from '@kith/api/store/patch-load-store';
import { areaOf } from '@kith/api/store/temporary-store';
import { AREAS_OF_ENGLAND } from '@kith/core/area/patches';

/** Councils that are nowhere, each of one district. */
const COUNCILS = [
  'Ambridge',
  'Barchester',
  'Casterbridge',
  'Dunwich Vale',
  'East Wetwang',
  'Felpersham',
  'Gatsham',
  'Holby',
  'Middlemarch',
  'Northbury',
  'Royston Vasey',
  'Walmington',
] as const;

/** Areas of the starter that count towards England. */
const IN_STARTER = 1_059;

/**
 * Makes a loaded starter as wide as England: made-up councils with as many areas as are missing, without figures,
 * shapes or places. What is judged on it is how the screens bear it, not what they say of any area.
 */
export async function growToEngland(file: string): Promise<void> {
  const open = await openDatabase(databaseSetting({ KITH_DB: file }, '.'));
  await migrateDatabase(open);
  const each = Math.ceil((AREAS_OF_ENGLAND - IN_STARTER) / COUNCILS.length);
  const districts = COUNCILS.map((name, at) => ({ name, code: `E0699990${String.fromCharCode(65 + at)}` }));
  await open.db.transaction(async (db) => {
    const areas = districts.flatMap(({ name, code }, at) =>
      Array.from({ length: each }, (_, index) =>
        areaOf(`E019${String(at * each + index).padStart(5, '0')}`, code, {
          name: `${name} ${index}`,
          district: name,
          patch: name.toLowerCase().replaceAll(' ', '-'),
          lon: -2.5 + (at % 4) + (index % 60) / 100,
          lat: 51 + Math.floor(at / 4) * 1.3 + Math.floor(index / 60) / 100,
        }),
      ),
    );
    await replaceAreasOf(
      db,
      districts.map(({ code }) => code),
      areas,
      [],
    );
    const named = districts.map(({ name }) => [
      name.toLowerCase().replaceAll(' ', '-'),
      { name, shortName: name },
    ]);
    await remakePatches(db, new Map(named as [string, { name: string; shortName: string }][]));
  });
  open.close();
}
