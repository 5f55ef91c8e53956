import type { Band, Counts } from '@kith/core/scenario/report';

const MIDDLE = 1;

/** The middle of three counts with the least and the most of them. */
export function band(counts: readonly number[]): Band {
  return { middle: counts[MIDDLE] ?? 0, least: Math.min(...counts), most: Math.max(...counts) };
}

/** Everyone, those who had a place within the limit, and those who lose and gain one, under each factor. */
export class SlowCounts {
  #total = 0;
  #before = 0;
  #after = 0;
  readonly #lost = [0, 0, 0];
  readonly #gained = [0, 0, 0];

  add(count: number, had: readonly boolean[], has: readonly boolean[]): void {
    this.#total += count;
    if (had[MIDDLE]) this.#before += count;
    if (has[MIDDLE]) this.#after += count;
    for (const end of [0, 1, 2]) {
      if (had[end] && !has[end]) this.#lost[end] = (this.#lost[end] ?? 0) + count;
      if (!had[end] && has[end]) this.#gained[end] = (this.#gained[end] ?? 0) + count;
    }
  }

  get counts(): Counts {
    return {
      total: this.#total,
      before: this.#before,
      after: this.#after,
      lost: band(this.#lost),
      gained: band(this.#gained),
    };
  }
}

interface Goer {
  readonly place: number;
  people: number;
  /** Person-metres. */
  walk: number;
  extra: number;
}

/** Where those who lose reach would go. */
export class Goers {
  readonly #byPlace = new Map<number, Goer>();

  add(place: number, people: number, walk: number, extra: number): void {
    if (people === 0) return;
    const goer = this.#byPlace.get(place) ?? { place, people: 0, walk: 0, extra: 0 };
    goer.people += people;
    goer.walk += people * walk;
    goer.extra += people * extra;
    this.#byPlace.set(place, goer);
  }

  /** Most people first, then the place that comes first. */
  byPeople(): Goer[] {
    return [...this.#byPlace.values()].sort((a, b) => b.people - a.people || a.place - b.place);
  }

  /** Whole metres further, over all of them; null where nobody goes anywhere. */
  meanExtra(): number | null {
    const all = this.byPeople();
    const people = all.reduce((sum, each) => sum + each.people, 0);
    return people === 0 ? null : Math.round(all.reduce((sum, each) => sum + each.extra, 0) / people);
  }
}
