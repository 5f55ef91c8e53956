import { SampleFolder } from '../files/file-sample.ts';
import { findFiles } from '../files/find-files.ts';
import { recogniseFiles } from '../files/recognise.ts';
import { PartTally } from '../run/tally.ts';
import { buildAreas, type World } from './build-areas.ts';
import { type Geography, readGeography } from './geography.ts';
import { type PlacedPostcodes, placePostcodes, readPostcodes } from './place-postcodes.ts';
import { AREA_SOURCES, NAME_SOURCES, POSTCODE_SOURCES } from './source-files.ts';

/**
 * A made-up strip of land for tests, of squares a kilometre wide from west to east at 400,000 E, 300,000 N:
 * Wales, then two areas of Alby (district E07000001 of Ashire), then one of Bee (a unitary, E06000002), then sea.
 */
export const SAMPLE = { west: 400_000, south: 300_000, size: 1000 } as const;
const STRIP = [
  ['W01000001', 'Gwlad 001A'],
  ['E01000001', 'Alby 001A'],
  ['E01000002', 'Alby 001B'],
  ['E01000003', 'Bee 001A'],
] as const;

/** The files of the sample by name; a test changes or removes some. */
export function sampleFiles(): Map<string, string> {
  const ring = (at: number, width = 1) => {
    const [west, south] = [SAMPLE.west + at * SAMPLE.size, SAMPLE.south];
    const [east, north] = [west + width * SAMPLE.size, south + SAMPLE.size];
    return [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ];
  };
  const drawn = (features: readonly (readonly [Record<string, string>, number[][][]])[]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'EPSG:27700' } },
      features: features.map(([properties, coordinates]) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'Polygon', coordinates },
      })),
    });
  const postcodes = STRIP.flatMap(([code], at) =>
    [100, 500, 900].map((east, nth) => {
      const country = code.startsWith('W') ? 'W92000004' : 'E92000001';
      const district = ['W06000001', 'E07000001', 'E07000001', 'E06000002'][at];
      return `"AB${at} ${nth}AA",10,${SAMPLE.west + at * SAMPLE.size + east},${SAMPLE.south + 500},"${country}","","","","${district}",""`;
    }),
  );
  return new Map([
    ['areas.json', drawn(STRIP.map(([code, name], at) => [{ LSOA21CD: code, LSOA21NM: name }, ring(at)]))],
    [
      'districts.json',
      drawn([
        [{ LAD24CD: 'E07000001', LAD24NM: 'Alby' }, ring(1, 2)],
        [{ LAD24CD: 'E06000002', LAD24NM: 'Bee' }, ring(3)],
        [{ LAD24CD: 'S12000001', LAD24NM: 'Scotland' }, ring(-1)],
      ]),
    ],
    [
      'wards.csv',
      'LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\nE01000003,Bee 001A,E05000003,Hive,E06000002,Bee\nE01000001,Alby 001A,E05000001,West,E07000001,Alby\nE01000002,Alby 001B,E05000002,East,E07000001,Alby\nW01000001,Gwlad 001A,W05000001,Un,W06000001,Gwlad\n',
    ],
    ['upper.csv', 'LTLA23CD,LTLA23NM,UTLA23CD,UTLA23NM\nE07000001,Alby,E10000001,Ashire\n'],
    [
      'region.csv',
      'LAD24CD,LAD24NM,RGN24CD,RGN24NM\nE07000001,Alby,E12000001,North\nE06000002,Bee,E12000001,North\n',
    ],
    [
      'centroids.csv',
      `LSOA21CD,x,y\n${STRIP.map(([code], at) => `${code},${SAMPLE.west + at * SAMPLE.size + 520},${SAMPLE.south + 500}`).join('\n')}\n`,
    ],
    [
      'class.csv',
      `LSOA21CD,RUC21CD,RUC21NM\n${STRIP.map(([code]) => `${code},UN1,Urban: Nearer to a major town or city`).join('\n')}\n`,
    ],
    [
      'age.csv',
      `lsoa21_code,Aged 15 years and under,Aged 16 to 24 years,Aged 25 to 34 years,Aged 35 to 49 years,Aged 50 to 64 years,Aged 65 years and over\n${STRIP.map(([code]) => `${code},10,20,10,10,10,40`).join('\n')}\n`,
    ],
    [
      'disability.csv',
      `lsoa21_code,n,total_residents,prop\n${STRIP.map(([code], at) => `${code},${10 + at},101,0.1`).join('\n')}\n`,
    ],
    [
      'tenure.csv',
      `lsoa21_code,total_households,Social rented: Rents from council or Local Authority,Social rented: Other social rented,Private rented: Private landlord or letting agency,Private rented: Other private rented\n${STRIP.map(([code]) => `${code},40,1,2,3,4`).join('\n')}\n`,
    ],
    ['postcodes.csv', `${postcodes.join('\n')}\n`],
  ]);
}

export interface SampleWorld {
  readonly world: World;
  readonly geography: Geography;
  readonly postcodes: PlacedPostcodes;
  readonly tally: PartTally;
}

/** The world that files add up to. */
export async function sampleWorld(
  files: ReadonlyMap<string, string>,
  districts: readonly string[] = ['E07000001', 'E06000002'],
  loadedBefore: readonly string[] = [],
): Promise<SampleWorld> {
  const folder = new SampleFolder();
  try {
    for (const [name, text] of files) await folder.write(name, text);
    const sources = [...AREA_SOURCES, ...POSTCODE_SOURCES, ...NAME_SOURCES];
    const found = await recogniseFiles(await findFiles(folder.path), sources);
    if (found.problems.length > 0) throw new Error(found.problems.join(' '));
    const tally = new PartTally();
    const geography = await readGeography(found.files, tally);
    const postcodes = placePostcodes(await readPostcodes(found.files, tally), geography);
    const world = await buildAreas({
      files: found.files,
      tally,
      geography,
      postcodes,
      districts: new Set(districts),
      loadedBefore: new Set(loadedBefore),
    });
    return { world, geography, postcodes, tally };
  } finally {
    folder.remove();
  }
}
