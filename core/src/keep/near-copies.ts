import { fold } from './spam-fold.ts';

/**
 * Floods of near-copies: one note, sent again and again with a word changed here and there. Texts are likened by the
 * runs of four letters they share (Broder 1997, shingles), so that other capitals, signs or a few other words do not hide it.
 */

const RUN = 4;
/** Longer texts are likened by this much of their beginning. */
const MOST_LETTERS = 1_200;
/** Texts that share so much are near-copies. Two people's own words about one thing seldom share a third. */
export const NEAR_COPY = 0.42;
/** So few runs (some five words) are no text to tell by: `it is closed now` is anybody's. */
const FEW_RUNS = 18;
const NEAR_COPY_OF_FEW = 0.7;
/** From so many alike on it is a flood; below, people may well have said the same. Of few words it takes more. */
const FLOOD = 3;
const FLOOD_OF_FEW = 6;

/** The runs of letters of a text, as sorted 32-bit hashes, each once. */
export type Runs = Uint32Array;

export function runsOf(given: string): Runs {
  const letters = ` ${fold(given)
    .plain.slice(0, MOST_LETTERS)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= letters.length; at++) {
    let hash = 2_166_136_261;
    for (let within = at; within < at + RUN; within++) {
      hash = Math.imul(hash ^ letters.charCodeAt(within), 16_777_619);
    }
    runs.add(hash >>> 0);
  }
  return Uint32Array.from(runs).sort();
}

/** How much two texts share: 0 nothing, 1 all. Of one that is held whole in a longer one nearly all. */
export function likenessOf(one: Runs, other: Runs): number {
  const fewer = Math.min(one.length, other.length);
  const more = Math.max(one.length, other.length);
  if (fewer === 0) return 0;
  let both = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const [x, y] = [one[a] as number, other[b] as number];
    if (x === y) both += 1;
    if (x <= y) a += 1;
    if (y <= x) b += 1;
  }
  const held = fewer >= 2 * FEW_RUNS && more < 4 * fewer ? (both / fewer) * 0.8 : 0;
  return Math.max(both / (fewer + more - both), held);
}

/** Whether two texts are near-copies of one another. */
export function areNearCopies(one: Runs, other: Runs, likeness: number): boolean {
  return likeness >= (Math.min(one.length, other.length) < FEW_RUNS ? NEAR_COPY_OF_FEW : NEAR_COPY);
}

/** One of those that are looked at together. */
export interface Note {
  readonly id: string;
  readonly runs: Runs;
  /** Its near-copies: how alike each is, by id. */
  readonly copies: ReadonlyMap<string, number>;
  /** How well it can stand for all that are like it: see `standingOf`. */
  readonly standing: number;
  /** Letters and signs as it was written. */
  readonly length: number;
  /** In order of arrival. */
  readonly order: number;
}

/**
 * How well a note can stand for its near-copies: by how much the others are like it. What says suspicious things, or
 * comes from a sender who sent more of them, stands back.
 * @param doubt from what it says alone
 * @param ownCopies how many of its near-copies come from its own sender, itself counted
 */
export function standingOf(copies: ReadonlyMap<string, number>, doubt: number, ownCopies: number): number {
  let sum = 0;
  for (const likeness of copies.values()) sum += likeness;
  return (sum * (1 - doubt)) / Math.max(1, ownCopies);
}

/**
 * Of which other a note is a copy; null where it stands for itself. Of a flood the one that the others are most like
 * stands for all: each copy was made from it and shares more with it than with the next copy, so it is the first note,
 * whether it came first or amid the flood.
 */
export function copiedFrom(note: Note, others: ReadonlyMap<string, Note>): string | null {
  let best: Note = note;
  for (const id of note.copies.keys()) {
    const other = others.get(id);
    if (other !== undefined && isFlood(other, note) && standsBefore(other, best)) best = other;
  }
  return best === note ? null : best.id;
}

function isFlood(centre: Note, note: Note): boolean {
  const few = Math.min(centre.runs.length, note.runs.length) < FEW_RUNS;
  return centre.copies.size + 1 >= (few ? FLOOD_OF_FEW : FLOOD);
}

/** Of those that are the same letter for letter the plainer stands for the other, and then the first. */
function standsBefore(one: Note, other: Note): boolean {
  if (one.standing !== other.standing) return one.standing > other.standing;
  return one.length === other.length ? one.order < other.order : one.length < other.length;
}
