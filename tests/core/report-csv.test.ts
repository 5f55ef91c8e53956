import type { Kind } from '@kith/core/place/kinds';
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
function part(name: string): Record<string, string>[] {
  const first = rows.findIndex((row) => row[0] === name);
  const headings = rows[first - 1] ?? [];
  return rows
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
