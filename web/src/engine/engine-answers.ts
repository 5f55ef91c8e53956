import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest, type NearestLists } from '@kith/core/reach/nearest';
import { type WeekReach, weekReach } from '@kith/core/reach/week-reach';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import { compare } from '@kith/core/scenario/compare';
import { type Irreplaceable, irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario } from '@kith/core/scenario/report';
import { scenarioLimit } from '@kith/core/scenario/scenario-limit';
import { homeBoxes } from './engine-home-boxes.ts';
import type { EngineAsks, EngineRequest, GroundShown, Played, Question } from './engine-types.ts';

/** The map looked at, and the one before it: of all England one alone takes some hundred megabytes. */
const GROUNDS_KEPT = 2;
/** Lists of the last few questions, so that going to and fro between two hours builds nothing again. */
const LISTS_KEPT = 4;

interface Ground {
  readonly baseline: Baseline;
  readonly lists: Map<string, NearestLists>;
}

/** The ground asked about is not, or no longer, held. */
export class NoGround extends Error {}

/** The engine behind the worker: it holds the grounds it was given and answers questions about them. */
export class EngineAnswers {
  readonly #grounds = new Map<string, Ground>();

  /** @throws Error in plain English where there is no answer */
  answer(request: EngineRequest): EngineAsks[EngineRequest['ask']]['answer'] {
    if (request.ask === 'ground') return this.#take(request.key, request.bytes);
    const ground = this.#groundOf(request.key);
    if (request.ask === 'play') return play(ground, request.scenario);
    if (request.ask === 'irreplaceable') return alone(ground, request.question);
    return week(ground, request.scenario);
  }

  #take(key: string, bytes: ArrayBuffer): GroundShown {
    const baseline = JSON.parse(new TextDecoder().decode(bytes)) as Baseline;
    this.#grounds.delete(key);
    this.#grounds.set(key, { baseline, lists: new Map() });
    for (const old of [...this.#grounds.keys()].slice(0, -GROUNDS_KEPT)) this.#grounds.delete(old);
    const { version, patch, areas, places, weeks } = baseline;
    return {
      key,
      version,
      patch,
      areas,
      places,
      weeks,
      homeBoxes: homeBoxes(baseline),
      bytes: bytes.byteLength,
    };
  }

  /** The ground asked about, which is now the one asked about last. */
  #groundOf(key: string): Ground {
    const ground = this.#grounds.get(key);
    if (!ground) throw new NoGround('The map is no longer at hand. Load the page again.');
    this.#grounds.delete(key);
    this.#grounds.set(key, ground);
    return ground;
  }
}

/** The lists for a question: those that were built for it, or new ones. */
function listsFor({ baseline, lists }: Ground, asked: Question): NearestLists {
  const { kinds, when, someWeeks, checkedSince } = asked;
  const question = { kinds, when, someWeeks, checkedSince };
  const key = JSON.stringify(question);
  const built = lists.get(key) ?? buildNearest(baseline, question);
  lists.delete(key);
  lists.set(key, built);
  for (const old of [...lists.keys()].slice(0, -LISTS_KEPT)) lists.delete(old);
  return built;
}

/** Plays what can be played: cuts with something wrong are left out, and said. */
function play(ground: Ground, scenario: Scenario): Played {
  const { cuts, problems } = playable(ground, scenario);
  return { report: compare(ground.baseline, listsFor(ground, scenario), { ...scenario, cuts }), problems };
}

function playable({ baseline }: Ground, { cuts, kinds }: Scenario) {
  const problems = checkCuts(baseline, cuts, kinds);
  const wrong = new Set(problems.map((problem) => problem.index));
  return { cuts: cuts.filter((_, index) => !wrong.has(index)), problems };
}

function alone(ground: Ground, question: Question): readonly Irreplaceable[] {
  return irreplaceable(ground.baseline, listsFor(ground, question), scenarioLimit(question));
}

function week(ground: Ground, scenario: Scenario): WeekReach {
  const { kinds, someWeeks, checkedSince, on } = scenario;
  const question = { kinds, someWeeks, checkedSince, on, limitMetres: scenarioLimit(scenario) };
  return weekReach(ground.baseline, question, playable(ground, scenario).cuts);
}
