import { councilKey } from '../load/libraries/library-cells.ts';
import { joinLibraries } from '../load/libraries/library-join.ts';
import { nameTheOldBuildings } from '../load/libraries/library-key.ts';
import type { AreaShapes } from './area-shapes.ts';
import { compareText, csvText } from './csv-text.ts';
import { readAce, readOpenSchema } from './library-files.ts';
import { districtOf, homeFinder, positionOf } from './library-positions.ts';
import { LIBRARY_COLUMNS, libraryRow } from './library-row.ts';
import type { AreaNames } from './lookups.ts';
import type { LoadedArea } from './people.ts';
import type { Postcode } from './postcodes.ts';
import type { SharedFiles } from './shared-files.ts';

/** Libraries of the loaded councils. `patch` is where a mobile one belongs. */
const COUNCILS = new Map([
  ['leicestershire', 'leicestershire'],
  ['leicester', 'leicestershire'],
  ['rutland', 'leicestershire'],
  ['kirklees', 'kirklees'],
  ['brighton and hove', 'brighton-and-hove'],
]);
/** libraries.csv: the libraries of the loaded councils, and those near by outside them. */
export function librariesCsv(
  files: SharedFiles,
  names: ReadonlyMap<string, AreaNames>,
  shapes: AreaShapes,
  areas: readonly LoadedArea[],
  postcodes: readonly Postcode[],
): { csv: string; leftOut: Readonly<Record<string, number>> } {
  const joined = joinLibraries(readAce(files), readOpenSchema(files));
  const grid = new Map(postcodes.map((postcode) => [postcode.postcode, postcode]));
  const districtNames = new Map([...names.values()].map((area) => [area.districtCode, area.district]));
  const nearHome = homeFinder(areas);

  const leftOut: Record<string, number> = {};
  const rows = joined.flatMap((library) => {
    const council = councilKey(library.ace?.authority ?? library.schema?.council ?? '');
    const homePatch = COUNCILS.get(council);
    const type = library.ace?.type ?? 'static library';
    if (type !== 'static library' && type !== 'mobile library') {
      if (homePatch) leftOut[type] = (leftOut[type] ?? 0) + 1;
      return [];
    }
    const mobile = type === 'mobile library';
    if (!homePatch && (mobile || library.ace === null)) return [];
    const position = mobile ? null : positionOf(library, grid);
    const near = !homePatch && position ? nearHome(position) : null;
    if (!homePatch && near === null) return [];
    const patch = homePatch ?? near;
    const districtCode = position ? districtOf(position, library, grid, names, shapes) : '';
    return [
      {
        ...libraryRow(library, mobile, position),
        district: districtNames.get(districtCode),
        district_code: districtCode,
        patch,
        outside: homePatch ? 'no' : 'yes',
      },
    ];
  });
  nameTheOldBuildings(rows);
  rows.sort((a, b) => compareText(a.outside, b.outside) || compareText(a.key, b.key));
  if (new Set(rows.map((row) => row.key)).size < rows.length) throw new Error('two libraries share a key');
  return { csv: csvText(LIBRARY_COLUMNS, rows), leftOut };
}
