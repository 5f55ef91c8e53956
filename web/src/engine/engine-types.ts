import type { Baseline } from '@kith/core/reach/baseline';
import type { WeekReach } from '@kith/core/reach/week-reach';
import type { CutProblem } from '@kith/core/scenario/cut';
import type { Irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';

/**
 * What passes between the screen and the worker in which the engine runs. A ground is a baseline under a key; the
 * worker holds its home points, the screen only what it shows.
 */

/** What the screen knows of a ground: all of its baseline but the home points. */
export interface GroundShown {
  readonly key: string;
  readonly version: string;
  readonly patch: string;
  readonly areas: Baseline['areas'];
  readonly places: Baseline['places'];
  readonly weeks: Baseline['weeks'];
  /**
   * For each area, four numbers: west, south, east and north of its home points in metres of the National Grid. West
   * is beyond east where it has none.
   */
  readonly homeBoxes: Int32Array;
  /** Size of what was fetched, in bytes once unpacked. */
  readonly bytes: number;
}

/** A report, and what is wrong with cuts of the question: those were left out of it. */
export interface Played {
  readonly report: ScenarioReport;
  readonly problems: readonly CutProblem[];
}

/** What decides which places stand alone: a scenario without its cuts. */
export type Question = Omit<Scenario, 'cuts'>;

/** Each question that the worker answers, and its answer. */
export interface EngineAsks {
  /** The raw bytes of a baseline, which go over to the worker. */
  readonly ground: { readonly question: { readonly bytes: ArrayBuffer }; readonly answer: GroundShown };
  readonly play: { readonly question: { readonly scenario: Scenario }; readonly answer: Played };
  readonly irreplaceable: {
    readonly question: { readonly question: Question };
    readonly answer: readonly Irreplaceable[];
  };
  readonly week: { readonly question: { readonly scenario: Scenario }; readonly answer: WeekReach };
}
export type EngineAsk = keyof EngineAsks;

/** A question as it is posted. `id` comes back with its answer. */
export type EngineRequest = {
  readonly [A in EngineAsk]: {
    readonly id: number;
    readonly ask: A;
    readonly key: string;
  } & EngineAsks[A]['question'];
}[EngineAsk];

/** What comes back: an answer, or what went wrong in plain English. `gone`: the ground is no longer held. */
export type EngineReply =
  | { readonly id: number; readonly answer: EngineAsks[EngineAsk]['answer'] }
  | { readonly id: number; readonly error: string; readonly gone: boolean };
