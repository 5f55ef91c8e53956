import type { Baseline } from '@kith/core/reach/baseline';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';

/**
 * What a report must say, worked out the long way: every home point against every place, before and after, under
 * each detour factor. Shares no code with the engine, so that the two can only agree by both being right.
 */
export function bruteForce(world: Baseline, scenario: Scenario): Omit<ScenarioReport, 'hash'> {
  const speeds = { planner: 1000, 'over-65': 720, slow: 639 };
  const limit = (scenario.minutes * speeds[scenario.pace]) / 15;
  const factors = { urban: [1.2, 1.3, 1.4], rural: [1.3, 1.4, 1.5] };
  const closed = scenario.cuts.flatMap((cut) => (cut.type === 'close' ? [cut.place] : []));
  const places = world.places.id
    .map((id, index) => ({
      id,
      name: world.places.name[index] as string,
      kind: world.places.kind[index] as string,
      status: world.places.status[index] as string,
      x: world.places.easting[index] as number,
      y: world.places.northing[index] as number,
      spread: world.places.spreadMetres[index] as number,
    }))
    .filter((place) => place.status === 'open' && (scenario.kinds as string[]).includes(place.kind));
  const exact = places.filter((place) => place.spread === 0);
  const rough = places.filter((place) => place.spread > 0);

  const homes = world.homePoints.area.map((area, index) => {
    const x = world.homePoints.easting[index] as number;
    const y = world.homePoints.northing[index] as number;
    const by = factors[world.areas.ruralUrban[area] as 'urban' | 'rural'];
    const middle = by[1] as number;
    const far = (place: { x: number; y: number }) => Math.sqrt((place.x - x) ** 2 + (place.y - y) ** 2);
    const nearestOf = (list: typeof exact) => {
      const best = [...list].sort((a, b) => far(a) - far(b) || (a.id < b.id ? -1 : 1))[0];
      return best === undefined ? undefined : { ...best, far: far(best) };
    };
    const before = nearestOf(exact);
    const after = nearestOf(exact.filter((place) => !closed.includes(place.id)));
    const mayReach = rough
      .filter((place) => (far(place) - place.spread) * middle <= limit)
      .map((place) => place.id);
    const within = (found: typeof before, factor: number) =>
      found !== undefined && found.far * factor <= limit;
    const walk = (found: typeof before) => (found === undefined ? 0 : Math.round(found.far * middle));
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
      had: within(before, middle),
      has: within(after, middle),
      lost: by.map((factor) => within(before, factor) && !within(after, factor)),
      after,
      walk: walk(after),
      extra: walk(after) - walk(before),
      mayReach,
    };
  });
  const none = { middle: 0, least: 0, most: 0 };
  const fifthFrom = (tenth: number | null) => (tenth === null ? null : Math.ceil(tenth / 2));
  type Home = (typeof homes)[number];
  const sum = (list: readonly Home[], value: (home: Home) => number) =>
    list.reduce((total, home) => total + value(home), 0);
  const bandOf = (list: readonly Home[], column: number) => {
    const all = [0, 1, 2].map((end) =>
      sum(list, (home) => (home.lost[end] ? (home.counts[column] as number) : 0)),
    );
    return { middle: all[1] as number, least: Math.min(...all), most: Math.max(...all) };
  };
  const counts = (column: number) => ({
    total: sum(homes, (home) => home.counts[column] as number),
    before: sum(homes, (home) => (home.had ? (home.counts[column] as number) : 0)),
    after: sum(homes, (home) => (home.has ? (home.counts[column] as number) : 0)),
    lost: bandOf(homes, column),
    gained: none,
  });
  const losers = homes.filter((home) => home.lost[1] && home.people > 0);
  const keepers = homes.filter((home) => home.had && home.has && home.extra > 0);
  const fifthOf = (area: number) => fifthFrom(world.areas.tenths[scenario.lens][area] as number | null);
  const destinations = (list: readonly Home[]) =>
    [...new Set(list.flatMap((home) => (home.after === undefined ? [] : [home.after.id])))]
      .map((id) => {
        const going = list.filter((home) => home.after?.id === id);
        const people = sum(going, (home) => home.people);
        return {
          place: id,
          name: going[0]?.after?.name as string,
          people,
          walkMetres: Math.round(sum(going, (home) => home.people * home.walk) / people),
          extraWalkMetres: Math.round(sum(going, (home) => home.people * home.extra) / people),
        };
      })
      .sort((a, b) => b.people - a.people || (a.place < b.place ? -1 : 1));

  const areas = world.areas.code.flatMap((code, area) => {
    const here = homes.filter((home) => home.area === area);
    const losing = losers.filter((home) => home.area === area);
    const keeping = keepers.filter((home) => home.area === area);
    const bands = [0, 1, 2, 3, 4, 5].map((column) => bandOf(here, column));
    const keptFurther = sum(keeping, (home) => home.people * home.extra);
    if (keptFurther === 0 && bands.every((band) => band.most === 0)) return [];
    const before = sum(here, (home) => (home.had ? home.people : 0));
    const after = sum(here, (home) => (home.has ? home.people : 0));
    const most = destinations(losing)[0];
    const going = losing.filter((home) => home.after !== undefined);
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
      lost: bands[0] as (typeof bands)[number],
      gained: none,
      aged65Over: bands[1]?.middle as number,
      disabled: bands[2]?.middle as number,
      livingAlone: bands[3]?.middle as number,
      noCar: bands[4]?.middle as number,
      newlyNone: before > 0 && after === 0,
      keptFurther,
      nextPlace: most?.place ?? null,
      nextWalkMetres: most?.walkMetres ?? null,
      extraWalkMetres:
        going.length === 0
          ? null
          : Math.round(sum(going, (home) => home.people * home.extra) / sum(going, (home) => home.people)),
      perhapsStill: here.some(
        (home) => home.lost[1] && home.mayReach.some((place) => !closed.includes(place)),
      ),
      nearEdge: edge !== null && (edge + beyond) * factor <= limit,
    };
  });
  const keptPeople = sum(keepers, (home) => home.people);
  return {
    scenario,
    dataVersion: world.version,
    limitMetres: limit,
    detour: { urban: 1.3, rural: 1.4 },
    people: counts(0),
    households: counts(5),
    groups: [
      { id: 'aged65Over', label: 'Aged 65 and over', unit: 'people' as const, ...counts(1) },
      { id: 'disabled', label: 'Disabled', unit: 'people' as const, ...counts(2) },
      { id: 'livingAlone', label: 'Living alone', unit: 'households' as const, ...counts(3) },
      { id: 'noCar', label: 'No car', unit: 'households' as const, ...counts(4) },
    ],
    fifths: [1, 2, 3, 4, 5, null].map((fifth) => {
      const here = homes.filter((home) => fifthOf(home.area) === fifth);
      return {
        fifth,
        total: sum(here, (home) => home.people),
        before: 0,
        after: 0,
        gained: none,
        lost: bandOf(here, 0),
      };
    }),
    tenths: [],
    nearer: { people: 0, lessWalkMetres: 0 },
    curve: {
      metres: [],
      before: { middle: [], least: [], most: [] },
      after: { middle: [], least: [], most: [] },
    },
    perhaps: { before: 0, after: 0 },
    shortened: [],
    grants: [],
    kept: {
      people: keptPeople,
      extraWalkMetres:
        keptPeople === 0 ? 0 : Math.round(sum(keepers, (home) => home.people * home.extra) / keptPeople),
    },
    areas: areas.sort((a, b) => b.lost.middle - a.lost.middle || (a.code < b.code ? -1 : 1)),
    nextPlaces: destinations(losers),
    nowhere: sum(losers, (home) => (home.after === undefined ? home.people : 0)),
    approximate: rough
      .filter((place) => closed.includes(place.id))
      .map((place) => ({
        place: place.id,
        name: place.name,
        why: 'spot' as const,
        most: sum(homes, (home) => (!home.has && home.mayReach.includes(place.id) ? home.people : 0)),
      })),
    nearEdge: areas.reduce((total, area) => total + (area.nearEdge ? area.lost.middle : 0), 0),
  };
}
