import type { Listing } from '../match.ts';

/** A place as the matcher sees it: what it says, which lists it stands in, and how long its id has been out. */
export interface Matchable extends Listing {
  readonly id: string;
  /** The lists that hold it now. Two places of one list are never made one unasked: a list has each place once. */
  readonly lists: readonly string[];
  /** Lists that held it once and no longer do. */
  readonly goneFrom: readonly string[];
  /**
   * Which of two ids stays, lower first. -1: a starter's or a person's place, whose links are out in the world; else the
   * trust of the best source that lists it (`source.priority`, the Arts Council's list first).
   */
  readonly rank: number;
}

/** Of two places that are one, the one whose id stays, then the one that goes: by rank, and alike by id. */
export function survivorFirst<P extends Pick<Matchable, 'id' | 'rank'>>(a: P, b: P): [P, P] {
  if (a.rank !== b.rank) return a.rank < b.rank ? [a, b] : [b, a];
  return a.id < b.id ? [a, b] : [b, a];
}
