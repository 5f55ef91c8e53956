import { type PatchId, patchOfAuthority } from '@kith/core/area/patches';
import { isEnglish } from '../area-codes.ts';
import { type AuthorityOfDistrict, authorityLookup } from '../authority-lookup.ts';
import { districtBoundaries } from '../district-boundaries.ts';
import { BadFileError } from '../files/found-file.ts';
import type { DrawnArea } from '../geojson-areas.ts';
import { lsoaBoundaries } from '../lsoa-boundaries.ts';
import { type RegionOfDistrict, regionLookup } from '../region-lookup.ts';
import type { PartTally } from '../run/tally.ts';
import { type AreaNames, wardLookup } from '../ward-lookup.ts';
import { AreaIndex } from './area-index.ts';
import { eachRow } from './each-row.ts';
import { demand, type FilesBySource, filesOf } from './source-files.ts';

export interface District {
  readonly code: string;
  readonly name: string;
  readonly authorityCode: string;
  readonly authorityName: string;
  /** Empty where no look-up gives the region. */
  readonly regionCode: string;
  readonly regionName: string;
  readonly patch: PatchId;
}

/** An area of England with its names and its shape. */
export interface GeographyArea extends AreaNames, Pick<DrawnArea, 'rings' | 'geometry'> {
  readonly patch: PatchId;
}

/** Which areas and districts England has, and where they lie. */
export interface Geography {
  /** By code. Those for which there are names and a boundary. */
  readonly areas: readonly GeographyArea[];
  readonly districts: readonly District[];
  /** Districts of England as drawn, by code. */
  readonly districtShapes: readonly DrawnArea[];
  /** Over `areas`, in their order. */
  readonly index: AreaIndex;
  /** Areas of Wales, districts of Scotland and Northern Ireland. */
  readonly beyond: AreaIndex;
}

/** Every district of England by code, from the look-ups alone: what can be asked for. */
export async function readDistricts(files: FilesBySource, tally: PartTally): Promise<District[]> {
  return districtsOf(await readNames(files, tally), files, tally);
}

/**
 * England from look-ups and boundaries. The rest of the United Kingdom is kept only to know what lies beyond.
 * @throws BadFileError when a file that is needed is missing
 */
export async function readGeography(files: FilesBySource, tally: PartTally): Promise<Geography> {
  demand(files, wardLookup, lsoaBoundaries, districtBoundaries);
  const names = await readNames(files, tally);
  const districts = await districtsOf(names, files, tally);
  const patches = new Map(districts.map(({ code, patch }) => [code, patch]));
  const drawn: DrawnArea[] = [];
  await eachRow(tally, lsoaBoundaries, filesOf(files, lsoaBoundaries), (row) => {
    drawn.push(row);
    return isOfEngland(row);
  });
  const areas: GeographyArea[] = [];
  const nameless: string[] = [];
  for (const { code, rings, geometry } of byCode(drawn.filter(isOfEngland))) {
    const named = names.get(code);
    if (named === undefined) nameless.push(code);
    else areas.push({ ...named, rings, geometry, patch: patches.get(named.districtCode) ?? '' });
  }
  note(files, tally, nameless);
  const shapes: DrawnArea[] = [];
  await eachRow(tally, districtBoundaries, filesOf(files, districtBoundaries), (row) => {
    shapes.push(row);
    return isOfEngland(row);
  });
  if (areas.length === 0) throw new BadFileError('No area of England has both a boundary and a name.');
  const welsh = drawn.filter((area) => !isOfEngland(area));
  const northern = shapes.filter(({ code }) => /^[SN]/.test(code));
  return {
    areas,
    districts,
    districtShapes: byCode(shapes.filter(isOfEngland)),
    index: new AreaIndex(areas),
    beyond: new AreaIndex([...welsh, ...northern]),
  };
}

async function readNames(files: FilesBySource, tally: PartTally): Promise<Map<string, AreaNames>> {
  demand(files, wardLookup);
  const names = new Map<string, AreaNames>();
  await eachRow(tally, wardLookup, filesOf(files, wardLookup), (row) => {
    if (isOfEngland(row)) names.set(row.code, row);
    return isOfEngland(row);
  });
  return names;
}

async function districtsOf(
  names: ReadonlyMap<string, AreaNames>,
  files: FilesBySource,
  tally: PartTally,
): Promise<District[]> {
  const authorities = new Map<string, AuthorityOfDistrict>();
  await eachRow(tally, authorityLookup, filesOf(files, authorityLookup), (row) => {
    authorities.set(row.districtCode, row);
    return isEnglish(row.districtCode);
  });
  const regions = new Map<string, RegionOfDistrict>();
  await eachRow(tally, regionLookup, filesOf(files, regionLookup), (row) => {
    regions.set(row.districtCode, row);
    return isEnglish(row.districtCode);
  });
  const districts = new Map<string, District>();
  for (const { districtCode: code, district: name } of names.values()) {
    if (districts.has(code)) continue;
    const { authorityCode, authorityName } = authorities.get(code) ?? {
      authorityCode: code,
      authorityName: name,
    };
    const { regionCode = '', regionName = '' } = regions.get(code) ?? {};
    const patch = patchOfAuthority({ code: authorityCode, name: authorityName });
    districts.set(code, { code, name, authorityCode, authorityName, regionCode, regionName, patch });
  }
  return byCode([...districts.values()]);
}

function note(files: FilesBySource, tally: PartTally, nameless: readonly string[]): void {
  const file = filesOf(files, lsoaBoundaries)[0];
  if (nameless.length === 0 || file === undefined) return;
  const some = nameless.slice(0, 3).join(', ');
  const left =
    nameless.length === 1
      ? `1 area (${some}) was left out`
      : `${nameless.length} areas (${some}) were left out`;
  const problem = `${left}: the look-up to wards does not name what the boundaries draw. Fetch both again.`;
  tally.of(lsoaBoundaries.source, file).log.reject({ row: null, column: null, problem });
}

function isOfEngland({ code }: { readonly code: string }): boolean {
  return isEnglish(code);
}

/** In order of code, each code once: the first. */
function byCode<Row extends { readonly code: string }>(rows: readonly Row[]): Row[] {
  const once = new Map<string, Row>();
  for (const row of rows) if (!once.has(row.code)) once.set(row.code, row);
  return [...once.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
