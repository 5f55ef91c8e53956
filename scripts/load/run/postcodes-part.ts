import { listAreas } from '@kith/api/store/area-store';
import { listHomePoints } from '@kith/api/store/home-point-store';
import type { Database } from '@kith/api/store/open';
import { clearPostcodes, putPostcodes } from '@kith/api/store/postcode-load-store';
import { whole } from '../whole-number.ts';
import { boxAround, type GridBox, postcodeBatches } from '../world/place-postcodes.ts';
import { BOUNDARY_SOURCES, LOOKUP_SOURCES, POSTCODE_SOURCES } from '../world/source-files.ts';
import type { AreaChoice } from './area-choice.ts';
import { PartFailure, type PartWork } from './part.ts';
import { districtsHeld, type SharedWorld } from './shared-world.ts';

/** People search for places a little beyond their own council. */
const BEYOND_METRES = 10_000;

/** Postcodes to search by: all of Great Britain with England, else those of the areas asked for and around. */
export function postcodesPart(world: SharedWorld): PartWork {
  return {
    part: 'postcodes',
    reads: [...POSTCODE_SOURCES, ...BOUNDARY_SOURCES, ...LOOKUP_SOURCES],
    needs: [POSTCODE_SOURCES, ...BOUNDARY_SOURCES.map((each) => [each])],
    after: ['areas'],
    async load({ db, choice, tally, progress }) {
      const held = await districtsHeld(db);
      const geography = await world.geography();
      const placed = await world.postcodes();
      world.countPostcodes(tally);
      const within = await boxOf(db, choice);
      // A damaged file does not say which postcodes are gone: then they are only added.
      if (within === undefined && tally.isWhole(POSTCODE_SOURCES[0].source)) await clearPostcodes(db);
      const step = progress.step('Postcodes', 'rows', placed.length);
      let written = 0;
      for (const batch of postcodeBatches(placed, geography, (code) => held.has(code), within)) {
        await putPostcodes(db, batch);
        written += batch.length;
        step.at(written);
      }
      tally.note(POSTCODE_SOURCES[0].source, 'elsewhere', placed.length - written);
      step.done(`${whole(written)} postcodes`);
      return `${whole(written)} postcodes`;
    },
  };
}

/** The ground asked for and 10 km around it; undefined for all of England, which is then all there is. */
export async function boxOf(db: Database, { scope, districts }: AreaChoice): Promise<GridBox | undefined> {
  if (scope === 'england') return undefined;
  const wanted = new Set(districts.map(({ code }) => code));
  const areas = new Set(
    (await listAreas(db)).flatMap(({ code, districtCode }) => (wanted.has(districtCode) ? [code] : [])),
  );
  const homes = (await listHomePoints(db)).filter(({ area }) => areas.has(area));
  if (homes.length === 0) {
    throw new PartFailure('No areas of it are in the database. Load them first, without --only.');
  }
  return boxAround(homes, BEYOND_METRES);
}
