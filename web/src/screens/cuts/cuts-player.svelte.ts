import { checkCuts } from '@kith/core/scenario/check-cuts';
import type { Cut, CutProblem, OpenCut, ShortenCut } from '@kith/core/scenario/cut';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import { untrack } from 'svelte';
import { EngineLane } from '../../engine/engine-lane.ts';
import type { Played } from '../../engine/engine-types.ts';
import { afterFrame } from '../../state/after-paint.ts';
import { placesOf } from './cut-history.ts';
import { CutsGround } from './cuts-ground.svelte.ts';
import { changesOf } from './scenario-changes.ts';

/** An answer that takes no longer than this comes without a word about the one before it. */
const STALE_AFTER_MS = 150;

/** What is asked of the engine: a ground, and a scenario with all the cuts of the link, right or wrong. */
interface Asked {
  readonly key: string;
  readonly scenario: Scenario;
}
interface Answered extends Asked {
  readonly played: Played;
}

/** The scenario of the link and what the engine makes of it. While an answer is under way the one before it stays. */
export class CutsPlayer extends CutsGround {
  /** The question with all cuts of the link: what is wrong with one is found where it is played. */
  readonly #asked: Scenario = $derived({ ...this.question, cuts: [...this.cuts] });

  #answered: Answered | null = $state.raw(null);
  /** The newest question that has no answer yet. */
  #waitingFor: Asked | null = $state.raw(null);
  /** An answer is under way, and `report` is of the question before it. */
  readonly playing: boolean = $derived(this.#waitingFor !== null);
  /** The same, and for so long that it is to be said. */
  stale = $state(false);
  #staleAt: ReturnType<typeof setTimeout> | undefined;
  /** `trouble` is of the newest question, which has no answer; it is over once one is answered. */
  failed = $state(false);
  readonly #lane = new EngineLane<Asked, Played>(
    ({ key, scenario }) => this.engine.play(key, scenario),
    (played, asked) => this.#hear(played, asked),
    (error, asked) => this.#fail(error, asked),
  );

  /** The newest answer about the ground on screen; while `playing` it is of the question before. */
  readonly #now: Answered | null = $derived(
    this.#answered && this.#answered.key === this.shown?.key ? this.#answered : null,
  );
  readonly report: ScenarioReport | null = $derived(this.#now?.played.report ?? null);
  /** The report a frame later, for all that is more than its first figures: those are on screen before it is begun. */
  drawn: ScenarioReport | null = $state.raw(null);

  /** What is wrong with the cuts of the link, in words; those are left out and the rest is played. */
  readonly problems: readonly CutProblem[] = $derived.by(() => {
    if (!this.ground) return [];
    // Home points stay with the worker: how far a new place is from everyone comes back with its answer.
    const here = checkCuts(this.ground, this.cuts, this.kinds);
    const played = this.#now?.scenario === this.#asked ? this.#now.played.problems : [];
    return [...here, ...played.filter((problem) => problem.code === 'far-away')];
  });
  /** The cuts that can be played, each with its position in the link. */
  readonly chosen: readonly { readonly index: number; readonly cut: Cut }[] = $derived.by(() => {
    const wrong = new Set(this.problems.map((problem) => problem.index));
    return this.cuts.flatMap((cut, index) => (wrong.has(index) ? [] : [{ index, cut }]));
  });
  /** The question and the cuts that can be played. */
  readonly scenario: Scenario = $derived({ ...this.#asked, cuts: this.chosen.map(({ cut }) => cut) });
  /** Places that are gone after the cuts: closed, or paid for by a grant that has ended by the day looked at. */
  readonly closed: readonly string[] = $derived(changesOf(this.scenario).closed);
  readonly closedSet: ReadonlySet<string> = $derived(new Set(this.closed));
  /** Places that keep only some of their hours. */
  readonly shortened: ReadonlyMap<string, ShortenCut> = $derived(
    new Map(this.chosen.flatMap(({ cut }) => (cut.type === 'shorten' ? [[cut.place, cut] as const] : []))),
  );
  /** New places. */
  readonly openings: readonly OpenCut[] = $derived(changesOf(this.scenario).opened);
  /** Places that go, by district: lists say how many without looking at each. */
  readonly closedByDistrict: ReadonlyMap<string, number> = $derived.by(() => {
    const counts = new Map<string, number>();
    for (const id of this.closed) {
      const district = this.placeById.get(id)?.district;
      if (district !== undefined) counts.set(district, (counts.get(district) ?? 0) + 1);
    }
    return counts;
  });
  readonly #cutByPlace: ReadonlyMap<string, number> = $derived(
    new Map(this.cuts.flatMap((cut, index) => placesOf(cut).map((place) => [place, index] as const))),
  );

  /** The cut that a place is in, and its position in the link; null for none. */
  cutOf(placeId: string): { readonly index: number; readonly cut: Cut } | null {
    const index = this.#cutByPlace.get(placeId);
    const cut = index === undefined ? undefined : this.cuts[index];
    return index !== undefined && cut ? { index, cut } : null;
  }

  /** Plays the scenario of now. In an effect: it follows whatever changes the question. */
  play(): void {
    const { ground } = this;
    const scenario = this.#asked;
    if (!ground) return;
    untrack(() => {
      const asked = { key: ground.key, scenario };
      if (this.#waitingFor?.key === asked.key && this.#waitingFor.scenario === scenario) return;
      this.#waitingFor = asked;
      this.#staleAt ??= setTimeout(() => (this.stale = true), STALE_AFTER_MS);
      this.#lane.ask(asked);
    });
  }

  /** Lets `drawn` follow the report. In an effect. */
  follow(): () => void {
    const { report } = this;
    return afterFrame(() => (this.drawn = report));
  }

  override stop(): void {
    clearTimeout(this.#staleAt);
    this.#lane.drop();
    super.stop();
  }

  /** Told of the answer to the newest question. */
  protected heard(_report: ScenarioReport): void {}

  #hear(played: Played, asked: Asked): void {
    this.#answered = { ...asked, played };
    if (asked !== this.#waitingFor) return;
    this.#settle();
    if (this.failed) this.trouble = null;
    this.failed = false;
    this.heard(played.report);
    // The data were loaded anew since: what is shown of the ground is from before.
    if (this.ground && played.report.dataVersion !== this.ground.version) this.ask();
  }

  #fail(error: unknown, asked: Asked): void {
    if (asked !== this.#waitingFor) return;
    this.#settle();
    this.failed = true;
    this.trouble = error instanceof Error ? error.message : 'This could not be worked out.';
  }

  #settle(): void {
    this.#waitingFor = null;
    clearTimeout(this.#staleAt);
    this.#staleAt = undefined;
    this.stale = false;
  }
}
