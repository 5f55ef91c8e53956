import type { WeekReach } from '@kith/core/reach/week-reach';
import type { Irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { ScenarioReport } from '@kith/core/scenario/report';
import type { Played } from '../../engine/engine-types.ts';
import { Resource } from '../../state/resource.svelte.ts';
import type { CutPlace } from './cut-places.ts';
import { CutsPlayer } from './cuts-player.svelte.ts';

/** What was found, and the ground that it was found on. */
interface Keyed<T> {
  readonly key: string;
  readonly found: T;
}
/** A place nobody can replace, and who has no other within the limit. */
export interface Starter extends Omit<Irreplaceable, 'place'> {
  readonly place: CutPlace;
}

/** What the engine finds beside the report, once somebody looks at it. */
export class CutsFound extends CutsPlayer {
  /** Places nobody can replace, as `askStarters` found them. */
  readonly alone = new Resource<Keyed<readonly Irreplaceable[]>>();
  /** The same with their places, most people first; those outside the map cannot be cut and are left out. */
  readonly starters: readonly Starter[] = $derived.by(() => {
    const ids = this.shown?.places.id ?? [];
    return (this.#here(this.alone.value) ?? []).flatMap(({ place, ...counts }) => {
      const found = this.placeById.get(ids[place] ?? '');
      return found ? [{ place: found, ...counts }] : [];
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

  /** What was found on the ground on screen, and not on one before it. */
  #here<T>(kept: Keyed<T> | null): T | null {
    return kept && kept.key === this.shown?.key ? kept.found : null;
  }
}
