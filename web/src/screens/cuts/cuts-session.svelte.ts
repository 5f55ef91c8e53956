import type { Kind } from '@kith/core/place/kinds';
import type { Week } from '@kith/core/place/week';
import type { WeekReach } from '@kith/core/reach/week-reach';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import type { Cut, CutProblem, OpenCut, ShortenCut } from '@kith/core/scenario/cut';
import type { CutChange } from '@kith/core/scenario/edit-cuts';
import type { Irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import { untrack } from 'svelte';
import { askGround, groundKey } from '../../data/cuts-questions.ts';
import { Engine } from '../../engine/engine-client.ts';
import { EngineLane } from '../../engine/engine-lane.ts';
import type { GroundShown, Played, Question } from '../../engine/engine-types.ts';
import { MOST_CUTS } from '../../state/cut-links.ts';
import { Resource } from '../../state/resource.svelte.ts';
import { view } from '../../state/view-state.svelte.ts';
import { whole } from '../../words/area-words.ts';
import {
  adding,
  type CutHistory,
  closing,
  doStep,
  isAbout,
  keeping,
  placesOf,
  redoStep,
  replacing,
  startHistory,
  takingOut,
  undoStep,
} from './cut-history.ts';
import { type CutPlace, listPlaces } from './cut-places.ts';
import { cutsSaid } from './cut-said.ts';
import { changesOf } from './scenario-changes.ts';
import { countOf, lossLine } from './words.ts';

const LIBRARIES: readonly Kind[] = ['library'];
/** A tab left open this long asks again when it is looked at: figures of this morning are not of now. */
const ASK_AGAIN_MS = 15 * 60_000;
/** An answer that takes no longer than this comes without a word about the one before it. */
const STALE_AFTER_MS = 150;

/** What is asked of the engine: a ground, and a scenario with all the cuts of the link, right or wrong. */
interface Asked {
  readonly key: string;
  readonly scenario: Scenario;
}
/** What was found, and the ground that it was found on. */
interface Keyed<T> {
  readonly key: string;
  readonly found: T;
}
/** A place nobody can replace, and who has no other within the limit. */
export interface Starter extends Pick<Irreplaceable, 'people' | 'groups'> {
  readonly place: CutPlace;
}
interface Answered extends Asked {
  readonly played: Played;
}

/**
 * One sitting at the Cuts screen. The URL owns what is chosen; this holds what is worked out from it, and the
 * steps that Undo takes back. The engine of core runs in a worker of this page: nothing is asked of the API between
 * two cuts, and while an answer is under way the one before it stays.
 */
export class CutsSession {
  readonly engine = new Engine(() => {
    this.trouble = 'Working it out had stopped. It was started again.';
  });
  readonly source = new Resource<GroundShown>();
  /** What changed last, for those who hear the page. */
  said = $state('');
  /** What went wrong while working it out, in words; null when nothing did. */
  trouble: string | null = $state(null);
  #history: CutHistory = $state.raw(startHistory([]));
  #askedAt = 0;

  // Taken apart so that a moved map or a chosen area does not work the report out again.
  readonly patch = $derived(view.now.patch);
  /** All cuts of the link, in order; `problems` says which cannot be played. */
  readonly cuts: readonly Cut[] = $derived(view.now.cuts);
  readonly minutes = $derived(view.now.minutes);
  readonly pace = $derived(view.now.pace);
  /** A limit in walking metres; null: minutes and pace say it. */
  readonly metres = $derived(view.now.metres);
  readonly lens = $derived(view.now.lens);
  readonly when = $derived(view.now.when);
  readonly someWeeks = $derived(view.now.someWeeks);
  /** The day looked at; null: after every end of a grant. */
  readonly on = $derived(view.now.on);
  readonly aside: readonly Cut[] | null = $derived(view.now.aside);
  readonly kinds: readonly Kind[] = $derived(view.now.cutKinds.length > 0 ? view.now.cutKinds : LIBRARIES);
  readonly #key = $derived(groundKey(this.patch, this.kinds));
  /** The ground, when it answers the question of now and not an earlier one. */
  readonly ground: GroundShown | null = $derived(
    this.source.value?.key === this.#key ? this.source.value : null,
  );
  readonly places: readonly CutPlace[] = $derived(this.ground ? listPlaces(this.ground) : []);
  readonly placeById: ReadonlyMap<string, CutPlace> = $derived(
    new Map(this.places.map((place) => [place.id, place])),
  );
  /** Where each area stands in the columns of the ground, by code. */
  readonly areaNumbers: ReadonlyMap<string, number> = $derived(
    new Map((this.ground?.areas.code ?? []).map((code, at) => [code, at])),
  );

  /** What is asked, whatever the cuts: taken apart so that a cut asks nothing again that hangs on none. */
  readonly question: Question = $derived({
    patch: this.patch,
    kinds: [...this.kinds],
    minutes: this.minutes,
    pace: this.pace,
    metres: this.metres,
    lens: this.lens,
    when: this.when && { ...this.when, days: [...this.when.days] },
    someWeeks: this.someWeeks,
    checkedSince: null,
    on: this.on,
  });
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
  #words: string | null = null;
  /** `trouble` is of the newest question, and is over once one is answered. */
  #failed = false;
  readonly #lane = new EngineLane<Asked, Played>(
    ({ key, scenario }) => this.engine.play(key, scenario),
    (played, asked) => this.#hear(played, asked),
    (error, asked) => this.#fail(error, asked),
  );

  /** The newest answer about this ground; while `playing` it is of the question before. */
  readonly #now: Answered | null = $derived(
    this.#answered && this.#answered.key === this.ground?.key ? this.#answered : null,
  );
  readonly report: ScenarioReport | null = $derived(this.#now?.played.report ?? null);

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
  readonly openings: readonly OpenCut[] = $derived(
    this.chosen.flatMap(({ cut }) => (cut.type === 'open' ? [cut] : [])),
  );
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

  /** Places nobody can replace, as `askStarters` found them. */
  readonly alone = new Resource<Keyed<readonly Irreplaceable[]>>();
  /** The same with their places, most people first; those outside the map cannot be cut and are left out. */
  readonly starters: readonly Starter[] = $derived.by(() => {
    const ids = this.ground?.places.id ?? [];
    return (this.#here(this.alone.value) ?? []).flatMap(({ place, people, groups }) => {
      const found = this.placeById.get(ids[place] ?? '');
      return found ? [{ place: found, people, groups }] : [];
    });
  });
  /** Reach in each hour of the week before and after the cuts, as `askWeek` found it. */
  readonly week = new Resource<WeekReach>();
  #weekOfKey = '';
  /** The scenario put aside, played on the same ground with the same question, as `askAside` found it. */
  readonly asidePlayed = new Resource<Keyed<Played>>();
  readonly asideReport: ScenarioReport | null = $derived(
    this.aside ? (this.#here(this.asidePlayed.value)?.report ?? null) : null,
  );

  readonly canUndo: boolean = $derived(this.#current.past.length > 0);
  readonly canRedo: boolean = $derived(this.#current.future.length > 0);

  /** The history, as long as it is about what the URL says; else a new one that starts from there. */
  get #current(): CutHistory {
    return isAbout(this.#history, this.cuts) ? this.#history : startHistory(this.cuts);
  }

  /** Fetches the ground. In an effect; gives back how to stop. */
  ask(): () => void {
    this.#askedAt = Date.now();
    const [key, patch, kinds] = [this.#key, this.patch, this.kinds];
    return this.source.load(key, (signal) =>
      this.engine.ground(key, (again) => askGround(patch, kinds, again), signal),
    );
  }

  askAgainIfOld(): void {
    if (Date.now() - this.#askedAt > ASK_AGAIN_MS) this.ask();
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

  /** Finds the places nobody can replace. In an effect of whatever shows them. */
  askStarters(): (() => void) | undefined {
    const key = this.ground?.key;
    const { question } = this;
    if (key === undefined) return undefined;
    return this.alone.load(JSON.stringify({ key, question }), async () => ({
      key,
      found: await this.engine.irreplaceable(key, question),
    }));
  }

  /** Works out reach in each hour of the week. In an effect of whatever shows it. */
  askWeek(): (() => void) | undefined {
    const key = this.ground?.key;
    const { scenario } = this;
    if (key === undefined) return undefined;
    // The week of another map is none of this one's, not even for a moment.
    if (this.#weekOfKey !== key) this.week.state = { status: 'idle' };
    this.#weekOfKey = key;
    return this.week.load(JSON.stringify({ key, scenario }), () => this.engine.week(key, scenario));
  }

  /** Plays the scenario put aside. In an effect of whatever shows it. */
  askAside(): (() => void) | undefined {
    const key = this.ground?.key;
    const { aside } = this;
    if (key === undefined || aside === null) return undefined;
    const scenario = { ...this.question, cuts: [...aside] };
    return this.asidePlayed.load(JSON.stringify({ key, scenario }), async () => ({
      key,
      found: await this.engine.play(key, scenario),
    }));
  }

  /** Ends the worker, with the screen. */
  stop(): void {
    clearTimeout(this.#staleAt);
    this.#lane.drop();
    this.engine.stop();
  }

  /** The cut that a place is in, and its position in the link; null for none. */
  cutOf(placeId: string): { readonly index: number; readonly cut: Cut } | null {
    const index = this.#cutByPlace.get(placeId);
    const cut = index === undefined ? undefined : this.cuts[index];
    return index !== undefined && cut ? { index, cut } : null;
  }

  /** The week of a place as it is known; null where its hours are not. */
  weekOf(placeId: string): Week | null {
    return this.placeById.get(placeId)?.week ?? null;
  }

  close(ids: readonly string[], words = this.#name(ids, 'closes', 'close')): void {
    this.#do(words, (history) => closing(history, ids));
  }
  reopen(ids: readonly string[], words = this.#name(ids, 'stays open', 'stay open')): void {
    this.#do(words, (history) => keeping(history, ids));
  }
  toggle(id: string): void {
    if (this.cutOf(id)) this.reopen([id]);
    else this.close([id]);
  }
  /** Makes cuts, as one step. */
  add(cuts: readonly Cut[], words = cutsSaid(cuts, (id) => this.nameOf(id))): void {
    this.#do(words, (history) => adding(history, cuts));
  }
  /** Puts a cut in the place of the one at `index` of the link. */
  replace(index: number, cut: Cut, words = cutsSaid([cut], (id) => this.nameOf(id))): void {
    this.#do(words, (history) => replacing(history, index, cut));
  }
  /** Takes out the cuts at these positions of the link, as one step. */
  takeOut(indices: Iterable<number>, words = 'Taken out'): void {
    this.#do(words, (history) => takingOut(history, indices));
  }
  /** The same for those that cannot be played. */
  drop(indices: ReadonlySet<number>): void {
    this.takeOut(indices, 'What could not be used is taken out');
  }
  /** Takes all cuts out. */
  clear(): void {
    this.takeOut(this.cuts.keys(), 'All cuts are taken out');
  }
  undo(): void {
    const step = this.#current.past.at(-1);
    if (step) this.#take(undoStep(this.#current), `Undone: ${step.words}`);
  }
  redo(): void {
    const step = this.#current.future[0];
    if (step) this.#take(redoStep(this.#current), `Done again: ${step.words}`);
  }

  /** Puts the cuts of now aside, to compare others with. */
  keepAside(): void {
    view.go({ aside: this.scenario.cuts });
  }
  dropAside(): void {
    view.go({ aside: null });
  }

  nameOf(placeId: string): string {
    return this.placeById.get(placeId)?.name ?? 'One place';
  }

  /** What was found on this ground, and not on one before it. */
  #here<T>(kept: Keyed<T> | null): T | null {
    return kept && kept.key === this.ground?.key ? kept.found : null;
  }

  #do(words: string, changes: (history: CutHistory) => readonly CutChange[]): void {
    const history = this.#current;
    const next = doStep(history, words, changes(history));
    if (next.cuts.length > MOST_CUTS && next.cuts.length > history.cuts.length)
      this.trouble = `One scenario holds ${whole(MOST_CUTS)} cuts and no more. Choose fewer, or take some out first.`;
    else if (next !== history) this.#take(next, words);
  }

  #take(history: CutHistory, words: string): void {
    this.#history = history;
    // Said once the answer has come: the words and what it comes to are one sentence.
    this.#words = words;
    this.trouble = null;
    view.go({ cuts: history.cuts });
    // Before the page is drawn anew for the press itself: both are done at the same time.
    this.play();
  }

  #hear(played: Played, asked: Asked): void {
    this.#answered = { ...asked, played };
    if (asked !== this.#waitingFor) return;
    this.#settle();
    if (this.#failed) this.trouble = null;
    this.#failed = false;
    if (this.#words !== null) this.said = `${this.#words}. ${outcome(played.report)}`;
    this.#words = null;
    // The data were loaded anew since: what is shown of the ground is from before.
    if (this.ground && played.report.dataVersion !== this.ground.version) this.ask();
  }

  #fail(error: unknown, asked: Asked): void {
    if (asked !== this.#waitingFor) return;
    this.#settle();
    this.#failed = true;
    this.trouble = error instanceof Error ? error.message : 'This could not be worked out.';
  }

  #settle(): void {
    this.#waitingFor = null;
    clearTimeout(this.#staleAt);
    this.#staleAt = undefined;
    this.stale = false;
  }

  #name(ids: readonly string[], one: string, many: string): string {
    const [only] = ids;
    return ids.length === 1 && only !== undefined
      ? `${this.nameOf(only)} ${one}`
      : `${countOf(ids.length, 'places')} ${many}`;
  }
}

function outcome(report: ScenarioReport): string {
  if (report.scenario.cuts.length === 0) return 'Nothing is closed.';
  const { figure, words, leftOut } = lossLine(report);
  return `${figure} ${words}. ${leftOut}`.trim();
}
