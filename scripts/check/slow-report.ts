import type { Baseline } from '@kith/core/reach/baseline';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import { Goers, SlowCounts } from './slow-counts.ts';
import { CURVE_METRES, FACTORS, MIDDLE, slowCurve } from './slow-curve.ts';
import { type SlowPlace, slowPlaces } from './slow-places.ts';
import { nearestAfter, nearestBefore } from './slow-walks.ts';

const METRES_IN_15_MINUTES = { planner: 1000, 'over-65': 720, slow: 639 };
const COLUMNS = ['residents', 'aged65Over', 'disabled', 'livingAlone', 'noCar', 'households'] as const;
const TENTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null];
const FIFTHS = [1, 2, 3, 4, 5, null];
/** Libraries are loaded this far beyond an edge; other kinds up to it. */
const LIBRARIES_BEYOND_METRES = 5_000;

/**
 * All that a report says but its hash, counted home by home with every place looked at, from method.md alone. Shares no
 * code with the engine, so the two can only agree by both being right.
 */
export function slowReport(world: Baseline, scenario: Scenario): Omit<ScenarioReport, 'hash'> {
  const { homePoints, areas } = world;
  const { metres, minutes, pace, lens, kinds } = scenario;
  const limit = metres ?? (minutes * METRES_IN_15_MINUTES[pace]) / 15;
  const places = slowPlaces(world, scenario);
  const before = nearestBefore(world, places);
  const after = nearestAfter(world, places, before);
  const maybeBefore = places.filter((place) => isMaybe(place.before));
  const maybeAfter = places.filter((place) => isMaybe(place.after));
  const maybeCut = maybeBefore.filter((place) => place.after === 'no');

  const columns = COLUMNS.map(() => new SlowCounts());
  const tenths = TENTHS.map(() => new SlowCounts());
  const fifths = FIFTHS.map(() => new SlowCounts());
  const byArea = areas.code.map(() => COLUMNS.map(() => new SlowCounts()));
  const keptFurther = areas.code.map(() => 0);
  const goers = new Goers();
  const goersOf = areas.code.map(() => new Goers());
  const perhapsStill = new Set<number>();
  const most = maybeCut.map(() => 0);
  const kept = { people: 0, metres: 0 };
  const nearer = { people: 0, metres: 0 };
  const perhaps = { before: 0, after: 0 };
  let nowhere = 0;

  homePoints.area.forEach((area, home) => {
    const factors = FACTORS[areas.ruralUrban[area] ?? 'urban'];
    const middle = factors[MIDDLE];
    const [from, to] = [before.straight[home] ?? 0, after.straight[home] ?? 0];
    const had = factors.map((factor) => from * factor <= limit);
    const has = factors.map((factor) => to * factor <= limit);
    const people = homePoints.residents[home] ?? 0;
    const tenth = areas.tenths[lens][area] ?? null;
    COLUMNS.forEach((column, at) => {
      columns[at]?.add(homePoints[column][home] ?? 0, had, has);
      byArea[area]?.[at]?.add(homePoints[column][home] ?? 0, had, has);
    });
    tenths[TENTHS.indexOf(tenth)]?.add(people, had, has);
    fifths[FIFTHS.indexOf(tenth === null ? null : Math.ceil(tenth / 2))]?.add(people, had, has);

    const mayReach = (place: SlowPlace) => {
      const east = place.east - (homePoints.easting[home] ?? 0);
      const north = place.north - (homePoints.northing[home] ?? 0);
      return (Math.sqrt(east * east + north * north) - place.spread) * middle <= limit;
    };
    if (!had[MIDDLE] && maybeBefore.some(mayReach)) perhaps.before += people;
    const stillPerhaps = !has[MIDDLE] && maybeAfter.some(mayReach);
    if (stillPerhaps) perhaps.after += people;
    if (!has[MIDDLE])
      maybeCut.forEach((place, at) => {
        if (mayReach(place)) most[at] = (most[at] ?? 0) + people;
      });

    const extra = Math.round(to * middle) - Math.round(from * middle);
    if (had[MIDDLE] && !has[MIDDLE]) {
      if (stillPerhaps && people > 0) perhapsStill.add(area);
      if (to === Number.POSITIVE_INFINITY) nowhere += people;
      else
        for (const each of [goers, goersOf[area]])
          each?.add(after.place[home] ?? -1, people, Math.round(to * middle), extra);
    } else if (had[MIDDLE] && has[MIDDLE] && extra !== 0) {
      const walks = extra > 0 ? kept : nearer;
      walks.people += people;
      walks.metres += people * Math.abs(extra);
      if (extra > 0) keptFurther[area] = (keptFurther[area] ?? 0) + people * extra;
    }
  });

  const beyond = kinds.every((kind) => kind === 'library') ? LIBRARIES_BEYOND_METRES : 0;
  const rows = areas.code.flatMap((code, area): ScenarioReport['areas'] => {
    const counts = (byArea[area] ?? []).map((each) => each.counts);
    const [people, aged65Over, disabled, livingAlone, noCar] = counts;
    const further = keptFurther[area] ?? 0;
    const changes = counts.some(({ lost, gained }) => lost.most + gained.most > 0);
    if (people === undefined || (!changes && further === 0)) return [];
    const going = goersOf[area];
    const next = going?.byPeople()[0];
    const edge = areas.edgeMetres[area] ?? null;
    const { before: within, after: left, lost, gained } = people;
    return [
      {
        code,
        name: areas.name[area] ?? '',
        ward: areas.ward[area] ?? '',
        district: areas.district[area] ?? '',
        residents: areas.residents[area] ?? 0,
        fifth: fifthOf(areas.tenths[lens][area] ?? null),
        before: within,
        after: left,
        lost,
        gained,
        aged65Over: aged65Over?.lost.middle ?? 0,
        disabled: disabled?.lost.middle ?? 0,
        livingAlone: livingAlone?.lost.middle ?? 0,
        noCar: noCar?.lost.middle ?? 0,
        newlyNone: within > 0 && left === 0,
        keptFurther: further,
        nextPlace: next === undefined ? null : (places[next.place]?.id ?? null),
        nextWalkMetres: next === undefined ? null : Math.round(next.walk / next.people),
        extraWalkMetres: going?.meanExtra() ?? null,
        perhapsStill: perhapsStill.has(area),
        nearEdge:
          edge !== null && (edge + beyond) * FACTORS[areas.ruralUrban[area] ?? 'urban'][MIDDLE] <= limit,
      },
    ];
  });
  const [people, aged65Over, disabled, livingAlone, noCar, households] = columns.map((each) => each.counts);
  if (!people || !aged65Over || !disabled || !livingAlone || !noCar || !households)
    throw new Error('columns');
  return {
    scenario,
    dataVersion: world.version,
    limitMetres: limit,
    detour: { urban: FACTORS.urban[MIDDLE], rural: FACTORS.rural[MIDDLE] },
    people,
    households,
    groups: [
      { id: 'aged65Over', label: 'Aged 65 and over', unit: 'people', ...aged65Over },
      { id: 'disabled', label: 'Disabled', unit: 'people', ...disabled },
      { id: 'livingAlone', label: 'Living alone', unit: 'households', ...livingAlone },
      { id: 'noCar', label: 'No car', unit: 'households', ...noCar },
    ],
    fifths: FIFTHS.map((fifth, at) => ({ fifth, ...(fifths[at] ?? new SlowCounts()).counts })),
    tenths: TENTHS.map((tenth, at) => ({ tenth, ...(tenths[at] ?? new SlowCounts()).counts })),
    kept: { people: kept.people, extraWalkMetres: meanOf(kept) },
    nearer: { people: nearer.people, lessWalkMetres: meanOf(nearer) },
    curve: { metres: CURVE_METRES, before: slowCurve(world, before), after: slowCurve(world, after) },
    areas: rows.sort(
      (a, b) =>
        b.lost.middle - a.lost.middle || b.gained.middle - a.gained.middle || (a.code < b.code ? -1 : 1),
    ),
    nextPlaces: goers
      .byPeople()
      .map(({ place, people: going, walk, extra }) => ({
        place: places[place]?.id ?? '',
        name: places[place]?.name ?? '',
        people: going,
        walkMetres: Math.round(walk / going),
        extraWalkMetres: Math.round(extra / going),
      }))
      .sort((a, b) => b.people - a.people || (a.place < b.place ? -1 : 1)),
    nowhere,
    approximate: maybeCut.flatMap(({ id, name, before: why }, at) =>
      why === 'yes' || why === 'no' ? [] : [{ place: id, name, why, most: most[at] ?? 0 }],
    ),
    perhaps,
    shortened: slowShortened(world, scenario),
    grants: scenario.cuts.flatMap((cut) =>
      cut.type !== 'end-grant'
        ? []
        : [
            {
              grant: cut.grant,
              endsOn: cut.endsOn,
              ended: cut.endsOn === null || scenario.on === null || scenario.on >= cut.endsOn,
              closes: cut.places.filter((place) => !cut.replaced.includes(place)),
            },
          ],
    ),
    nearEdge: rows.reduce((sum, { nearEdge, lost }) => sum + (nearEdge ? lost.middle : 0), 0),
  };
}

const isMaybe = (answer: SlowPlace['before']) => answer !== 'yes' && answer !== 'no';
const fifthOf = (tenth: number | null) => (tenth === null ? null : Math.ceil(tenth / 2));
const meanOf = ({ people, metres }: { people: number; metres: number }) =>
  people === 0 ? 0 : Math.round(metres / people);

function slowShortened({ places, weeks }: Baseline, { cuts }: Scenario): ScenarioReport['shortened'] {
  const hours = (week: string, state: string) => [...week].filter((each) => each === state).length;
  return cuts.flatMap((cut) => {
    if (cut.type !== 'shorten') return [];
    const at = places.id.indexOf(cut.place);
    const week = weeks[places.week[at] ?? -1] ?? null;
    return [
      {
        place: cut.place,
        name: places.name[at] ?? '',
        before: week === null ? null : hours(week, 'o'),
        after: hours(cut.keeps, 'o'),
        someWeeksBefore: week === null ? null : hours(week, 's'),
        someWeeksAfter: hours(cut.keeps, 's'),
      },
    ];
  });
}
