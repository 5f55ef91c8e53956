import type { PlaceNameToLoad } from '@kith/api/store/seed-store';
import { type NamedPlace, openNames, rankedNames } from '../open-names.ts';
import type { PartTally } from '../run/tally.ts';
import { eachRow } from './each-row.ts';
import type { Geography } from './geography.ts';
import { byName, isPostcodeDistrict, onceEach } from './once-each.ts';
import type { GridBox } from './place-postcodes.ts';
import { type FilesBySource, filesOf } from './source-files.ts';

/**
 * Names of cities, towns, villages, hamlets and neighbourhoods, each once. The district is the one it lies in today;
 * beyond England the gazetteer's own. The map is empty where nothing is loaded.
 */
export async function readPlaceNames(
  files: FilesBySource,
  tally: PartTally,
  { areas, index, beyond }: Geography,
  isLoaded: (districtCode: string) => boolean,
  within?: GridBox,
): Promise<PlaceNameToLoad[]> {
  const [west, south, east, north] = within ?? [-Infinity, -Infinity, Infinity, Infinity];
  const found: PlaceNameToLoad[] = [];
  // The official files win over the list made from them.
  const source = filesOf(files, openNames).length > 0 ? openNames : rankedNames;
  await eachRow(tally, source, filesOf(files, source), (place) => {
    const { easting, northing } = place;
    if (easting < west || easting > east || northing < south || northing > north) return false;
    if (isPostcodeDistrict(place.name)) return false;
    found.push(named(place));
    return true;
  });
  found.sort(byName);
  const kept = onceEach(found);
  tally.note(source.source, 'merged', found.length - kept.length);
  return kept;

  function named({ name, district, type, easting, northing, lon, lat }: NamedPlace): PlaceNameToLoad {
    const inside = index.at(easting, northing);
    const at =
      inside >= 0 || beyond.at(easting, northing) >= 0 ? inside : index.atOrByShore(easting, northing);
    const area = areas[at];
    const patch = area !== undefined && isLoaded(area.districtCode) ? area.patch : '';
    return { name, district: area?.district ?? district, type, patch, lon, lat, easting, northing };
  }
}
