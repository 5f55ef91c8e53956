import type { Kind } from '@kith/core/place/kinds';
import { parseWeek } from '@kith/core/place/week';
import { buildNearest } from '@kith/core/reach/nearest';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import type { Cut } from '@kith/core/scenario/cut';
import { irreplaceable } from '@kith/core/scenario/irreplaceable';
import { type Scenario, scenarioReportSchema } from '@kith/core/scenario/report';
import { describe, expect, it } from 'vitest';
import { namedWorld, play, scenarioOf } from './worlds.ts';

// Every number here is worked by hand in tests/fixtures/tiny-town/README.md.
const town = namedWorld('tiny-town');
const MIXED: Kind[] = ['library', 'cafe', 'hall'];
const all = (count: number) => ({ middle: count, least: count, most: count });
const reach = (kinds: Kind[], limitMetres: number) =>
  reachByArea(town, buildNearest(town, { kinds }), limitMetres);
const hardToReplace = (kinds: Kind[]) =>
  irreplaceable(town, buildNearest(town, { kinds }), 2000).map(({ place, people }) => [
    town.places.id[place],
    people,
  ]);

describe('reach in tiny town', () => {
  it('of libraries, cafés and halls within 2,000 m', () => {
    expect(reach(MIXED, 2000)).toEqual({
      codes: ['A', 'B', 'C', 'D', 'E', 'F'],
      residents: [100, 100, 80, 50, 30, 0],
      within: [100, 100, 80, 50, 30, 0],
      withinLeast: [100, 100, 80, 0, 30, 0],
      withinMost: [100, 100, 80, 50, 30, 0],
      perhaps: [0, 0, 0, 0, 0, 0],
      nearestMetres: [520, 1300, 1300, 1980, 1400, null],
      secondMetres: [1623, 1300, 1838, 2800, 1980, null],
      nearestPlace: ['old-library', 'cafe', 'mill-library', 'cafe', 'cafe', null],
      nearEdge: [false, false, false, true, false, false],
    });
  });

  it('of libraries alone: the list runs 5 km beyond the edge', () => {
    const columns = reach(['library'], 2000);
    expect(columns.within).toEqual([100, 100, 80, 0, 30, 0]);
    expect(columns.withinLeast).toEqual([100, 100, 80, 0, 0, 0]);
    expect(columns.withinMost).toEqual([100, 100, 80, 0, 30, 0]);
    expect(columns.nearEdge).toEqual([false, false, false, false, false, false]);
  });

  it('of the hall alone is never more than perhaps', () => {
    const columns = reach(['hall'], 2000);
    for (const none of [columns.within, columns.withinLeast, columns.withinMost])
      expect(none).toEqual([0, 0, 0, 0, 0, 0]);
    expect(columns.perhaps).toEqual([0, 0, 80, 50, 30, 0]);
  });

  it('includes the end of the limit', () => {
    expect(reach(['cafe'], 1400).within).toEqual([40, 100, 0, 0, 30, 0]);
    expect(reach(['cafe'], 20_000 / 15).within).toEqual([40, 100, 0, 0, 0, 0]);
  });

  it('has a band, from the high detour factor to the low', () => {
    expect(reach(['cafe'], 1400)).toMatchObject({
      withinLeast: [40, 100, 0, 0, 0, 0],
      within: [40, 100, 0, 0, 30, 0],
      withinMost: [40, 100, 0, 0, 30, 0],
    });
    expect(reach(['cafe'], 20_000 / 15)).toMatchObject({
      withinLeast: [0, 0, 0, 0, 0, 0],
      within: [40, 100, 0, 0, 0, 0],
      withinMost: [40, 100, 0, 0, 30, 0],
    });
  });

  it('names the places that nothing else stands in for', () => {
    expect(hardToReplace(MIXED)).toEqual([['cafe', 50]]);
    expect(hardToReplace(['library'])).toEqual([
      ['old-library', 200],
      ['mill-library', 110],
    ]);
  });
});

describe('cut 1: the cafe and the old library close', () => {
  const report = play(town, scenarioOf(['cafe', 'old-library'], { kinds: MIXED, minutes: 30 }));

  it('counts people and groups, with the band', () => {
    expect(report.limitMetres).toBe(2000);
    expect(report.people).toEqual({
      total: 360,
      before: 360,
      after: 110,
      lost: { middle: 250, least: 230, most: 250 },
      gained: all(0),
    });
    expect(report.households).toEqual({
      total: 164,
      before: 164,
      after: 47,
      lost: { middle: 117, least: 107, most: 117 },
      gained: all(0),
    });
    expect(
      report.groups.map(({ id, unit, total, before, after, lost }) => [id, unit, total, before, after, lost]),
    ).toEqual([
      ['aged65Over', 'people', 100, 100, 25, { middle: 75, least: 64, most: 75 }],
      ['disabled', 'people', 61, 61, 18, { middle: 43, least: 41, most: 43 }],
      ['livingAlone', 'households', 58, 58, 13, { middle: 45, least: 39, most: 45 }],
      ['noCar', 'households', 32, 32, 6, all(26)],
    ]);
  });

  it('counts the fifths and tenths of the lens', () => {
    const row = (total: number, after: number, lost = all(total - after)) => ({
      total,
      before: total,
      after,
      lost,
      gained: all(0),
    });
    const none = row(0, 0);
    const d = row(50, 0, { middle: 50, least: 0, most: 50 });
    const e = row(30, 30, { middle: 0, least: 0, most: 30 });
    expect(report.fifths).toEqual([
      { fifth: 1, ...row(80, 80) },
      { fifth: 2, ...d },
      { fifth: 3, ...row(100, 0) },
      { fifth: 4, ...e },
      { fifth: 5, ...row(100, 0) },
      { fifth: null, ...none },
    ]);
    const byTenth = [row(80, 80), none, none, d, row(100, 0), none, e, none, none, row(100, 0), none];
    expect(report.tenths).toEqual(byTenth.map((each, at) => ({ tenth: at === 10 ? null : at + 1, ...each })));
  });

  it('says what happens in each area that changes', () => {
    expect(report.areas.map((area) => area.code)).toEqual(['A', 'B', 'D', 'E']);
    const [a, b, d, e] = report.areas;
    expect(a).toEqual({
      code: 'A',
      name: 'Area A',
      ward: 'Ward',
      district: 'District',
      residents: 100,
      fifth: 3,
      before: 100,
      after: 0,
      lost: all(100),
      gained: all(0),
      aged65Over: 30,
      disabled: 15,
      livingAlone: 18,
      noCar: 10,
      newlyNone: true,
      keptFurther: 0,
      nextPlace: 'far-library',
      nextWalkMetres: 2723,
      extraWalkMetres: 2203,
      perhapsStill: false,
      nearEdge: false,
    });
    expect(b).toMatchObject({ nextPlace: 'mill-library', nextWalkMetres: 2600, extraWalkMetres: 1300 });
    expect(d).toMatchObject({
      lost: { middle: 50, least: 0, most: 50 },
      nextPlace: 'far-library',
      nextWalkMetres: 3960,
      extraWalkMetres: 1980,
      perhapsStill: true,
      nearEdge: true,
    });
    expect(e).toMatchObject({
      before: 30,
      after: 30,
      lost: { middle: 0, least: 0, most: 30 },
      newlyNone: false,
      keptFurther: 17_400,
      nextPlace: null,
      nextWalkMetres: null,
      extraWalkMetres: null,
    });
  });

  it('says where they would go, who keeps reach, and who is near an edge', () => {
    expect(report.nextPlaces).toEqual([
      { place: 'far-library', name: 'Far Library', people: 150, walkMetres: 3135, extraWalkMetres: 2129 },
      { place: 'mill-library', name: 'Mill Library', people: 100, walkMetres: 2600, extraWalkMetres: 1300 },
    ]);
    expect(report).toMatchObject({
      nowhere: 0,
      nearEdge: 50,
      kept: { people: 30, extraWalkMetres: 580 },
      approximate: [],
    });
  });

  it('fits the shape that travels, and reads the fifths of the lens asked for', () => {
    expect(() => scenarioReportSchema.parse(report)).not.toThrow();
    const older = play(
      town,
      scenarioOf(['cafe', 'old-library'], { kinds: MIXED, minutes: 30, lens: 'older' }),
    );
    expect(older.fifths.map(({ total }) => total)).toEqual([100, 100, 80, 30, 50, 0]);
    expect(older.areas[0]?.fifth).toBe(2);
  });
});

describe('cuts 2 and 3', () => {
  it('2: an approximate place is between 0 and N, never in the count', () => {
    const report = play(town, scenarioOf(['cafe', 'hall'], { kinds: MIXED, minutes: 30 }));
    expect(report.people.lost).toEqual({ middle: 50, least: 30, most: 50 });
    expect(report.approximate).toEqual([{ place: 'hall', name: 'Chapel Hall', most: 50, why: 'spot' }]);
    expect(report.areas.map(({ code, perhapsStill }) => [code, perhapsStill])).toEqual([
      ['D', false],
      ['E', false],
    ]);
    expect(report.kept).toEqual({ people: 30, extraWalkMetres: 580 });
  });

  it('3: libraries alone', () => {
    const report = play(town, scenarioOf(['old-library'], { minutes: 30 }));
    expect(report.people).toEqual({
      total: 360,
      before: 310,
      after: 110,
      lost: all(200),
      gained: all(0),
    });
    expect(report.areas.map((area) => area.code)).toEqual(['A', 'B']);
  });

  it('a place outside the map is not offered for cuts', () => {
    const cuts = scenarioOf(['far-library', 'mill-library']).cuts;
    expect(checkCuts(town, cuts).map(({ index, code }) => [index, code])).toEqual([[0, 'outside']]);
  });
});

const TUESDAY_EVENING: Pick<Scenario, 'when'> = { when: { days: ['tu'], from: 18, to: 20 } };
const week = (text: string) => parseWeek(text) ?? '';
const cut = (cuts: Cut[], changes: Partial<Scenario> = {}) =>
  play(town, scenarioOf([], { minutes: 30, ...changes, cuts }));

describe('cut 4: the old library keeps its days, on a Tuesday evening', () => {
  const byDay = 'mo9-17.tu9-17.we9-17.th9-17.fr9-17.sa9-13';
  const shorten = (keeps: string): Cut[] => [{ type: 'shorten', place: 'old-library', keeps: week(keeps) }];
  const evening = { kinds: MIXED, ...TUESDAY_EVENING };

  it('is gone then, and says the hours of the week', () => {
    const report = cut(shorten(byDay), evening);
    expect(report.people).toEqual({ total: 360, before: 310, after: 110, lost: all(200), gained: all(0) });
    expect(report.areas.map(({ code, nextPlace }) => [code, nextPlace])).toEqual([
      ['A', 'far-library'],
      ['B', 'mill-library'],
    ]);
    expect(report.perhaps).toEqual({ before: 50, after: 50 });
    expect(report.shortened).toEqual([
      {
        ...{ place: 'old-library', name: 'Old Library', before: 47, after: 44 },
        ...{ someWeeksBefore: 0, someWeeksAfter: 0 },
      },
    ]);
  });

  it('takes reach from nobody at any time', () => {
    const report = cut(shorten(byDay), { kinds: MIXED });
    expect(report.people).toMatchObject({ before: 360, after: 360, lost: all(0) });
    expect(report.shortened).toHaveLength(1);
  });

  it('is perhaps where the evening is kept in some weeks, and counts where some weeks do', () => {
    const someWeeks = shorten(`${byDay}.tu17-20s`);
    const report = cut(someWeeks, evening);
    expect(report.people).toMatchObject({ before: 310, after: 110, lost: all(200) });
    expect(report.perhaps).toEqual({ before: 50, after: 250 });
    expect(report.areas.every((area) => area.perhapsStill)).toBe(true);
    expect(report.approximate).toEqual([]);
    expect(report.shortened).toMatchObject([
      { before: 47, after: 44, someWeeksBefore: 0, someWeeksAfter: 3 },
    ]);
    expect(cut(someWeeks, { ...evening, someWeeks: true }).people).toMatchObject({ before: 310, after: 310 });
  });

  it('says what the hall may take away then', () => {
    expect(cut([{ type: 'close', place: 'hall' }], evening)).toMatchObject({
      people: { lost: all(0) },
      perhaps: { before: 50, after: 0 },
      approximate: [{ place: 'hall', most: 50, why: 'spot' }],
    });
  });
});

describe('cut 5: a grant ends', () => {
  const grant: Cut = {
    type: 'end-grant',
    grant: 'Reading fund',
    endsOn: '2027-03-31',
    places: ['cafe', 'mill-library', 'old-library'],
    replaced: ['mill-library'],
  };

  it.each([null, '2027-03-31', '2027-04-01'])('as cut 1, looked at on %s', (on) => {
    const report = cut([grant], { kinds: MIXED, on });
    expect(report.people).toMatchObject({ after: 110, lost: { middle: 250, least: 230, most: 250 } });
    expect(report.grants).toEqual([
      { grant: 'Reading fund', endsOn: '2027-03-31', ended: true, closes: ['cafe', 'old-library'] },
    ]);
  });

  it('changes nothing the day before', () => {
    const report = cut([grant], { kinds: MIXED, on: '2027-03-30' });
    expect(report.people).toMatchObject({ before: 360, after: 360, lost: all(0) });
    expect(report.grants[0]).toMatchObject({ ended: false, closes: ['cafe', 'old-library'] });
  });
});

describe('cuts 6 and 7: a new library', () => {
  const open: Cut = {
    type: 'open',
    site: 'new-1',
    name: 'New Library',
    kind: 'library',
    easting: 400_000,
    northing: 301_500,
    week: null,
  };

  it('6: gives reach, and shorter walks', () => {
    const report = cut([open]);
    expect(report.people).toEqual({ total: 360, before: 310, after: 360, lost: all(0), gained: all(50) });
    expect(report.households.gained).toEqual(all(22));
    expect(report.groups.map(({ gained }) => gained)).toEqual([all(20), all(8), all(9), all(1)]);
    expect(report.tenths[3]).toEqual({
      tenth: 4,
      total: 50,
      before: 0,
      after: 50,
      lost: all(0),
      gained: all(50),
    });
    expect(report.fifths[1]).toMatchObject({ fifth: 2, before: 0, after: 50, gained: all(50) });
    expect(report.nearer).toEqual({ people: 40, lessWalkMetres: 650 });
    expect(report.kept.people).toBe(0);
    expect(report.areas.map(({ code, before, after, gained }) => [code, before, after, gained])).toEqual([
      ['D', 0, 50, all(50)],
    ]);
    expect(report.nextPlaces).toEqual([]);
  });

  it('6: moves the curve', () => {
    const { curve } = cut([open]);
    const at = (metres: number) =>
      [curve.before, curve.after].map(({ middle, least, most }) => {
        const step = curve.metres.indexOf(metres);
        return [middle[step], least[step], most[step]];
      });
    expect(curve.metres).toHaveLength(51);
    const same = (people: number) => [people, people, people];
    expect(at(0)).toEqual([same(60), same(60)]);
    expect(at(600)).toEqual([same(60), [60, 60, 100]]);
    expect(at(700)).toEqual([same(60), [150, 100, 150]]);
    expect(at(800)).toEqual([same(60), same(150)]);
    expect(at(1200)).toEqual([
      [60, 60, 280],
      [150, 150, 330],
    ]);
    expect(at(1300)).toEqual([
      [280, 60, 280],
      [330, 150, 330],
    ]);
    expect(at(1400)).toEqual([same(280), same(330)]);
    expect(at(2000)).toEqual([
      [310, 280, 310],
      [360, 330, 360],
    ]);
    expect(at(2800)).toEqual([[360, 310, 360], same(360)]);
    expect(at(5000)).toEqual([same(360), same(360)]);
  });

  it('6: is perhaps at an hour where its own are not known', () => {
    const report = cut([open], TUESDAY_EVENING);
    expect(report.people).toMatchObject({ before: 310, after: 310, gained: all(0) });
    expect(report.perhaps).toEqual({ before: 0, after: 50 });
    const known = cut([{ ...open, week: week('tu18-19') }], TUESDAY_EVENING);
    expect(known).toMatchObject({ people: { after: 360 }, perhaps: { before: 0, after: 0 } });
    const shut = cut([{ ...open, week: week('we18-19') }], TUESDAY_EVENING);
    expect(shut).toMatchObject({ people: { after: 310 }, perhaps: { before: 0, after: 0 } });
  });

  it('7: stands in for the old one, and is where the rest would go', () => {
    const report = cut([{ type: 'close', place: 'old-library' }, open]);
    expect(report.people).toEqual({
      total: 360,
      before: 310,
      after: 260,
      lost: { middle: 100, least: 100, most: 160 },
      gained: all(50),
    });
    expect(report.kept).toEqual({ people: 60, extraWalkMetres: 1950 });
    expect(report.nearer).toEqual({ people: 40, lessWalkMetres: 650 });
    expect(report.nextPlaces).toEqual([
      { place: 'new-1', name: 'New Library', people: 100, walkMetres: 2344, extraWalkMetres: 1044 },
    ]);
    expect(report.areas.map(({ code, nextPlace }) => [code, nextPlace])).toEqual([
      ['B', 'new-1'],
      ['D', null],
      ['A', null],
    ]);
  });
});

describe('places checked since a day', () => {
  it('count, and others may', () => {
    const since = (checkedSince: string) => cut([], { checkedSince });
    expect(since('2026-01-01')).toMatchObject({ people: { before: 200 }, perhaps: { before: 110 } });
    expect(since('2025-10-01')).toMatchObject({ people: { before: 310 }, perhaps: { before: 0 } });
  });

  it('take reach from somebody or nobody where they only may count', () => {
    expect(cut([{ type: 'close', place: 'mill-library' }], { checkedSince: '2026-01-01' })).toMatchObject({
      people: { before: 200, after: 200, lost: all(0) },
      perhaps: { before: 110, after: 0 },
      approximate: [{ place: 'mill-library', name: 'Mill Library', most: 110, why: 'unchecked' }],
    });
  });
});

describe('the small worlds', () => {
  it('only place closes', () => {
    const report = play(namedWorld('only-place-closes'), scenarioOf(['library']));
    expect(report).toMatchObject({ nowhere: 10, nextPlaces: [], people: { lost: { middle: 10 } } });
    expect(report.areas[0]).toMatchObject({ newlyNone: true, nextPlace: null, extraWalkMetres: null });
  });

  it('tie between two places', () => {
    const world = namedWorld('tie-between-two-places');
    const lists = buildNearest(world, { kinds: ['library'] });
    expect(reachByArea(world, lists, 1000).nearestPlace).toEqual(['east']);
    expect(play(world, scenarioOf(['east']))).toMatchObject({
      people: { lost: { most: 0 } },
      areas: [],
      kept: { people: 0 },
    });
    expect(play(world, scenarioOf(['east', 'west'])).people.lost.middle).toBe(10);
  });

  it('area with no people', () => {
    const report = play(namedWorld('area-with-no-people'), scenarioOf(['library']));
    expect(report.areas.map((area) => area.code)).toEqual(['B']);
    expect(report.people.lost).toEqual({ middle: 10, least: 10, most: 10 });
  });

  it('coincident places', () => {
    const world = namedWorld('coincident-places');
    const lists = buildNearest(world, { kinds: ['library'] });
    expect(irreplaceable(world, lists, 1000)).toEqual([]);
    expect(play(world, scenarioOf(['downstairs']))).toMatchObject({
      people: { lost: { most: 0 } },
      areas: [],
    });
    expect(play(world, scenarioOf(['downstairs', 'upstairs'])).people.lost.middle).toBe(10);
  });

  it('approximate place', () => {
    const world = namedWorld('approximate-place');
    const lists = buildNearest(world, { kinds: ['hall'] });
    expect(reachByArea(world, lists, 1000)).toMatchObject({ within: [0], perhaps: [30] });
    const report = play(world, scenarioOf(['village-hall'], { kinds: ['hall'] }));
    expect(report.people).toMatchObject({ before: 0, lost: { middle: 0, least: 0, most: 0 } });
    expect(report.approximate).toEqual([
      { place: 'village-hall', name: 'Village Hall', most: 30, why: 'spot' },
    ]);
  });

  it('no places', () => {
    const world = namedWorld('no-places');
    const lists = buildNearest(world, { kinds: ['library'] });
    expect(reachByArea(world, lists, 1000)).toMatchObject({
      within: [0],
      nearestMetres: [null],
      nearestPlace: [null],
    });
    expect(irreplaceable(world, lists, 1000)).toEqual([]);
    expect(play(world, scenarioOf([])).people).toMatchObject({ total: 10, before: 0, after: 0 });
    expect(checkCuts(world, scenarioOf(['library']).cuts)[0]?.code).toBe('unknown-place');
  });
});
