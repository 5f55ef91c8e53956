import { authorityLookup } from '../authority-lookup.ts';
import { brcLoneliness } from '../brc-loneliness.ts';
import { censusAge } from '../census-age.ts';
import { censusDisability } from '../census-disability.ts';
import { percentLsoa, percentMsoa } from '../census-percent.ts';
import { censusTenure } from '../census-tenure.ts';
import { codePoint } from '../code-point.ts';
import { districtBoundaries } from '../district-boundaries.ts';
import { BadFileError, type FoundFile, type SourceFile } from '../files/found-file.ts';
import { indicesOfDeprivation } from '../iod.ts';
import { lsoaBoundaries } from '../lsoa-boundaries.ts';
import { lsoaCentroids } from '../lsoa-centroids.ts';
import { msoaBoundaries } from '../msoa-boundaries.ts';
import { nomisBulk, tableOf } from '../nomis-bulk.ts';
import { openNames, rankedNames } from '../open-names.ts';
import { regionLookup } from '../region-lookup.ts';
import { ruralUrban } from '../rural-urban.ts';
import { wardLookup } from '../ward-lookup.ts';

/** The files that were found of each source. */
export type FilesBySource = ReadonlyMap<SourceFile<unknown>, readonly FoundFile[]>;

/** Which districts there are, with their authority and region. */
export const LOOKUP_SOURCES = [wardLookup, authorityLookup, regionLookup] as const;
/** What places lie in. */
export const BOUNDARY_SOURCES = [lsoaBoundaries, districtBoundaries] as const;
/** Everything that areas and their figures are made of, besides postcodes. */
export const AREA_SOURCES = [
  ...LOOKUP_SOURCES,
  ...BOUNDARY_SOURCES,
  lsoaCentroids,
  ruralUrban,
  msoaBoundaries,
  censusAge,
  censusDisability,
  censusTenure,
  percentMsoa,
  percentLsoa,
  ...nomisBulk,
  indicesOfDeprivation,
  brcLoneliness,
] as const;
export const POSTCODE_SOURCES = [codePoint] as const;
export const NAME_SOURCES = [openNames, rankedNames] as const;

/** Without these no area can be loaded. */
const NEEDED = [wardLookup, lsoaBoundaries, districtBoundaries, lsoaCentroids, ruralUrban] as const;

export function filesOf(files: FilesBySource, source: SourceFile<unknown>): readonly FoundFile[] {
  return files.get(source) ?? [];
}

/** What is missing that areas cannot be made without, in words. */
export function missingForAreas(files: FilesBySource): string[] {
  const missing: string[] = NEEDED.filter((source) => filesOf(files, source).length === 0).map(
    ({ what }) => what,
  );
  // A zero would be a lie, so an area is not loaded without these counts.
  for (const [table, what, other] of [
    ['ts038', 'residents, and those of them who are disabled (2021 census, TS038)', censusDisability],
    ['ts007a', 'residents by age (2021 census, TS007A)', censusAge],
    ['ts054', 'households by tenure (2021 census, TS054)', censusTenure],
  ] as const) {
    const bulk = nomisBulk.some((source) =>
      filesOf(files, source).some(({ head }) => tableOf(head) === table),
    );
    if (!bulk && filesOf(files, other).length === 0) missing.push(what);
  }
  return missing;
}

/** @throws BadFileError naming what is missing */
export function demand(files: FilesBySource, ...sources: readonly SourceFile<unknown>[]): void {
  const missing = sources.filter((source) => filesOf(files, source).length === 0).map(({ what }) => what);
  if (missing.length > 0) {
    throw new BadFileError(
      `Missing: ${missing.join('; ')}. Put the files of their publishers in the folder.`,
    );
  }
}
