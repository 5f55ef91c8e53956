import { INDICATORS } from '@kith/core/area/indicators';
import { describe, expect, it } from 'vitest';
import { boxAround, postcodeBatches } from './place-postcodes.ts';
import { SAMPLE, sampleFiles, sampleWorld } from './sample-world.ts';

const PERCENTS =
  'hh_family_composition_4a-002,legal_partnership_status_3a-002,health_in_general_4a-002,health_in_general_4a-003,is_carer_5a-001,number_of_cars_5a-000';
const HEALTH =
  'date,geography,geography code,General health: Total: All usual residents,General health: Fair health,General health: Bad health,General health: Very bad health';

function withFiles(more: Readonly<Record<string, string>>): Map<string, string> {
  return new Map([...sampleFiles(), ...Object.entries(more)]);
}

describe('areas from the files of their publishers', () => {
  it('have their names, counts, class and map', async () => {
    const { world } = await sampleWorld(sampleFiles());
    expect(world.areas.map(({ code, patch }) => [code, patch])).toEqual([
      ['E01000001', 'ashire'],
      ['E01000002', 'ashire'],
      ['E01000003', 'bee'],
    ]);
    expect(world.areas[0]).toMatchObject({
      name: 'Alby 001A',
      ward: 'West',
      district: 'Alby',
      districtCode: 'E07000001',
      ruralUrban: 'urban',
      residents: 101,
      households: 40,
      aged65Over: 40,
      disabled: 11,
      easting: SAMPLE.west + 1520,
      northing: SAMPLE.south + 500,
    });
    expect(world.districts).toMatchObject([
      { code: 'E06000002', authorityCode: 'E06000002', patch: 'bee', regionName: 'North' },
      { code: 'E07000001', authorityCode: 'E10000001', authorityName: 'Ashire', patch: 'ashire' },
    ]);
    expect(world.areaShapes).toHaveLength(3);
    expect(world.districtShapes.map(({ code }) => code)).toEqual(['E06000002', 'E07000001']);
  });

  it('share all their residents over home points, and meet the centroid', async () => {
    const { world } = await sampleWorld(sampleFiles());
    for (const { code, residents } of world.areas) {
      const own = world.homePoints.filter(({ area }) => area === code);
      expect(own.reduce((sum, point) => sum + point.residents, 0)).toBe(residents);
    }
    expect(world.misses.every(({ after }) => after <= 10)).toBe(true);
  });

  it('say how far the nearest postcode is that is not loaded', async () => {
    const both = await sampleWorld(sampleFiles());
    expect(both.world.areas.map(({ edgeMetres }) => edgeMetres)).toEqual([200, 1200, 2200]);
    const alone = await sampleWorld(sampleFiles(), ['E06000002']);
    expect(alone.world.areas.map(({ code, edgeMetres }) => [code, edgeMetres])).toEqual([['E01000003', 200]]);
    const beside = await sampleWorld(sampleFiles(), ['E06000002'], ['E07000001']);
    expect(beside.world.areas[0]?.edgeMetres).toBe(2200);
  });

  it('tell a district whose code the postcodes do not know yet by the boundaries', async () => {
    const files = sampleFiles();
    files.set('postcodes.csv', (files.get('postcodes.csv') ?? '').replaceAll('E07000001', 'E07000999'));
    const { world } = await sampleWorld(files);
    expect(world.areas.map(({ edgeMetres }) => edgeMetres)).toEqual([200, 1200, 2200]);
  });

  it('pass over Wales, and count it as elsewhere and not as rejected', async () => {
    const { world, tally } = await sampleWorld(sampleFiles(), ['E06000002']);
    expect(world.values.every(({ area }) => area === 'E01000003')).toBe(true);
    const ages = tally.files.find(({ source }) => source === 'census-2021-age');
    expect([ages?.read, ages?.elsewhere, ages?.log.count]).toEqual([4, 3, 0]);
    const drawn = tally.files.find(({ source }) => source === 'ons-lsoa21-boundaries');
    expect([drawn?.read, drawn?.elsewhere]).toEqual([4, 1]);
  });

  it('without a count are left out, and it is said', async () => {
    const files = sampleFiles();
    files.set('tenure.csv', (files.get('tenure.csv') ?? '').replace('E01000002,40', 'E01000002,none'));
    const { world, tally } = await sampleWorld(files);
    expect(world.areas.map(({ code }) => code)).toEqual(['E01000001', 'E01000003']);
    const said = tally.files.flatMap(({ log }) => log.kept.map(({ problem }) => problem));
    expect(said.join(' ')).toContain('1 area (E01000002)');
  });

  it('are not made where a file is missing, and all that is missing is named', async () => {
    const files = sampleFiles();
    files.delete('centroids.csv');
    files.delete('age.csv');
    await expect(sampleWorld(files)).rejects.toThrow(/centroids.*residents by age/);
  });
});

describe('figures', () => {
  const figure = async (files: ReadonlyMap<string, string>, area: string, id: string) => {
    const { world } = await sampleWorld(files);
    return world.values.find((value) => value.area === area && value.indicator === id);
  };

  it('are there for every indicator, or null with a reason', async () => {
    const { world } = await sampleWorld(sampleFiles());
    expect(world.values).toHaveLength(3 * INDICATORS.length);
    for (const value of world.values) expect(value.value === null).toBe(value.reason !== null);
    expect(world.values.find(({ indicator }) => indicator === 'no-car')?.reason).toContain(
      'not among the files',
    );
    const disabled = world.values.find(({ indicator }) => indicator === 'disabled');
    expect(disabled).toMatchObject({
      value: 10.9,
      geography: 'lsoa',
      source: 'census-2021-disability',
      year: '2021',
    });
  });

  it('fall back on the MSOA, found by the name without its last letter, and are marked so', async () => {
    const msoas = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { MSOA21CD: 'E02000001', MSOA21NM: 'Alby 001' }, geometry: null },
      ],
    });
    const files = withFiles({
      'msoa.json': msoas,
      'wide.csv': `areacd,${PERCENTS}\nE02000001,31,52,13,6,91,21\n`,
      'own.csv': `lsoa21_code,household_coverage,${PERCENTS}\nE01000001,0.95,30,50,12,5,90,20\nE01000002,0.5,1,1,1,1,1,1\n`,
    });
    expect(await figure(files, 'E01000001', 'unpaid-care')).toMatchObject({ value: 10, geography: 'lsoa' });
    expect(await figure(files, 'E01000002', 'unpaid-care')).toMatchObject({ value: 9, geography: 'msoa' });
    const none = await figure(files, 'E01000003', 'unpaid-care');
    expect(none).toMatchObject({ value: null, reason: 'No figure is published for this area.' });
  });

  it('of Nomis beat percentages of the MSOA and the tidied tables', async () => {
    const files = withFiles({
      'own.csv': `lsoa21_code,household_coverage,${PERCENTS}\nE01000001,0.95,30,50,12,5,90,20\nE01000002,0.95,30,50,12,5,90,20\n`,
      'health.csv': `${HEALTH}\n2021,Alby 001A,E01000001,200,30,8,4\n2021,Gwlad 001A,W01000001,200,30,8,4\n`,
      'disabled.csv':
        'date,geography,geography code,Disability: Total: All usual residents,Disability: Disabled under the Equality Act\n2021,Alby 001A,E01000001,100,33\n',
    });
    expect(await figure(files, 'E01000001', 'fair-health')).toMatchObject({ value: 15, geography: 'lsoa' });
    expect(await figure(files, 'E01000001', 'bad-health')).toMatchObject({ value: 6 });
    expect(await figure(files, 'E01000002', 'fair-health')).toMatchObject({ value: 12 });
    expect(await figure(files, 'E01000001', 'disabled')).toMatchObject({ value: 33 });
    expect(await figure(files, 'E01000002', 'disabled')).toMatchObject({ value: 11.9 });
  });

  it('of ages 16 to 24 are null with the reason where only five-year bands were loaded', async () => {
    const files = sampleFiles();
    files.delete('age.csv');
    const bands = [65, 70, 75, 80].map((from) => `Age: Aged ${from} to ${from + 4} years`);
    const header = ['Age: Total', 'Age: Aged 15 to 19 years', ...bands, 'Age: Aged 85 years and over'].join(
      ',',
    );
    const rows = ['E01000001', 'E01000002', 'E01000003'].map((code) => `2021,x,${code},100,7,1,2,3,4,5`);
    files.set('ages.csv', `date,geography,geography code,${header}\n${rows.join('\n')}\n`);
    expect((await figure(files, 'E01000001', 'age-16-24'))?.reason).toContain('five years');
    expect(await figure(files, 'E01000001', 'age-65-over')).toMatchObject({ value: 15 });
  });
});

describe('postcodes to be stored', () => {
  it('carry the area they lie in where it is loaded', async () => {
    const { geography, postcodes } = await sampleWorld(sampleFiles());
    const [batch] = postcodeBatches(postcodes, geography, (code) => code === 'E06000002');
    expect(batch).toHaveLength(12);
    expect(batch?.filter(({ area }) => area !== null).map(({ folded, area }) => [folded, area])).toEqual([
      ['AB30AA', 'E01000003'],
      ['AB31AA', 'E01000003'],
      ['AB32AA', 'E01000003'],
    ]);
  });

  it('are those in the box, where one is given', async () => {
    const { world, geography, postcodes } = await sampleWorld(sampleFiles(), ['E06000002']);
    // The westernmost home is 100 m into Bee: 999 m around it leave out the postcode 1,000 m off.
    const [batch] = postcodeBatches(postcodes, geography, () => true, boxAround(world.homePoints, 999));
    expect(batch?.map(({ folded }) => folded)).toEqual(['AB21AA', 'AB22AA', 'AB30AA', 'AB31AA', 'AB32AA']);
  });
});
