import { buildNearest } from '@kith/core/reach/nearest';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import { limitMetres } from '@kith/core/reach/walk';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import { addCut, applyChange, removeCut } from '@kith/core/scenario/edit-cuts';
import { canonicalJson, hashScenario } from '@kith/core/scenario/hash';
import { irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce } from './brute-force.ts';
import { bruteBand } from './brute-reach.ts';
import { playable } from './random-worlds.ts';
import { play } from './worlds.ts';

const seed = 20_260_501;
const law = (check: (world: Parameters<typeof play>[0], scenario: Scenario) => void, numRuns = 300) =>
  fc.assert(
    fc.property(playable, ({ world, scenario }) => check(world, scenario)),
    { seed, numRuns },
  );
/** What a report says, without what was asked. */
const answer = ({ scenario: _, hash: __, ...rest }: ScenarioReport) => rest;

describe('laws of cuts, on random small worlds', () => {
  it('exact equals brute force, in every field', () => {
    let losing = 0;
    law((world, scenario) => {
      const { hash: _, ...report } = play(world, scenario);
      expect(report).toEqual(bruteForce(world, scenario));
      if (report.people.lost.most > 0) losing++;
    }, 1000);
    // The worlds must be worth the trouble: a good part of them has someone losing out.
    expect(losing).toBeGreaterThan(150);
  });

  it('closing nothing changes nothing', () => {
    law((world, scenario) => {
      const { people, areas, nextPlaces, kept, approximate, groups } = play(world, { ...scenario, cuts: [] });
      expect(people.after).toBe(people.before);
      expect(people.lost).toEqual({ middle: 0, least: 0, most: 0 });
      expect(groups.every((group) => group.lost.most === 0 && group.after === group.before)).toBe(true);
      expect([areas, nextPlaces, approximate, kept.people]).toEqual([[], [], [], 0]);
    });
  });

  it('closing one more never gives reach back', () => {
    law((world, scenario) => {
      const more = play(world, scenario);
      const fewer = play(world, { ...scenario, cuts: scenario.cuts.slice(1) });
      expect(more.people.after).toBeLessThanOrEqual(fewer.people.after);
      for (const end of ['middle', 'least', 'most'] as const)
        expect(more.people.lost[end]).toBeGreaterThanOrEqual(fewer.people.lost[end]);
      more.groups.forEach((group, index) => {
        expect(group.lost.middle).toBeGreaterThanOrEqual(fewer.groups[index]?.lost.middle ?? 0);
      });
    });
  });

  it('open after close restores', () => {
    law((world, scenario) => {
      const [first] = scenario.cuts;
      if (first?.type !== 'close') return;
      const fewer = { ...scenario, cuts: scenario.cuts.slice(1) };
      for (const { next, undo } of [addCut(fewer, first), removeCut(scenario, 0)]) {
        const restored = applyChange(next, undo).next;
        const original = undo.type === 'remove' ? fewer : scenario;
        expect(play(world, restored)).toEqual(play(world, original));
      }
    });
  });

  it('the order of cuts, and of kinds, does not matter', () => {
    law((world, scenario) => {
      const turned = { ...scenario, cuts: scenario.cuts.toReversed(), kinds: scenario.kinds.toReversed() };
      expect(answer(play(world, turned))).toEqual(answer(play(world, scenario)));
    });
  });

  it('parts add up to the whole', () => {
    law((world, scenario) => {
      const report = play(world, scenario);
      const { people, fifths, areas, nextPlaces, nowhere } = report;
      const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
      expect(sum(fifths.map((each) => each.lost.middle))).toBe(people.lost.middle);
      expect(sum(fifths.map((each) => each.total))).toBe(people.total);
      expect(sum(areas.map((each) => each.lost.middle))).toBe(people.lost.middle);
      expect(sum(nextPlaces.map((each) => each.people)) + nowhere).toBe(people.lost.middle);
      expect(people.before - people.after).toBe(people.lost.middle);
      for (const group of report.groups) expect(group.before - group.after).toBe(group.lost.middle);
      expect(sum(areas.map((each) => each.aged65Over))).toBe(report.groups[0]?.lost.middle);
    });
  });

  it('short lists that run out give the same answer as long ones', () => {
    law((world, scenario) => {
      expect(play(world, scenario, 2)).toEqual(play(world, scenario, 100));
    });
  });

  it('the same input gives the same bytes, and its hash', () => {
    law((world, scenario) => {
      const report = play(world, scenario);
      expect(JSON.stringify(play(world, scenario))).toBe(JSON.stringify(report));
      expect(report.hash).toBe(hashScenario(scenario, world.version));
    }, 50);
  });

  it('nothing is written to the baseline', () => {
    // Worlds are frozen all the way down, so a write would throw; the checksum says it again.
    law((world, scenario) => {
      const checksum = canonicalJson(world);
      play(world, scenario);
      checkCuts(world, scenario.cuts);
      expect(canonicalJson(world)).toBe(checksum);
    }, 100);
  });
});

describe('laws of reach, on random small worlds', () => {
  it('agrees with cuts: what is within before, and what one closure takes', () => {
    law((world, scenario) => {
      const lists = buildNearest(world, { kinds: scenario.kinds });
      const limit = limitMetres(scenario.minutes, scenario.pace);
      const columns = reachByArea(world, lists, limit);
      const report = play(world, { ...scenario, cuts: [] });
      expect(columns.within.reduce((sum, each) => sum + each, 0)).toBe(report.people.before);
      columns.within.forEach((within, area) => {
        expect(within + (columns.perhaps[area] ?? 0)).toBeLessThanOrEqual(columns.residents[area] ?? 0);
        expect(columns.withinLeast[area]).toBeLessThanOrEqual(within);
        expect(columns.withinMost[area]).toBeGreaterThanOrEqual(within);
      });
      const { within, withinLeast, withinMost } = columns;
      expect({ within, withinLeast, withinMost }).toEqual(bruteBand(world, scenario.kinds, limit));
      const byPlace = new Map(irreplaceable(world, lists, limit).map(({ place, people }) => [place, people]));
      world.places.id.forEach((id, place) => {
        const cuts: Scenario['cuts'] = [{ type: 'close', place: id }];
        if (checkCuts(world, cuts).length > 0) return;
        expect(byPlace.get(place) ?? 0).toBe(play(world, { ...scenario, cuts }).people.lost.middle);
      });
    }, 100);
  });
});
