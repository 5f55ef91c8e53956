import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from './files/file-sample.ts';
import { BadFileError } from './files/found-file.ts';
import { ageOf, fieldsOf, readAll, rutland, sampleSource } from './ground-sample.ts';
import { openStreetMap, osmListings } from './openstreetmap.ts';
import { osmSample, type SampleMap } from './osm/osm-sample.ts';
import { placeId } from './place-claims.ts';

const source = sampleSource('openstreetmap', 'the day of each edit');
/** Well inside the square of Rutland; the square lies round -0.74, 52.64. */
const [LON, LAT] = [-0.74, 52.64];
const at = (east: number, north: number) => [LON + east * 0.001, LAT + north * 0.001] as const;

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

async function listed(map: SampleMap) {
  const { rows, rejected } = await readAll(openStreetMap, await folder.file('a.osm.pbf', osmSample(map)));
  const found = osmListings(rows, rutland.ground, () => 'Oakham', source);
  expect(found.listings.length).toBe([...found.listings].length);
  return { ...found, listings: [...found.listings], rejected };
}
const node = (tags: Record<string, string>, id = 1) => ({
  nodes: [{ id, tags, at: at(0, 0), edited: '2019-06-20' }],
});

describe('places of OpenStreetMap', () => {
  it('have the kind that their tags say', async () => {
    const tags: readonly (readonly [Record<string, string>, string])[] = [
      [{ amenity: 'library' }, 'library'],
      [{ amenity: 'community_centre' }, 'hub'],
      [{ amenity: 'community_centre', community_centre: 'village_hall' }, 'hall'],
      [{ amenity: 'community_centre', name: 'Village Hall' }, 'hall'],
      [{ amenity: 'social_centre' }, 'social-club'],
      [{ club: 'social' }, 'social-club'],
      [{ club: 'scout' }, 'group'],
      [{ amenity: 'cafe' }, 'cafe'],
      [{ leisure: 'park' }, 'park'],
      [{ amenity: 'place_of_worship' }, 'faith'],
      [{ amenity: 'social_facility', social_facility: 'day_care' }, 'day-centre'],
      [{ amenity: 'social_facility', social_facility: 'food_bank' }, 'hub'],
      [{ amenity: 'bench' }, 'bench'],
      [{ leisure: 'bench' }, 'bench'],
      [{ amenity: 'public_bookcase' }, 'other'],
    ];
    const { listings } = await listed({
      nodes: tags.map(([tag], id) => ({ id: id + 1, tags: { name: 'A', ...tag }, at: at(0, 0) })),
    });
    expect(listings.map((each) => fieldsOf(each).kind)).toEqual(tags.map(([, kind]) => kind));
  });

  it('are passed over where they are private, where people live, or where there is nothing to call them by', async () => {
    const tags: readonly Record<string, string>[] = [
      { amenity: 'bench', access: 'private' },
      { leisure: 'garden', name: 'Mine', 'garden:type': 'residential' },
      { amenity: 'social_facility', name: 'Home', social_facility: 'nursing_home' },
      { amenity: 'cafe' },
      { leisure: 'park', operator: 'Rutland County Council' },
      { amenity: 'pub', name: 'The Bell' },
    ];
    const { listings } = await listed({
      nodes: tags.map((tag, id) => ({ id: id + 1, tags: tag, at: at(0, 0) })),
    });
    expect(listings).toEqual([]);
  });

  it('are called after their street where they have no name, and benches after what they are near', async () => {
    const { listings } = await listed({
      nodes: [
        { id: 1, tags: { amenity: 'cafe', 'addr:street': 'High Street' }, at: at(0, 0) },
        {
          id: 2,
          tags: { amenity: 'bench', name: 'In memory of someone', inscription: 'a name' },
          at: at(0, 0),
        },
      ],
    });
    expect(listings.map((each) => fieldsOf(each).name)).toEqual(['Café, High Street', 'Bench near Oakham']);
    expect(JSON.stringify(listings)).not.toMatch(/In memory|a name|A Mapper/);
  });

  it('are as old as their last edit, or as the day they were checked; hours have a day of their own', async () => {
    const tags = { amenity: 'cafe', name: 'Tea', opening_hours: 'Mo-Fr 09:00-17:00' };
    const plain = (await listed(node(tags))).listings[0];
    expect(plain).toMatchObject({ key: 'node/1', placeId: placeId('openstreetmap', 'node/1') });
    expect(ageOf(plain, 'name')).toBe('2019-06-20 published');
    const checked = (await listed(node({ ...tags, check_date: '2024-05' }))).listings[0];
    expect([ageOf(checked, 'name'), ageOf(checked, 'openingHours')]).toEqual([
      '2024-05 checked',
      '2024-05 checked',
    ]);
    const hours = (
      await listed(node({ ...tags, check_date: 'last week', 'check_date:opening_hours': '2025-01-02' }))
    ).listings[0];
    expect([ageOf(hours, 'name'), ageOf(hours, 'openingHours')]).toEqual([
      '2019-06-20 published',
      '2025-01-02 checked',
    ]);
    expect(hours?.claims[0]?.sourceDetail).toBe('https://www.openstreetmap.org/node/1');
  });

  it('keep hours in the grammar, and as words what is not certain', async () => {
    const hours = async (text: string) =>
      fieldsOf((await listed(node({ amenity: 'cafe', name: 'Tea', opening_hours: text }))).listings[0]);
    expect(await hours('Mo-Sa 10:00-16:00; PH off')).toMatchObject({
      openingHours: 'Mo-Sa 10:00-16:00; PH off',
    });
    expect(await hours('Tues 10-12, not 2nd wk')).toMatchObject({ when: 'Tues 10-12, not 2nd wk' });
    expect((await hours('Tues 10-12, not 2nd wk')).openingHours).toBeUndefined();
    expect(await hours('off')).toMatchObject({ status: 'temporarily-closed' });
  });

  it('that are disused are closed, without hours or ways to get in touch', async () => {
    const gone = { name: 'Old', phone: '01572 000000', opening_hours: 'Mo 10:00-12:00' };
    for (const key of ['disused:amenity', 'abandoned:amenity', 'was:amenity']) {
      const fields = fieldsOf((await listed(node({ ...gone, [key]: 'library' }))).listings[0]);
      expect(fields).toMatchObject({ status: 'closed', kind: 'library' });
      expect([fields.phone, fields.openingHours]).toEqual([undefined, undefined]);
    }
  });

  it('say who can get in and how, and how to get in touch with the organisation', async () => {
    const hall = fieldsOf(
      (
        await listed(
          node({
            amenity: 'community_centre',
            name: 'Oakham Hall',
            wheelchair: 'limited',
            'toilets:wheelchair': 'yes',
            'contact:phone': '01572 000000; 01572 111111',
            email: 'jane.smith@example.org',
            website: 'oakhamhall.example.org',
            'addr:housenumber': '4',
            'addr:street': 'High Street',
            'addr:postcode': 'le156aa',
            'community_centre:for': 'senior;child',
            'ref:GB:uprn': '100030000001',
          }),
        )
      ).listings[0],
    );
    expect(hall).toMatchObject({
      wheelchair: 'limited',
      access: 'Toilet for wheelchair users',
      phone: '01572 000000',
      website: 'https://oakhamhall.example.org',
      address: '4 High Street',
      postcode: 'LE15 6AA',
      forWhom: 'older people, children',
      uprn: '100030000001',
    });
    expect(hall.email).toBeUndefined();
    const bench = fieldsOf(
      (await listed(node({ amenity: 'bench', backrest: 'yes', armrest: 'no', seats: '3' }))).listings[0],
    );
    expect(bench.access).toBe('With a backrest; without armrests; 3 seats');
  });

  it('lie where they are: elsewhere is counted, and only libraries count near by', async () => {
    const stamford = [-0.6, 52.64] as const;
    const { listings, elsewhere } = await listed({
      nodes: [
        { id: 1, tags: { amenity: 'library', name: 'Beside' }, at: stamford },
        { id: 2, tags: { amenity: 'bench' }, at: stamford },
        { id: 3, tags: { amenity: 'library', name: 'Dublin' }, at: [-6.26, 53.35] },
      ],
    });
    expect(listings.map((each) => [fieldsOf(each).name, fieldsOf(each).outside])).toEqual([['Beside', true]]);
    expect(elsewhere).toBe(2);
  });
});

describe('ways and relations', () => {
  const corners = [
    [1, 0, 0],
    [2, 4, 0],
    [3, 4, 4],
    [4, 0, 4],
  ] as const;
  const nodes = corners.map(([id, x, y]) => ({ id, at: at(x, y) }));
  const inside = (fields: Readonly<Record<string, unknown>>) => {
    const { lon, lat } = fields.position as { lon: number; lat: number };
    return lon >= LON && lon <= LON + 0.004 && lat >= LAT && lat <= LAT + 0.004;
  };

  it('are points on their surface, and the outline of a relation may come in pieces', async () => {
    const { listings } = await listed({
      nodes,
      ways: [
        { id: 10, refs: [1, 2, 3, 4, 1], tags: { leisure: 'park', name: 'Way Park' }, edited: '2020-01-05' },
        { id: 11, refs: [1, 2, 3] },
        { id: 12, refs: [1, 4, 3] },
      ],
      relations: [
        {
          id: 20,
          tags: { type: 'multipolygon', leisure: 'park', name: 'Relation Park' },
          members: [
            { type: 'way', ref: 11, role: 'outer' },
            { type: 'way', ref: 12, role: 'outer' },
          ],
        },
      ],
    });
    expect(listings.map((each) => each.key)).toEqual(['way/10', 'relation/20']);
    expect(listings.map((each) => inside(fieldsOf(each)))).toEqual([true, true]);
    expect(fieldsOf(listings[0]).position).toEqual(fieldsOf(listings[1]).position);
  });

  it('cut off from their outline are rejected by their number', async () => {
    const { listings, rejected } = await listed({
      ways: [{ id: 10, refs: [98, 99], tags: { amenity: 'library', name: 'Cut Off' } }],
    });
    expect(listings).toEqual([]);
    expect(rejected[0]?.problem).toMatch(/^way\/10 has no outline in this file/);
  });
});

describe('a damaged extract', () => {
  it('fails with what to do, wherever it is cut and whatever is in it', async () => {
    const whole = osmSample(node({ amenity: 'bench' }));
    const torn = [
      whole.subarray(0, whole.length - 9),
      Buffer.concat([whole.subarray(0, whole.length - 30), Buffer.alloc(30, 7)]),
      Buffer.concat([whole, Buffer.from([255, 255, 255, 255, 1, 2, 3])]),
    ];
    for (const [number, bytes] of torn.entries()) {
      const file = await folder.file(`${number}.osm.pbf`, bytes);
      expect(openStreetMap.recognise(file.head)).toBe(true);
      const error = await readAll(openStreetMap, file).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BadFileError);
      expect(String(error)).toContain('Download it again');
    }
  });
});
