import type { Baseline } from '@kith/core/reach/baseline';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';

type State = 'yes' | 'no' | 'spot' | 'hours' | 'some-weeks' | 'unchecked' | 'stale';
interface Place {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly spread: number;
  readonly before: State;
  readonly after: State;
}

/**
 * What a report must say, worked out the long way: every home point against every place, before and after, under
 * each detour factor. Shares no code with the engine, so that the two can only agree by both being right.
 */
export function bruteForce(world: Baseline, scenario: Scenario): Omit<ScenarioReport, 'hash'> {
  const speeds = { planner: 1000, 'over-65': 720, slow: 639 };
  const limit = scenario.metres === null ? (scenario.minutes * speeds[scenario.pace]) / 15 : scenario.metres;
  const factors = { urban: [1.2, 1.3, 1.4], rural: [1.3, 1.4, 1.5] };
  const places = allPlaces(world, scenario);
  const yes = (when: 'before' | 'after') => places.filter((place) => place[when] === 'yes');
  const maybe = (when: 'before' | 'after') =>
    places.filter((place) => place[when] !== 'yes' && place[when] !== 'no');

  const homes = world.homePoints.area.map((area, index) => {
    const x = world.homePoints.easting[index] as number;
    const y = world.homePoints.northing[index] as number;
    const by = factors[world.areas.ruralUrban[area] as 'urban' | 'rural'];
    const middle = by[1] as number;
    const far = (place: Place) => Math.sqrt((place.x - x) ** 2 + (place.y - y) ** 2);
    // Places are in the order of their numbers, and only one that is nearer takes over: so ties go to the first.
    const nearestOf = (list: readonly Place[]) => {
      let best: { place: Place; far: number } | undefined;
      for (const place of list)
        if (best === undefined || far(place) < best.far) best = { place, far: far(place) };
      return best;
    };
    const before = nearestOf(yes('before'));
    const after = nearestOf(yes('after'));
    const mayReach = (place: Place) => (far(place) - place.spread) * middle <= limit;
    const within = (found: typeof before, factor: number) =>
      found !== undefined && found.far * factor <= limit;
    const walk = (found: typeof before) => (found === undefined ? 0 : Math.round(found.far * middle));
    const had = within(before, middle);
    const has = within(after, middle);
    return {
      area,
      counts: [
        world.homePoints.residents[index],
        world.homePoints.aged65Over[index],
        world.homePoints.disabled[index],
        world.homePoints.livingAlone[index],
        world.homePoints.noCar[index],
        world.homePoints.households[index],
      ] as number[],
      people: world.homePoints.residents[index] as number,
      had,
      has,
      lost: by.map((factor) => within(before, factor) && !within(after, factor)),
      gained: by.map((factor) => !within(before, factor) && within(after, factor)),
      to: after?.place,
      walk: walk(after),
      extra: walk(after) - walk(before),
      walksBefore: before === undefined ? [] : by.map((factor) => before.far * factor),
      walksAfter: after === undefined ? [] : by.map((factor) => after.far * factor),
      perhapsBefore: !had && maybe('before').some(mayReach),
      perhapsAfter: !has && maybe('after').some(mayReach),
      mayReach,
    };
  });
  type Home = (typeof homes)[number];
  const sum = (list: readonly Home[], value: (home: Home) => number) =>
    list.reduce((total, home) => total + value(home), 0);
  const band = (all: readonly number[]) => ({
    middle: all[1] as number,
    least: Math.min(...all),
    most: Math.max(...all),
  });
  const change = (list: readonly Home[], which: 'lost' | 'gained', column: number) =>
    band(
      [0, 1, 2].map((end) => sum(list, (home) => (home[which][end] ? (home.counts[column] as number) : 0))),
    );
  const counts = (list: readonly Home[], column: number) => ({
    total: sum(list, (home) => home.counts[column] as number),
    before: sum(list, (home) => (home.had ? (home.counts[column] as number) : 0)),
    after: sum(list, (home) => (home.has ? (home.counts[column] as number) : 0)),
    lost: change(list, 'lost', column),
    gained: change(list, 'gained', column),
  });
  const losers = homes.filter((home) => home.lost[1] && home.people > 0);
  const keepers = homes.filter((home) => home.had && home.has && home.extra > 0);
  const nearer = homes.filter((home) => home.had && home.has && home.extra < 0);
  const mean = (total: number, people: number) => (people === 0 ? 0 : Math.round(total / people));
  const tenthOf = (area: number) => world.areas.tenths[scenario.lens][area] as number | null;
  const fifthOf = (area: number) => {
    const tenth = tenthOf(area);
    return tenth === null ? null : ([1, 1, 2, 2, 3, 3, 4, 4, 5, 5][tenth - 1] as number);
  };
  const destinations = (list: readonly Home[]) =>
    places
      .filter((place) => list.some((home) => home.to === place))
      .map((place) => {
        const going = list.filter((home) => home.to === place);
        const people = sum(going, (home) => home.people);
        return {
          place: place.id,
          name: place.name,
          people,
          walkMetres: Math.round(sum(going, (home) => home.people * home.walk) / people),
          extraWalkMetres: Math.round(sum(going, (home) => home.people * home.extra) / people),
        };
      });

  const areas = world.areas.code.flatMap((code, area) => {
    const here = homes.filter((home) => home.area === area);
    const losing = losers.filter((home) => home.area === area);
    const keeping = keepers.filter((home) => home.area === area);
    const columns = [0, 1, 2, 3, 4, 5].map((column) => counts(here, column));
    const keptFurther = sum(keeping, (home) => home.people * home.extra);
    if (keptFurther === 0 && columns.every(({ lost, gained }) => lost.most === 0 && gained.most === 0))
      return [];
    const { before, after, lost, gained } = columns[0] as (typeof columns)[number];
    // The sort is stable and places are in order, so that of two with as many people the first is first.
    const most = destinations(losing).sort((a, b) => b.people - a.people)[0];
    const going = losing.filter((home) => home.to !== undefined);
    const edge = world.areas.edgeMetres[area] as number | null;
    const beyond = scenario.kinds.every((kind) => kind === 'library') ? 5000 : 0;
    const factor = factors[world.areas.ruralUrban[area] as 'urban' | 'rural'][1] as number;
    return {
      code,
      name: world.areas.name[area] as string,
      ward: world.areas.ward[area] as string,
      district: world.areas.district[area] as string,
      residents: world.areas.residents[area] as number,
      fifth: fifthOf(area),
      before,
      after,
      lost,
      gained,
      aged65Over: columns[1]?.lost.middle as number,
      disabled: columns[2]?.lost.middle as number,
      livingAlone: columns[3]?.lost.middle as number,
      noCar: columns[4]?.lost.middle as number,
      newlyNone: before > 0 && after === 0,
      keptFurther,
      nextPlace: most?.place ?? null,
      nextWalkMetres: most?.walkMetres ?? null,
      extraWalkMetres:
        going.length === 0
          ? null
          : Math.round(sum(going, (home) => home.people * home.extra) / sum(going, (home) => home.people)),
      perhapsStill: here.some((home) => home.lost[1] && home.perhapsAfter),
      nearEdge: edge !== null && (edge + beyond) * factor <= limit,
    };
  });
  const metres = Array.from({ length: 51 }, (_, step) => step * 100);
  const curve = (walks: 'walksBefore' | 'walksAfter') => {
    const all = metres.map((reach) =>
      band(
        [0, 1, 2].map((end) =>
          sum(homes, (home) => ((home[walks][end] ?? Number.POSITIVE_INFINITY) <= reach ? home.people : 0)),
        ),
      ),
    );
    return {
      middle: all.map((each) => each.middle),
      least: all.map((each) => each.least),
      most: all.map((each) => each.most),
    };
  };
  const cutOf = (id: string) =>
    scenario.cuts.find((cut) => cut.type !== 'open' && cut.type !== 'end-grant' && cut.place === id);
  return {
    scenario,
    dataVersion: world.version,
    limitMetres: limit,
    detour: { urban: 1.3, rural: 1.4 },
    people: counts(homes, 0),
    households: counts(homes, 5),
    groups: [
      { id: 'aged65Over', label: 'Aged 65 and over', unit: 'people' as const, ...counts(homes, 1) },
      { id: 'disabled', label: 'Disabled', unit: 'people' as const, ...counts(homes, 2) },
      { id: 'livingAlone', label: 'Living alone', unit: 'households' as const, ...counts(homes, 3) },
      { id: 'noCar', label: 'No car', unit: 'households' as const, ...counts(homes, 4) },
    ],
    fifths: [1, 2, 3, 4, 5, null].map((fifth) => ({
      fifth,
      ...counts(
        homes.filter((home) => fifthOf(home.area) === fifth),
        0,
      ),
    })),
    tenths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null].map((tenth) => ({
      tenth,
      ...counts(
        homes.filter((home) => tenthOf(home.area) === tenth),
        0,
      ),
    })),
    kept: {
      people: sum(keepers, (home) => home.people),
      extraWalkMetres: mean(
        sum(keepers, (home) => home.people * home.extra),
        sum(keepers, (home) => home.people),
      ),
    },
    nearer: {
      people: sum(nearer, (home) => home.people),
      lessWalkMetres: mean(
        sum(nearer, (home) => home.people * -home.extra),
        sum(nearer, (home) => home.people),
      ),
    },
    curve: { metres, before: curve('walksBefore'), after: curve('walksAfter') },
    areas: areas.sort(
      (a, b) =>
        b.lost.middle - a.lost.middle || b.gained.middle - a.gained.middle || (a.code < b.code ? -1 : 1),
    ),
    nextPlaces: destinations(losers).sort((a, b) => b.people - a.people || (a.place < b.place ? -1 : 1)),
    nowhere: sum(losers, (home) => (home.to === undefined ? home.people : 0)),
    approximate: places.flatMap((place) =>
      place.before === 'yes' || place.before === 'no' || place.after !== 'no'
        ? []
        : [
            {
              place: place.id,
              name: place.name,
              why: place.before,
              most: sum(homes, (home) => (!home.has && home.mayReach(place) ? home.people : 0)),
            },
          ],
    ),
    perhaps: {
      before: sum(homes, (home) => (home.perhapsBefore ? home.people : 0)),
      after: sum(homes, (home) => (home.perhapsAfter ? home.people : 0)),
    },
    shortened: world.places.id
      .flatMap((id, index) => {
        const cut = cutOf(id);
        if (cut?.type !== 'shorten') return [];
        const hours = (week: string, wanted: string) => [...week].filter((state) => state === wanted).length;
        const known = weekOf(world, index);
        const name = world.places.name[index] as string;
        const row = {
          place: id,
          name,
          before: known === null ? null : hours(known, 'o'),
          after: hours(cut.keeps, 'o'),
          someWeeksBefore: known === null ? null : hours(known, 's'),
          someWeeksAfter: hours(cut.keeps, 's'),
        };
        return [{ row, at: scenario.cuts.indexOf(cut) }];
      })
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row),
    grants: scenario.cuts.flatMap((cut) =>
      cut.type !== 'end-grant'
        ? []
        : [
            {
              grant: cut.grant,
              endsOn: cut.endsOn,
              ended: dayHasCome(cut.endsOn, scenario.on),
              closes: cut.places.filter((place) => cut.replaced.indexOf(place) < 0),
            },
          ],
    ),
    nearEdge: areas.reduce((total, area) => total + (area.nearEdge ? area.lost.middle : 0), 0),
  };
}

function weekOf(world: Baseline, index: number): string | null {
  const week = world.places.week[index] as number | null;
  return week === null ? null : (world.weeks[week] as string);
}

function dayHasCome(endsOn: string | null, on: string | null): boolean {
  return endsOn === null || on === null || Date.parse(on) >= Date.parse(endsOn);
}

/** Every place with what it answers before and after the cuts: those of the world by id, then the new ones. */
export function allPlaces(world: Baseline, scenario: Scenario): Place[] {
  const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
  /** The states of the hours asked about, `o`, `s` and `.`; `?` where the week is not known; `o` at any time. */
  const states = (week: string | null): string => {
    const { when } = scenario;
    if (when === null) return 'o';
    if (week === null) return '?';
    return [...week]
      .filter((_, slot) => {
        const hour = slot % 24;
        const day = days[Math.floor(slot / 24)] as (typeof when.days)[number];
        return when.days.includes(day) && hour >= when.from && hour < when.to;
      })
      .join('');
  };
  const existing = world.places.id.map((id, index): Place => {
    const spread = world.places.spreadMetres[index] as number;
    const checkedOn = world.places.checkedOn[index] as string | null;
    const then = states(weekOf(world, index));
    const before = (): State => {
      if (world.places.status[index] !== 'open') return 'no';
      if (!scenario.kinds.includes(world.places.kind[index] as (typeof scenario.kinds)[number])) return 'no';
      if (!/[os?]/.test(then)) return 'no';
      if (spread > 0) return 'spot';
      if (then === '?') return 'hours';
      if (!then.includes('o') && !scenario.someWeeks) return 'some-weeks';
      const since = scenario.checkedSince;
      if (since !== null && (checkedOn === null || Date.parse(checkedOn) < Date.parse(since)))
        return 'unchecked';
      if (world.places.stale[index]) return 'stale';
      return 'yes';
    };
    const was = before();
    const after = (): State => {
      for (const cut of scenario.cuts) {
        if (cut.type === 'close' && cut.place === id) return 'no';
        if (cut.type === 'end-grant' && cut.places.includes(id) && !cut.replaced.includes(id))
          if (dayHasCome(cut.endsOn, scenario.on)) return 'no';
        if (cut.type !== 'shorten' || cut.place !== id || scenario.when === null) continue;
        const keeps = states(cut.keeps);
        if (!/[os]/.test(keeps)) return 'no';
        if (was === 'yes' && !keeps.includes('o') && !scenario.someWeeks) return 'some-weeks';
      }
      return was;
    };
    return {
      id,
      name: world.places.name[index] as string,
      x: world.places.easting[index] as number,
      y: world.places.northing[index] as number,
      spread,
      before: was,
      after: after(),
    };
  });
  const fresh = scenario.cuts.flatMap((cut): Place[] => {
    if (cut.type !== 'open') return [];
    const then = states(cut.week);
    const after = (): State => {
      if (!scenario.kinds.includes(cut.kind) || !/[os?]/.test(then)) return 'no';
      if (then === '?') return 'hours';
      return then.includes('o') || scenario.someWeeks ? 'yes' : 'some-weeks';
    };
    const { site, name, easting, northing } = cut;
    return [{ id: site, name, x: easting, y: northing, spread: 0, before: 'no', after: after() }];
  });
  return [...existing, ...fresh];
}
