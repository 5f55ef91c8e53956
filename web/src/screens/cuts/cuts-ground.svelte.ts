import type { Kind } from '@kith/core/place/kinds';
import type { Week } from '@kith/core/place/week';
import type { Cut } from '@kith/core/scenario/cut';
import { askGround, groundKey } from '../../data/cuts-questions.ts';
import { Engine } from '../../engine/engine-client.ts';
import type { GroundShown, Question } from '../../engine/engine-types.ts';
import { Resource } from '../../state/resource.svelte.ts';
import { view } from '../../state/view-state.svelte.ts';
import { type CutPlace, listPlaces, type OpensAgain, opensAgainIn } from './cut-places.ts';

const LIBRARIES: readonly Kind[] = ['library'];
/** A tab left open this long asks again when it is looked at: figures of this morning are not of now. */
const ASK_AGAIN_MS = 15 * 60_000;

/** What the Cuts screen asks, as the URL has it, and the ground that answers it. The first layer of a session. */
export class CutsGround {
  readonly engine = new Engine(() => {
    this.restarted = true;
  });
  readonly source = new Resource<GroundShown>();
  /** The worker had stopped, and was started again. */
  restarted = $state(false);
  /** What went wrong while working it out, in words; null when nothing did. */
  trouble: string | null = $state(null);
  #askedAt = 0;

  // Taken apart so that a moved map or a chosen area does not work the report out again.
  readonly patch = $derived(view.now.patch);
  /** All cuts of the link, in order, whether they can be played or not. */
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
  /** The ground on screen. Until that of the question of now has come, the one before it of the same map. */
  readonly shown: GroundShown | null = $derived(
    this.ground ?? (this.source.value?.patch === this.patch ? this.source.value : null),
  );
  /** What is on screen is about kinds asked for before: those of now have not come. */
  readonly earlier: boolean = $derived(this.shown !== null && this.ground === null);
  readonly places: readonly CutPlace[] = $derived(this.shown ? listPlaces(this.shown) : []);
  readonly placeById: ReadonlyMap<string, CutPlace> = $derived(
    new Map(this.places.map((place) => [place.id, place])),
  );
  /** Tells a new place from a closed one of the map that opens again. */
  readonly opensAgain: OpensAgain = $derived(this.shown ? opensAgainIn(this.shown) : () => false);
  /** Where each area stands in the columns of the ground, by code. */
  readonly areaNumbers: ReadonlyMap<string, number> = $derived(
    new Map((this.shown?.areas.code ?? []).map((code, at) => [code, at])),
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

  /** Ends the worker, with the screen. */
  stop(): void {
    this.engine.stop();
  }

  /** The week of a place as it is known; null where its hours are not. */
  weekOf(placeId: string): Week | null {
    return this.placeById.get(placeId)?.week ?? null;
  }

  nameOf(placeId: string): string {
    return this.placeById.get(placeId)?.name ?? 'One place';
  }
}
