import {
  putEdges,
  replaceAreasOf,
  replaceHomePointsOf,
  replaceShapesOf,
} from '@kith/api/store/area-load-store';
import { listAreas } from '@kith/api/store/area-store';
import { listHomePoints } from '@kith/api/store/home-point-store';
import { remakePatches } from '@kith/api/store/patch-load-store';
import { writeMeta } from '@kith/api/store/version-store';
import { type PatchId, patchNames } from '@kith/core/area/patches';
import { districtBoundaries } from '../district-boundaries.ts';
import { lsoaBoundaries } from '../lsoa-boundaries.ts';
import { lsoaCentroids } from '../lsoa-centroids.ts';
import { ruralUrban } from '../rural-urban.ts';
import { wardLookup } from '../ward-lookup.ts';
import { whole } from '../whole-number.ts';
import { buildAreas } from '../world/build-areas.ts';
import { edgesAround } from '../world/edges-around.ts';
import type { District } from '../world/geography.ts';
import {
  AREA_SOURCES,
  type FilesBySource,
  missingForAreas,
  POSTCODE_SOURCES,
} from '../world/source-files.ts';
import { refuseIfFiguresGo } from './figures-kept.ts';
import { type Load, type PartContext, PartFailure, type PartWork } from './part.ts';
import { districtsHeld, type SharedWorld } from './shared-world.ts';

/** Set while shapes or names have changed and tiles have not been made of them yet. */
export const TILES_WANTED = 'tiles-wanted';

/** Areas with their figures, home points and shapes, and the maps that they make. */
export function areasPart(world: SharedWorld, files: FilesBySource): PartWork {
  const prepare = async (context: PartContext): Promise<Load> => {
    const { choice, tally, progress } = context;
    const missing = missingForAreas(files);
    if (missing.length > 0) throw new PartFailure(`Not found: ${missing.join('; ')}.`);
    const before = await districtsHeld(context.db);
    const districts = new Set(choice.districts.map(({ code }) => code));
    const reading = progress.step('Boundaries and postcodes', 'rows', null);
    const geography = await world.geography();
    world.countBoundaries(tally);
    const postcodes = await world.postcodes();
    world.countPostcodes(tally);
    reading.done(`${whole(postcodes.length)} postcodes`);
    const step = progress.step('Areas, figures and home points', 'rows', null);
    const built = await buildAreas({
      files,
      tally,
      geography,
      postcodes,
      districts,
      loadedBefore: before,
      onArea: (done, all) => step.at(done, all),
    });
    step.done(`${whole(built.areas.length)} areas`);
    refuseIfLess(
      context,
      built.areas.length,
      geography.areas.filter(({ districtCode }) => districts.has(districtCode)).length,
      [...districts].some((code) => before.has(code)),
    );
    return async ({ db, sources }) => {
      const now = await districtsHeld(db);
      if (now.size !== before.size || [...now].some((code) => !before.has(code))) {
        throw new PartFailure(
          'Another load was written while this one was made ready. Run the command again.',
        );
      }
      await refuseIfFiguresGo({ db, sources }, districts, built.values);
      const writing = progress.step('Writing areas', 'rows', null);
      await replaceAreasOf(db, districts, built.areas, built.values);
      await replaceHomePointsOf(db, districts, built.homePoints);
      const version = ((await files.get(lsoaBoundaries)?.[0]?.sha256()) ?? '').slice(0, 12);
      await replaceShapesOf(db, districts, built.areaShapes, built.districtShapes, version);
      if ([...before].some((code) => !districts.has(code))) {
        const [held, homes] = [await listAreas(db), await listHomePoints(db)];
        await putEdges(db, edgesAround({ postcodes, geography, districts, held, homes, edge: built.edge }));
      }
      const held = new Set([...before, ...districts]);
      await remakePatches(db, namesOf(geography.districts.filter(({ code }) => held.has(code))));
      await writeMeta(db, TILES_WANTED, 'yes');
      writing.done();
      return `${whole(built.areas.length)} areas, ${whole(built.homePoints.length)} home points`;
    };
  };
  return {
    part: 'areas',
    reads: [...AREA_SOURCES, ...POSTCODE_SOURCES],
    needs: [
      ...[wardLookup, lsoaBoundaries, districtBoundaries, lsoaCentroids, ruralUrban].map((each) => [each]),
      POSTCODE_SOURCES,
    ],
    after: [],
    prepare,
  };
}

/**
 * What a damaged file does not hold may well be there: areas that are in the database are not made anew from less, and
 * none is given homes from half of its postcodes. Areas that are new keep what is good.
 */
function refuseIfLess({ tally }: PartContext, built: number, wanted: number, anew: boolean): void {
  const damage = tally.damage();
  const homeless = !tally.isWhole(POSTCODE_SOURCES[0].source);
  if (built > 0 && (damage.length === 0 || (!anew && !homeless))) return;
  throw new PartFailure(
    built === wanted
      ? `No area was changed. ${damage.join(' ')}`
      : `Only ${whole(built)} of ${whole(wanted)} areas could be made, so none was changed. ${damage.join(' ')}`.trim(),
  );
}

/** What the maps are called, from the authorities of each that are loaded. */
function namesOf(districts: readonly District[]): Map<PatchId, { name: string; shortName: string }> {
  const byPatch = new Map<PatchId, Map<string, { code: string; name: string }>>();
  for (const { patch, authorityCode, authorityName } of districts) {
    const known = byPatch.get(patch) ?? new Map<string, { code: string; name: string }>();
    known.set(authorityCode, { code: authorityCode, name: authorityName });
    byPatch.set(patch, known);
  }
  return new Map(
    [...byPatch].map(([patch, authorities]) => {
      const { name, shortName } = patchNames(patch, [...authorities.values()]);
      return [patch, { name, shortName }];
    }),
  );
}
