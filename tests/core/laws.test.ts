import { SLOTS, slotsOf } from '@kith/core/place/week';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import { compare } from '@kith/core/scenario/compare';
import { compareReports } from '@kith/core/scenario/compare-reports';
import type { Cut } from '@kith/core/scenario/cut';
import { addCut, applyChange, removeCut, replaceCut } from '@kith/core/scenario/edit-cuts';
import { canonicalJson, hashScenario } from '@kith/core/scenario/hash';
import { irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import { scenarioLimit } from '@kith/core/scenario/scenario-limit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce } from './brute-force.ts';
import { bruteBand } from './brute-reach.ts';
import { playable } from './random-worlds.ts';
import { play } from './worlds.ts';

const seed = 20_260_501;
const law = (check: (world: Baseline, scenario: Scenario) => void, numRuns = 300) =>
  fc.assert(
    fc.property(playable, ({ world, scenario }) => check(world, scenario)),
    { seed, numRuns },
  );
/** What a report says, without what was asked and how it was put. */
const answer = ({ scenario: _, hash: __, shortened: ___, grants: ____, ...rest }: ScenarioReport) => rest;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const NONE = { middle: 0, least: 0, most: 0 };
const closesOf = (cuts: readonly Cut[]) => cuts.filter((cut) => cut.type !== 'open');
/** Places that can be cut: open and inside the map. */
const cuttable = (world: Baseline) =>
  world.places.id.filter((_, at) => world.places.status[at] === 'open' && world.places.outside[at] === false);

/** How many of the 1,000 scenarios must at least show a thing, so that no law is kept by nothing happening. */
const LEAST_SEEN = {
  close: 500,
  shorten: 300,
  'end-grant': 500,
  open: 400,
  'eight cuts or more': 90,
  'somebody loses': 150,
  'somebody loses at an hour': 45,
  'somebody gains': 150,
  'somebody walks further': 70,
  'somebody walks less': 60,
  'perhaps changes': 180,
  'somebody is perhaps still within reach': 30,
  'a place that may count is cut': 120,
  'a new place is the next-nearest': 35,
  'nothing is left for somebody': 20,
  'no places': 50,
  'one place': 50,
};

describe('laws of cuts, on random small worlds', () => {
  it('exact equals brute force, in every field, in 1,000 scenarios of up to ten cuts of all four types', () => {
    const seen = new Map<string, number>();
    const count = (what: string, is: boolean) => is && seen.set(what, (seen.get(what) ?? 0) + 1);
    law((world, scenario) => {
      const { hash: _, ...report } = play(world, scenario);
      expect(report).toEqual(bruteForce(world, scenario));
      expect(scenario.cuts.length).toBeLessThanOrEqual(10);
      for (const type of ['close', 'shorten', 'end-grant', 'open'])
        count(
          type,
          scenario.cuts.some((cut) => cut.type === type),
        );
      count('eight cuts or more', scenario.cuts.length >= 8);
      count('somebody loses', report.people.lost.most > 0);
      count('somebody loses at an hour', scenario.when !== null && report.people.lost.most > 0);
      count('somebody gains', report.people.gained.most > 0);
      count('somebody walks further', report.kept.people > 0);
      count('somebody walks less', report.nearer.people > 0);
      count('perhaps changes', report.perhaps.before !== report.perhaps.after);
      count(
        'somebody is perhaps still within reach',
        report.areas.some((area) => area.perhapsStill),
      );
      count(
        'a place that may count is cut',
        report.approximate.some(({ most }) => most > 0),
      );
      count(
        'a new place is the next-nearest',
        report.nextPlaces.some(({ place }) => place.startsWith('new-')),
      );
      count('nothing is left for somebody', report.nowhere > 0);
      count('no places', world.places.id.length === 0);
      count('one place', world.places.id.length === 1);
    }, 1000);
    // The worlds must be worth the trouble: each of these comes up often enough to be wrong.
    const least = Object.entries(LEAST_SEEN).filter(([what, times]) => (seen.get(what) ?? 0) < times);
    expect(least.map(([what]) => [what, seen.get(what)])).toEqual([]);
  });

  it('closing nothing changes nothing', () => {
    law((world, scenario) => {
      const report = play(world, { ...scenario, cuts: [] });
      for (const counts of [report.people, report.households, ...report.groups, ...report.tenths]) {
        expect(counts.after).toBe(counts.before);
        expect([counts.lost, counts.gained]).toEqual([NONE, NONE]);
      }
      expect(report.curve.after).toEqual(report.curve.before);
      expect(report.perhaps.after).toBe(report.perhaps.before);
      const { areas, nextPlaces, approximate, kept, nearer } = report;
      expect([areas, nextPlaces, approximate, kept.people, nearer.people]).toEqual([[], [], [], 0, 0]);
    });
  });

  it('closing one more never gives reach back, and opening one more never takes it', () => {
    let taken = 0;
    law((world, scenario) => {
      const cuts = closesOf(scenario.cuts);
      const more = play(world, { ...scenario, cuts });
      const fewer = play(world, { ...scenario, cuts: cuts.slice(1) });
      expect(more.people.gained).toEqual(NONE);
      expect(more.people.after).toBeLessThanOrEqual(fewer.people.after);
      for (const end of ['middle', 'least', 'most'] as const)
        expect(more.people.lost[end]).toBeGreaterThanOrEqual(fewer.people.lost[end]);
      for (const [at, group] of more.groups.entries())
        expect(group.lost.middle).toBeGreaterThanOrEqual(fewer.groups[at]?.lost.middle ?? 0);
      for (const [at, people] of more.curve.after.middle.entries())
        expect(people).toBeLessThanOrEqual(fewer.curve.after.middle[at] ?? 0);
      if (more.people.after < fewer.people.after) taken++;

      const all = play(world, scenario);
      expect(all.people.after).toBeGreaterThanOrEqual(more.people.after);
      expect(all.people.lost.most).toBeLessThanOrEqual(more.people.lost.most);
      for (const [at, people] of all.curve.after.most.entries())
        expect(people).toBeGreaterThanOrEqual(more.curve.after.most[at] ?? 0);
    });
    expect(taken).toBeGreaterThan(20);
  });

  it('a new place on the spot of a closed one restores what was', () => {
    let worth = 0;
    law((world, { cuts: _, ...asked }) => {
      const lists = buildNearest(world, asked);
      for (const id of cuttable(world)) {
        const at = world.places.id.indexOf(id);
        if (lists.standing[at] !== 1) continue;
        const open: Cut = {
          type: 'open',
          site: 'new-same',
          name: 'The same again',
          kind: world.places.kind[at] ?? 'other',
          easting: world.places.easting[at] ?? 0,
          northing: world.places.northing[at] ?? 0,
          week: world.weeks[world.places.week[at] ?? -1] ?? null,
        };
        const closed = play(world, { ...asked, cuts: [{ type: 'close', place: id }] });
        const restored = play(world, { ...asked, cuts: [{ type: 'close', place: id }, open] });
        expect(answer(restored)).toEqual(answer(play(world, { ...asked, cuts: [] })));
        if (closed.people.lost.most > 0) worth++;
      }
    }, 100);
    expect(worth).toBeGreaterThan(20);
  });

  it('an edit taken back by its inverse gives the same bytes', () => {
    law((world, scenario) => {
      const bytes = (asked: Scenario) => JSON.stringify(play(world, asked));
      const [first] = scenario.cuts;
      if (first === undefined) return;
      const fewer = { ...scenario, cuts: scenario.cuts.slice(1) };
      const other: Cut = {
        type: 'open',
        site: 'new-other',
        name: 'Other',
        kind: scenario.kinds[0] ?? 'other',
        easting: 401_000,
        northing: 401_000,
        week: null,
      };
      for (const [from, edited] of [
        [fewer, addCut(fewer, first)],
        [scenario, removeCut(scenario, 0)],
        [scenario, replaceCut(scenario, 0, other)],
      ] as const) {
        const undone = applyChange(edited.next, edited.undo);
        expect(bytes(undone.next)).toBe(bytes(from));
        expect(bytes(applyChange(undone.next, undone.undo).next)).toBe(bytes(edited.next));
      }
    }, 150);
  });

  it('the order of cuts of places, and of kinds and days, does not matter', () => {
    law((world, scenario) => {
      const sites = scenario.cuts.filter((cut) => cut.type === 'open');
      const turned: Scenario = {
        ...scenario,
        when: scenario.when && { ...scenario.when, days: scenario.when.days.toReversed() },
        kinds: scenario.kinds.toReversed(),
        cuts: [...sites, ...closesOf(scenario.cuts).toReversed()],
      };
      expect(answer(play(world, turned))).toEqual(answer(play(world, scenario)));
    });
  });

  it('parts add up to the whole, and a fifth is two tenths', () => {
    law((world, scenario) => {
      const report = play(world, scenario);
      const { people, fifths, tenths, areas, nextPlaces, nowhere, curve, limitMetres } = report;
      for (const parts of [fifths, tenths])
        for (const of of ['total', 'before', 'after'] as const)
          expect(sum(parts.map((each) => each[of]))).toBe(people[of]);
      for (const which of ['lost', 'gained'] as const) {
        expect(sum(tenths.map((each) => each[which].middle))).toBe(people[which].middle);
        expect(sum(areas.map((each) => each[which].middle))).toBe(people[which].middle);
        for (const { fifth, ...counts } of fifths) {
          const two = tenths.filter(({ tenth }) =>
            fifth === null || tenth === null ? tenth === fifth : Math.ceil(tenth / 2) === fifth,
          );
          expect(sum(two.map((each) => each[which].middle))).toBe(counts[which].middle);
          expect(sum(two.map((each) => each.total))).toBe(counts.total);
        }
      }
      expect(sum(nextPlaces.map((each) => each.people)) + nowhere).toBe(people.lost.middle);
      for (const counts of [people, report.households, ...report.groups, ...fifths, ...tenths])
        expect(counts.after).toBe(counts.before - counts.lost.middle + counts.gained.middle);
      expect(sum(areas.map((each) => each.aged65Over))).toBe(report.groups[0]?.lost.middle);
      const at = curve.metres.indexOf(limitMetres);
      if (at < 0) return;
      expect([curve.before.middle[at], curve.after.middle[at]]).toEqual([people.before, people.after]);
    });
  });

  it('shortening to no hour of the time asked about is closing then', () => {
    let worth = 0;
    law((world, { cuts: _, ...asked }) => {
      const { when } = asked;
      if (when === null) return;
      const slots = slotsOf(when);
      for (const id of cuttable(world)) {
        const week = world.weeks[world.places.week[world.places.id.indexOf(id)] ?? -1] ?? 'o'.repeat(SLOTS);
        const keeps = [...week].map((state, slot) => (slots.includes(slot) ? '.' : state)).join('');
        const shorten: Cut[] = [{ type: 'shorten', place: id, keeps }];
        if (checkCuts(world, shorten).length > 0) continue;
        const closed = play(world, { ...asked, cuts: [{ type: 'close', place: id }] });
        expect(answer(play(world, { ...asked, cuts: shorten }))).toEqual(answer(closed));
        expect(play(world, { ...asked, when: null, cuts: shorten }).people.lost).toEqual(NONE);
        if (closed.people.lost.most > 0) worth++;
      }
    }, 300);
    expect(worth).toBeGreaterThan(20);
  });

  it('a grant that ends is the closing of its places, and before its day changes nothing', () => {
    let worth = 0;
    law((world, { cuts: _, ...asked }) => {
      const places = cuttable(world);
      if (places.length < 2) return;
      const grant: Cut = {
        type: 'end-grant',
        grant: 'The fund',
        endsOn: '2027-03-31',
        places,
        replaced: places.slice(0, 1),
      };
      const cuts = places.slice(1).map((place): Cut => ({ type: 'close', place }));
      const closed = play(world, { ...asked, on: null, cuts });
      for (const on of [null, '2027-03-31', '2028-01-01'])
        expect(answer(play(world, { ...asked, on, cuts: [grant] }))).toEqual(answer(closed));
      const unended = play(world, { ...asked, on: '2027-03-30', cuts: [grant] });
      expect(answer(unended)).toEqual(answer(play(world, { ...asked, cuts: [] })));
      expect(unended.grants[0]?.ended).toBe(false);
      if (closed.people.lost.most > 0) worth++;
    });
    expect(worth).toBeGreaterThan(50);
  });

  it('short lists that run out give the same answer as long ones', () => {
    law((world, scenario) => {
      expect(play(world, scenario, 2)).toEqual(play(world, scenario, 100));
    });
  });

  it('the same input gives the same bytes, and its hash, on lists just built or used before', () => {
    law((world, scenario) => {
      const report = play(world, scenario);
      expect(JSON.stringify(play(world, scenario))).toBe(JSON.stringify(report));
      const lists = buildNearest(world, scenario);
      for (const [metres, cuts] of [
        [700, []],
        [null, scenario.cuts.slice(1)],
      ] as const)
        compare(world, lists, { ...scenario, metres, cuts: [...cuts] });
      expect(JSON.stringify(compare(world, lists, scenario))).toBe(JSON.stringify(report));
      expect(report.hash).toBe(hashScenario(scenario, world.version));
    }, 100);
  });

  it('nothing is written to the baseline', () => {
    // Worlds are frozen all the way down, so a write would throw; the checksum says it again.
    law((world, scenario) => {
      const checksum = canonicalJson(world);
      play(world, scenario);
      checkCuts(world, scenario.cuts, scenario.kinds);
      expect(canonicalJson(world)).toBe(checksum);
    }, 100);
  });

  it('a report set beside itself differs in nothing, and turned round every difference has the other sign', () => {
    let apart = 0;
    law((world, scenario) => {
      const a = play(world, scenario);
      const b = play(world, { ...scenario, cuts: scenario.cuts.slice(1), metres: 900 });
      const self = compareReports(a, a);
      expect(self).toMatchObject({ same: true, differs: [], areas: [], onlyA: [], onlyB: [] });
      expect(self.rows.every((row) => row.difference === 0 && row.a === row.b)).toBe(true);
      const [there, back] = [compareReports(a, b), compareReports(b, a)];
      const turned = <T extends { a: number; b: number; difference: number }>(list: readonly T[]) =>
        list.map((row) => ({ ...row, a: row.b, b: row.a, difference: row.a - row.b }));
      expect(there.rows).toEqual(turned(back.rows));
      expect(there.areas).toEqual(turned(back.areas));
      expect(there.areasGaining).toEqual(turned(back.areasGaining));
      expect([there.onlyA, there.onlyB]).toEqual([back.onlyB, back.onlyA]);
      expect(there.differs.length).toBe(back.differs.length);
      if (there.areas.length > 0) apart++;
    });
    expect(apart).toBeGreaterThan(30);
  });
});

describe('laws of reach, on random small worlds', () => {
  it('agrees with cuts: what is within before, and what one closure takes', () => {
    law((world, scenario) => {
      const lists = buildNearest(world, scenario);
      const limit = scenarioLimit(scenario);
      const columns = reachByArea(world, lists, limit);
      const report = play(world, { ...scenario, cuts: [] });
      expect(sum(columns.within)).toBe(report.people.before);
      expect(sum(columns.perhaps)).toBe(report.perhaps.before);
      columns.within.forEach((within, area) => {
        expect(within + (columns.perhaps[area] ?? 0)).toBeLessThanOrEqual(columns.residents[area] ?? 0);
        expect(columns.withinLeast[area]).toBeLessThanOrEqual(within);
        expect(columns.withinMost[area]).toBeGreaterThanOrEqual(within);
      });
      const { within, withinLeast, withinMost } = columns;
      expect({ within, withinLeast, withinMost }).toEqual(bruteBand(world, scenario, limit));
      const byPlace = new Map(irreplaceable(world, lists, limit).map((each) => [each.place, each]));
      world.places.id.forEach((id, place) => {
        const cuts: Scenario['cuts'] = [{ type: 'close', place: id }];
        if (checkCuts(world, cuts).length > 0) return;
        const { lost } = play(world, { ...scenario, cuts }).people;
        const alone = byPlace.get(place);
        expect(alone?.people ?? 0).toBe(lost.middle);
        if (alone) expect([alone.least, alone.most]).toEqual([lost.least, lost.most]);
      });
    }, 100);
  });
});
