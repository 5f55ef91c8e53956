import type { Kind } from '@kith/core/place/kinds';
import { parseWeek } from '@kith/core/place/week';
import { type ReportMeta, reportCsv } from '@kith/core/scenario/report-csv';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { namedWorld, play, scenarioOf } from './worlds.ts';

const kinds: Kind[] = ['library', 'cafe', 'hall'];
const meta: ReportMeta = {
  patchName: 'Tiny town',
  places: [
    { id: 'cafe', name: '=Corner "Café"' },
    { id: 'old-library', name: 'Old Library' },
  ],
  sources: [
    {
      title: 'Census 2021, usual residents',
      publisher: 'Office for National Statistics',
      vintage: '2021',
      licence: 'Open Government Licence v3.0',
      attribution: 'Source: Office for National Statistics',
      url: 'https://www.ons.gov.uk/census',
    },
  ],
};
const report = play(namedWorld('tiny-town'), scenarioOf(['cafe', 'old-library'], { kinds, minutes: 30 }));
const text = reportCsv(report, meta);
const rows = parse(text, { relax_column_count: false }) as string[][];

/** The rows of one part, as records by its own headings. */
function part(name: string, table: readonly string[][] = rows): Record<string, string>[] {
  const first = table.findIndex((row) => row[0] === name);
  const headings = table[first - 1] ?? [];
  return table
    .filter((row) => row[0] === name)
    .map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])));
}

describe('the report as CSV', () => {
  it('is RFC 4180: CRLF, and every row as wide as the others', () => {
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it('says what was asked, of which data, and the hash', () => {
    const about = Object.fromEntries(part('About').map(({ item, value }) => [item, value]));
    expect(about).toMatchObject({
      map: 'Tiny town',
      'kinds of place that count': 'library, cafe, hall',
      'minutes of walking': '30',
      'limit, walking metres': '2000',
      'streets are longer than a straight line by, in towns': '1.3',
      'the factor behind the other two counts, in towns: low': '1.2',
      'the factor behind the other two counts, in towns: high': '1.4',
      'the factor behind the other two counts, in the country: low': '1.3',
      'the factor behind the other two counts, in the country: high': '1.5',
      'version of the data': 'small-world',
      'hash of this scenario and data': report.hash,
    });
  });

  it('carries every number of the report', () => {
    const totals = Object.fromEntries(part('Totals').map(({ what, number }) => [what, number]));
    expect(totals['people who lose reach']).toBe('250');
    expect(totals['people who keep reach but walk further']).toBe('30');
    expect(part('Groups').map((row) => [row.group, row['lose reach'], row['lose reach: least']])).toEqual([
      ['Everyone', '250', '230'],
      ['All households', '117', '107'],
      ['Aged 65 and over', '75', '64'],
      ['Disabled', '43', '41'],
      ['Living alone', '45', '39'],
      ['No car', '26', '26'],
    ]);
    expect(part('Risk fifths').map((row) => row['lose reach'])).toEqual(['0', '50', '100', '0', '100', '0']);
    expect(part('Areas').map((row) => [row.code, row['lose reach'], row['where most would go']])).toEqual([
      ['A', '100', 'Far Library'],
      ['B', '100', 'Mill Library'],
      ['D', '50', 'Far Library'],
      ['E', '0', ''],
    ]);
    expect(part('Where they would go').map((row) => [row.name, row.people])).toEqual([
      ['Far Library', '150'],
      ['Mill Library', '100'],
    ]);
  });

  it('says from 0 to what a place known only to its village may add, and nothing where there is none', () => {
    const what = 'people who may lose reach, not in these figures: near cut places that only may count';
    expect(part('Totals').map((row) => row.what)).not.toContain(what);
    const world = namedWorld('approximate-place');
    const hall = play(world, scenarioOf(['village-hall'], { kinds: ['hall'] }));
    expect(reportCsv(hall, meta)).toContain(`Totals,${what.replace(/.*,.*/, '"$&"')},0 to 30,`);
  });

  it('names sources with their years and licences', () => {
    expect(part('Sources')[0]).toMatchObject({
      title: 'Census 2021, usual residents',
      'year of the data': '2021',
    });
  });

  it('is safe to open in a spreadsheet', () => {
    expect(part('Cuts').map((row) => row.name)).toEqual(['\'=Corner "Café"', 'Old Library']);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]/);
  });

  it('is the same bytes each time', () => {
    expect(reportCsv(report, meta)).toBe(text);
  });
});

describe('a report of every type of cut as CSV', () => {
  const keeps = parseWeek('mo9-17.tu9-17') ?? '';
  const mixed = play(
    namedWorld('tiny-town'),
    scenarioOf([], {
      metres: 2000,
      when: { days: ['tu'], from: 18, to: 20 },
      on: '2027-04-01',
      cuts: [
        { type: 'shorten', place: 'old-library', keeps },
        {
          type: 'end-grant',
          grant: 'Reading fund',
          endsOn: '2027-03-31',
          places: ['mill-library', 'hall'],
          replaced: ['hall'],
        },
        {
          type: 'open',
          site: 'new-1',
          name: 'New Library',
          kind: 'library',
          easting: 400_000,
          northing: 301_500,
          week: parseWeek('tu18-20'),
        },
      ],
    }),
  );
  const places = [
    { id: 'mill-library', name: 'Mill Library' },
    { id: 'old-library', name: 'Old Library' },
  ];
  const table = parse(reportCsv(mixed, { ...meta, places })) as string[][];
  const of = (name: string) => part(name, table);

  it('says of a closed place that it opens again', () => {
    const again = parse(reportCsv(mixed, { ...meta, places, again: new Set(['new-1']) })) as string[][];
    expect(part('Cuts', again).map((row) => [row.what, row.name])).toContainEqual([
      'closed place opens again',
      'New Library',
    ]);
    expect(of('Cuts').map((row) => row.what)).toContain('new place opens');
  });

  it('lists the cuts by type in words', () => {
    expect(of('Cuts').map((row) => [row.what, row.reference, row.name])).toEqual([
      ['keeps fewer hours', 'old-library', 'Old Library'],
      ['grant ends', '', 'Reading fund'],
      ['new place opens', 'new-1', 'New Library'],
    ]);
    expect(of('Cuts')[0]?.['in detail']).toBe(
      'keeps Monday and Tuesday 9:00 to 17:00; hours a week: 47 before, 16 after',
    );
    expect(of('Cuts')[1]?.['in detail']).toBe('on 2027-03-31; closes Mill Library; paid for by others: hall');
    expect(of('Fewer hours')[0]).toMatchObject({
      name: 'Old Library',
      'hours a week before': '47',
      'hours a week after': '16',
      'hours of some weeks only before': '0',
      'hours of some weeks only after': '0',
    });
    expect(of('Grants')[0]).toMatchObject({
      grant: 'Reading fund',
      'has ended by the day looked at': 'yes',
      closes: 'Mill Library',
    });
  });

  it('says the day and hour, the limit in metres, and who gains', () => {
    const about = Object.fromEntries(of('About').map(({ item, value }) => [item, value]));
    expect(about).toMatchObject({
      'the limit was given in': 'metres',
      'limit, walking metres': '2000',
      'day and hour': 'Tuesday, 18:00 to 20:00',
      'places open then in some weeks only': 'do not count',
      'day looked at': '2027-04-01',
    });
    expect(about).not.toHaveProperty('minutes of walking');
    const totals = Object.fromEntries(of('Totals').map(({ what, number }) => [what, Number(number)]));
    expect(totals).toMatchObject({
      'people who lose reach': mixed.people.lost.middle,
      'people who gain reach': 50,
      'people who had reach and walk less': 40,
      'their mean saving, metres': 650,
      'people not within reach, but perhaps, before': 0,
    });
    expect(mixed.people.lost.middle).toBeGreaterThan(0);
    expect(of('Risk tenths').map((row) => row['gain reach'])).toEqual([
      ...['0', '0', '0', '50', '0', '0', '0', '0', '0', '0', '0'],
    ]);
    expect(of('Areas').find(({ code }) => code === 'D')).toMatchObject({ 'gain reach': '50' });
  });

  it('draws how far people walk', () => {
    const curve = of('How far people walk');
    expect(curve).toHaveLength(51);
    expect(curve[20]).toMatchObject({
      'walk of at most, metres': '2000',
      'people before': String(mixed.people.before),
      'people after': String(mixed.people.after),
    });
  });

  it('has the hours of the week where they were worked out, and says nothing of them else', () => {
    const people = Array.from({ length: 168 }, (_, slot) => slot);
    const week = { before: people, after: people.map(() => 0), notKnown: 0, notKnownAfter: 0 };
    const table = parse(reportCsv(report, { ...meta, week }), { relax_column_count: false }) as string[][];
    const hours = part('Hours of the week', table);
    expect(hours).toHaveLength(168);
    expect(hours[24 + 9]).toMatchObject({ day: 'Tuesday', 'from, hour': '9', 'within reach before': '33' });
    expect(part('Hours of the week')).toEqual([]);
  });
});
