import { replaceNames } from '@kith/api/store/name-load-store';
import { writeMeta } from '@kith/api/store/version-store';
import { whole } from '../whole-number.ts';
import { readPlaceNames } from '../world/place-names.ts';
import { BOUNDARY_SOURCES, type FilesBySource, LOOKUP_SOURCES, NAME_SOURCES } from '../world/source-files.ts';
import { TILES_WANTED } from './areas-part.ts';
import { PartFailure, type PartWork } from './part.ts';
import { boxOf } from './postcodes-part.ts';
import { districtsHeld, type SharedWorld } from './shared-world.ts';

/** Names of towns and villages, to search by and to read on the map. */
export function namesPart(world: SharedWorld, files: FilesBySource): PartWork {
  return {
    part: 'names',
    reads: [...NAME_SOURCES, ...BOUNDARY_SOURCES, ...LOOKUP_SOURCES],
    needs: [NAME_SOURCES, ...BOUNDARY_SOURCES.map((each) => [each])],
    after: ['areas'],
    async load({ db, choice, tally, progress }) {
      const held = await districtsHeld(db);
      const geography = await world.geography();
      const within = await boxOf(db, choice);
      const step = progress.step('Names of towns and villages', 'rows', null);
      const names = await readPlaceNames(files, tally, geography, (code) => held.has(code), within);
      // What a damaged file does not hold may well be there: names are not taken away for it.
      if (tally.damage().length > 0) {
        step.done('not changed');
        throw new PartFailure(`No name was changed. ${tally.damage().join(' ')}`);
      }
      if (within === undefined) await replaceNames(db, names);
      else {
        const [west, south, east, north] = within;
        await replaceNames(db, names, { west, south, east, north });
      }
      await writeMeta(db, TILES_WANTED, 'yes');
      step.done(`${whole(names.length)} names`);
      return `${whole(names.length)} names`;
    },
  };
}
