import { AreaShapes } from './area-shapes.ts';
import { areasCsv, homePointsCsv } from './areas.ts';
import { benchesCsv } from './benches.ts';
import { dictionaryCsv } from './dictionary.ts';
import { librariesCsv } from './libraries.ts';
import { readAreaNames } from './lookups.ts';
import { moneyCsv } from './money.ts';
import { type LoadedArea, loadAreas } from './people.ts';
import { placeNamesCsv, readPlaceNames } from './place-names.ts';
import { postcodeSectorsCsv } from './postcode-sectors.ts';
import { readPostcodes } from './postcodes.ts';
import { SharedFiles } from './shared-files.ts';
import { sourcesJson } from './source-list.ts';
import { venuesCsv } from './venues.ts';

export interface Starter {
  /** Text of each file by its path below data/. */
  readonly files: ReadonlyMap<string, string>;
  readonly areas: readonly LoadedArea[];
  /** Rows of the Arts Council list that the libraries leave out, for the loaded councils, by type. */
  readonly librariesLeftOut: Readonly<Record<string, number>>;
}

/** Makes every generated file of data/ from the shared folder. Same input, same bytes. */
export function makeStarter(folder: string): Starter {
  const shared = new SharedFiles(folder);
  const names = readAreaNames(shared);
  const shapes = new AreaShapes(shared);
  const postcodes = readPostcodes(shared);
  const areas = loadAreas(shared, names, shapes, postcodes);
  const places = readPlaceNames(shared, names, shapes);
  const libraries = librariesCsv(shared, names, shapes, areas, postcodes);
  const files = new Map([
    ['starter/areas.csv', areasCsv(shared, areas)],
    ['starter/home-points.csv', homePointsCsv(areas)],
    ['starter/libraries.csv', libraries.csv],
    ['starter/benches.csv', benchesCsv(shared, names, shapes, places)],
    ['starter/venues.csv', venuesCsv(shared)],
    ['starter/place-names.csv', placeNamesCsv(places)],
    ['starter/postcode-sectors.csv', postcodeSectorsCsv(postcodes)],
    ['starter/money.csv', moneyCsv(shared)],
    ['dictionary.csv', dictionaryCsv()],
    ['sources.json', sourcesJson(shared)],
  ]);
  return { files, areas, librariesLeftOut: libraries.leftOut };
}
