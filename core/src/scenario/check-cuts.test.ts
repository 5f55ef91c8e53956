import { describe, expect, it } from 'vitest';
import type { Kind } from '../place/kinds.ts';
import { parseWeek, SLOTS } from '../place/week.ts';
import { smallWorld } from '../reach/small-world.ts';
import { checkCuts } from './check-cuts.ts';
import { type Cut, type OpenCut, openCutSchema } from './cut.ts';

const spot = { easting: 0, northing: 0 };
const home = { easting: 0, northing: 0, residents: 1 };
const world = smallWorld({
  areas: [{ code: 'A', homePoints: [home] }],
  places: [
    { id: 'open', name: 'Old Library', week: 'mo9-17.tu18-20s', ...spot },
    { id: 'other', name: 'Mill Library', ...spot },
    { id: 'gone', name: 'Barwell Library', status: 'closed', ...spot },
    { id: 'paused', name: 'Lepton Library', status: 'temporarily-closed', ...spot },
    { id: 'doubt', name: 'Mile Oak Library', status: 'unknown', ...spot },
    { id: 'away', name: 'Far Library', outside: true, ...spot },
  ],
});
const week = (text: string) => parseWeek(text) ?? '';
const shorten = (place: string, keeps: string): Cut => ({ type: 'shorten', place, keeps: week(keeps) });
const grant = (places: string[], replaced: string[] = []): Cut => ({
  type: 'end-grant',
  grant: 'The fund',
  endsOn: null,
  places,
  replaced,
});
const open = (change: Partial<OpenCut> = {}): Cut => ({
  type: 'open',
  site: 'new-1',
  name: 'New Library',
  kind: 'library',
  week: null,
  ...spot,
  ...change,
});
const codes = (cuts: readonly Cut[], kinds?: readonly Kind[]) =>
  checkCuts(world, cuts, kinds).map(({ index, code }) => [index, code]);
const close = (...places: string[]): Cut[] => places.map((place) => ({ type: 'close', place }));

describe('checkCuts', () => {
  it('finds nothing wrong with open places of this map', () => {
    expect(checkCuts(world, close('open', 'other'))).toEqual([]);
    expect(checkCuts(world, [])).toEqual([]);
  });

  it('collects every problem, with its place in the list', () => {
    const problems = checkCuts(world, close('gone', 'open', 'nobody', 'away', 'open', 'paused', 'doubt'));
    expect(problems.map(({ index, code }) => [index, code])).toEqual([
      [0, 'not-open'],
      [2, 'unknown-place'],
      [3, 'outside'],
      [4, 'twice'],
      [5, 'not-open'],
      [6, 'not-open'],
    ]);
  });

  it('says what is wrong and what to do, by name', () => {
    const [gone, away, twice] = checkCuts(world, close('gone', 'away', 'away')).map(({ message }) => message);
    expect(gone).toBe('Barwell Library is already closed. Take it out of the list.');
    expect(away).toMatch(/^Far Library is outside this map\..*Take it out/);
    expect(twice).toMatch(/^Far Library is outside/);
    expect(checkCuts(world, close('away', 'away')).map(({ code }) => code)).toEqual([
      'outside',
      'outside',
      'twice',
    ]);
  });

  it('names an unknown place by its reference, once per time', () => {
    const problems = checkCuts(world, close('nobody', 'nobody'));
    expect(problems.map(({ code }) => code)).toEqual(['unknown-place', 'unknown-place', 'twice']);
    expect(problems[0]?.message).toContain('“nobody”');
  });
});

describe('checkCuts, of one thing wrong several times over', () => {
  it('says it once per cut', () => {
    const twice = [grant(['nobody', 'nobody', 'nobody'], ['other', 'other'])];
    expect(codes(twice)).toEqual([
      [0, 'unknown-place'],
      [0, 'twice'],
      [0, 'not-paid-for'],
    ]);
    expect(codes([...twice, ...twice])).toHaveLength(6);
    // Of two places each says its own.
    expect(codes([grant(['gone', 'paused', 'gone'])])).toEqual([
      [0, 'not-open'],
      [0, 'not-open'],
      [0, 'twice'],
    ]);
  });
});

describe('checkCuts, of fewer hours', () => {
  it('takes hours that the place has, and any hours where its own are not known', () => {
    expect(codes([shorten('open', 'mo9-12'), shorten('other', 'su1-2')])).toEqual([]);
    expect(codes([shorten('open', 'mo9-17.tu18-20s'.replace('tu18-20s', 'tu18-19s'))])).toEqual([]);
    expect(codes([shorten('open', 'mo9-17s')])).toEqual([]);
  });

  it('refuses hours that it has not, all of them, and none', () => {
    expect(codes([shorten('open', 'mo9-18')])).toEqual([[0, 'not-its-hours']]);
    expect(codes([shorten('open', 'tu18-20')])).toEqual([[0, 'not-its-hours']]);
    expect(codes([shorten('open', 'mo9-17.tu18-20s')])).toEqual([[0, 'no-hours-cut']]);
    expect(codes([shorten('open', 'none'), shorten('other', 'none')])).toEqual([
      [0, 'no-hours-left'],
      [1, 'no-hours-left'],
    ]);
    expect(codes([shorten('other', 'mo0-24.tu0-24.we0-24.th0-24.fr0-24.sa0-24.su0-24')])).toEqual([]);
    expect('.'.repeat(SLOTS)).toBe(week('none'));
  });

  it('refuses places as closing does', () => {
    expect(
      codes([shorten('gone', 'mo9-12'), shorten('nobody', 'mo9-12'), shorten('away', 'mo9-12')]),
    ).toEqual([
      [0, 'not-open'],
      [1, 'unknown-place'],
      [2, 'outside'],
    ]);
  });
});

describe('checkCuts, of grants and new places', () => {
  it('looks at every place that a grant pays for', () => {
    expect(codes([grant(['open', 'other'], ['other'])])).toEqual([]);
    expect(codes([grant(['open', 'gone', 'nobody', 'away'])])).toEqual([
      [0, 'not-open'],
      [0, 'unknown-place'],
      [0, 'outside'],
    ]);
    expect(codes([grant(['open'], ['other', 'nobody'])])).toEqual([
      [0, 'not-paid-for'],
      [0, 'not-paid-for'],
    ]);
    expect(checkCuts(world, [grant(['open'], ['other'])])[0]?.message).toMatch(
      /^Mill Library is not paid for by The fund/,
    );
  });

  it('finds a place twice within a grant, across grants and beside other cuts, replaced or not', () => {
    expect(codes([grant(['open', 'open'])])).toEqual([[0, 'twice']]);
    expect(codes([grant(['open']), grant(['other', 'open'], ['open'])])).toEqual([[1, 'twice']]);
    expect(codes([...close('other'), shorten('open', 'mo9-12'), grant(['open', 'other'])])).toEqual([
      [2, 'twice'],
      [2, 'twice'],
    ]);
  });

  it('takes new places of kinds that count, each once', () => {
    expect(codes([open(), open({ site: 'new-2' })], ['library'])).toEqual([]);
    expect(codes([open(), open()])).toEqual([[1, 'twice']]);
    expect(codes([open({ kind: 'cafe' })], ['library', 'hall'])).toEqual([[0, 'not-counted']]);
    expect(codes([open({ kind: 'cafe' })])).toEqual([]);
  });

  it('finds those more than 20 km from everyone, as far as homes are known', () => {
    expect(codes([open({ easting: 12_000, northing: 16_000 })])).toEqual([]);
    const far = [open({ easting: 12_000, northing: 16_001 })];
    expect(codes(far)).toEqual([[0, 'far-away']]);
    const { homePoints: _, ...shown } = world;
    expect(checkCuts(shown, far)).toEqual([]);
    expect(checkCuts(smallWorld({ areas: [], places: [] }), far)).toEqual([]);
  });

  it('has a name for a new place that no reference of a place can be', () => {
    expect(openCutSchema.safeParse(open({ site: 'library-1' })).success).toBe(false);
    expect(openCutSchema.safeParse(open()).success).toBe(true);
  });
});
