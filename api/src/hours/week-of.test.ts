import { spawnSync } from 'node:child_process';
import { formatWeek } from '@kith/core/place/week';
import { describe, expect, it } from 'vitest';
import { weekOf } from './week-of.ts';
import { weekColumns } from './weeks-by-text.ts';

/** As short text, which is easier to read than 168 characters; null for hours not known. */
function short(text: string): string | null {
  const week = weekOf(text);
  return week === null ? null : formatWeek(week);
}

describe('a week from opening hours', () => {
  it.each([
    ['Tu,Th 10:00-13:00; We 13:00-18:00', 'tu10-13.we13-18.th10-13'],
    ['We,Fr 10:00-12:00,14:00-17:00', 'we10-12.we14-17.fr10-12.fr14-17'],
    ['Mo-Fr 09:00-17:00; We off', 'mo9-17.tu9-17.th9-17.fr9-17'],
    ['Mo-Fr 09:00-17:00, Sa 10:00-12:00', 'mo9-17.tu9-17.we9-17.th9-17.fr9-17.sa10-12'],
    ['24/7', 'mo0-24.tu0-24.we0-24.th0-24.fr0-24.sa0-24.su0-24'],
    ['off', 'none'],
  ])('%s', (text, week) => expect(short(text)).toBe(week));

  it('takes an hour as open when any part of it is, and not the hour that begins as it shuts', () => {
    expect(short('Mo 09:30-12:15')).toBe('mo9-13');
    expect(short('Mo 09:00-12:00')).toBe('mo9-12');
    expect(short('Mo 09:59-10:01')).toBe('mo9-11');
  });

  it('goes on past midnight, and from Sunday into Monday', () => {
    expect(short('Fr 22:00-02:00')).toBe('fr22-24.sa0-2');
    expect(short('Su 22:00-26:00')).toBe('mo0-2.su22-24');
  });

  it.each([
    ['Tu[2] 10:00-12:00', 'tu10-12s'],
    ['Mo[-1] 10:00-12:00', 'mo10-12s'],
    ['Mo 10:00-12:00; Mo[1] 10:00-16:00', 'mo10-12.mo12-16s'],
    ['week 1-53/2 Fr 10:00-12:00', 'fr10-12s'],
    ['Apr-Sep Su 13:00-16:00', 'su13-16s'],
    ['Oct-Mar Mo 09:00-16:00; Apr-Sep Mo 09:00-18:00', 'mo9-16.mo16-18s'],
    ['Mo 18:00-20:00; Aug off', 'mo18-20s'],
    ['Mo 09:00-12:00; SH off', 'mo9-12s'],
    ['SH Tu 10:00-12:00', 'tu10-12s'],
    ['Mo 09:00-12:00; SH Mo 10:00-16:00', 'mo9-10s.mo10-12.mo12-16s'],
  ])('of some weeks only: %s', (text, week) => expect(short(text)).toBe(week));

  it.each([
    'Mo 09:00-12:00; PH off',
    'Mo,PH 09:00-12:00',
    'Mo 09:00-12:00; PH 10:00-11:00',
    'Mo 09:00-12:00; Dec 25-26 off; Jan 1 off',
    'Mo 09:00-12:00; easter off',
  ])('leaves bank holidays out: %s', (text) => expect(short(text)).toBe('mo9-12'));

  it.each([
    'Mo 09:00-12:00 unknown',
    'Mo 09:00-12:00 "by appointment"',
    'Mo 09:00-12:00 open "By appointment only"',
    '"by arrangement"',
    'Mo 18:00+',
    'Mo-Fr',
    'PH off',
    '2019 Mo 10:00-12:00',
    '',
    'Mo 10:00',
    'most afternoons',
    'Mo-Fr 9-5',
  ])('not known, which is not closed: %s', (text) => expect(short(text)).toBeNull());

  it('counts the hours that are sure, and not those by appointment', () => {
    expect(short('Mo 09:00-12:00; Tu 09:00-12:00 "by appointment"')).toBe('mo9-12');
    expect(short('Mo 09:00-12:00 || "by appointment"')).toBe('mo9-12');
  });
});

describe('in other time zones', () => {
  const BY_DAY = [
    'Mo 09:00-12:00; SH off',
    'Tu[2] 10:00-12:00',
    'Apr-Sep Su 06:00-22:00',
    'Mo-Su 24/7',
    'Sa,Su 07:15-19:45; Dec 25 off',
  ];
  const BY_NIGHT = [
    'Su 00:30-02:30; Dec 25 off',
    'Sa 22:00-26:00; Aug off',
    'Sa 23:30-24:30; Dec 25 off',
    'Mo-Su 00:00-24:00; Aug off',
  ];
  const weeksIn = (zone: string, texts: readonly string[]): unknown => {
    const program = `import { weekOf } from './week-of.ts'; console.log(JSON.stringify(${JSON.stringify(texts)}.map(weekOf)));`;
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
      cwd: import.meta.dirname,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    return JSON.parse(run.stdout || JSON.stringify(run.stderr));
  };
  const inUtc = weeksIn('UTC', [...BY_DAY, ...BY_NIGHT]) as string[];

  it.each(['Asia/Tokyo', 'America/Phoenix', 'Africa/Lagos'])(
    '%s has the same weeks: its clock stands',
    (zone) => {
      expect(weeksIn(zone, [...BY_DAY, ...BY_NIGHT])).toEqual(inUtc);
    },
  );

  it.each(['Europe/London', 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe'])(
    '%s has the same hours by day',
    (zone) => expect(weeksIn(zone, BY_DAY)).toEqual(inUtc.slice(0, BY_DAY.length)),
  );
});

it('the weeks of places are each kept once', async () => {
  const hours = ['Mo 09:00-12:00', null, 'Mo 09:00-11:30', 'ask', 'Tu 10:00-11:00'];
  const { week, weeks } = await weekColumns(hours);
  expect(week).toEqual([0, null, 0, null, 1]);
  expect(weeks.map(formatWeek)).toEqual(['mo9-12', 'tu10-11']);
});
