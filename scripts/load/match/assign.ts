import { type Likeness, likeness, standingNamesakes } from '@kith/core/place/match';
import { type Matchable, survivorFirst } from '@kith/core/place/match/matchable';
import { candidatePairs, mayBeOne } from './candidate-pairs.ts';
import { Groups } from './groups.ts';

export interface Pair {
  /** The id that goes, and the id that stays. */
  readonly fromId: string;
  readonly toId: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface Matched {
  /** To be made one; each id goes at most once, and to one that stays. */
  readonly merges: readonly Pair[];
  /** To be asked of a person, likeliest first. */
  readonly candidates: readonly Pair[];
}

interface Scored extends Likeness {
  readonly a: Matchable;
  readonly b: Matchable;
  /** See `standingNamesakes`. */
  readonly namesakes: boolean;
}

/** Open libraries of one name are asked about where one list holds both; where two do, they are two. */
const LISTS_OF_NAMESAKES = 1;

/** A rival half as good or better: which of the two it is cannot be told, so a person is asked. Errs to asking. */
const RIVAL = 2;

/**
 * Which places are one. Pairs are taken best first; a group of merged places never holds two of one list, so within
 * two lists nobody is matched twice. A certain pair with a rival nearly as good is only likely. The order in which
 * places are given changes nothing.
 * @param apart pairs of ids (see `pairKey`) that a person kept apart or un-merged: never offered again
 */
export function matchAll(places: readonly Matchable[], apart: ReadonlySet<string>): Matched {
  const scored = scoredPairs(places, apart);
  const rivals = bestByPlace(scored.filter(({ a, b }) => mayBeOne(a, b)));
  const groups = new Groups(places, apart);
  const asked: Scored[] = [];
  const joined = new Map<string, Scored>();
  for (const pair of scored) {
    if (pair.verdict !== 'certain' || mustAsk(pair) || hasRival(pair, rivals)) {
      asked.push(pair);
      continue;
    }
    if (!groups.mayJoin(pair.a, pair.b)) {
      asked.push(pair);
      continue;
    }
    const { goes } = groups.join(pair.a, pair.b);
    joined.set(goes.id, pair);
  }
  const merges = [...joined]
    .map(([fromId, pair]) => toPair(fromId, groups.headOf(fromId).id, pair))
    .sort((x, y) => compare(x.fromId, y.fromId));
  const candidates = new Map<string, Pair>();
  for (const pair of asked) {
    if (!groups.mayAsk(pair.a, pair.b, pair.namesakes ? LISTS_OF_NAMESAKES : 0)) continue;
    const [goes, stays] = survivorFirst(groups.headOf(pair.a.id), groups.headOf(pair.b.id)).reverse();
    if (goes === undefined || stays === undefined) continue;
    const key = pairKey(goes.id, stays.id);
    if (!candidates.has(key)) candidates.set(key, toPair(goes.id, stays.id, pair));
  }
  return { merges, candidates: [...candidates.values()] };
}

/** One text for two ids, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Likely and certain pairs, best first; those alike in order of their ids. */
function scoredPairs(places: readonly Matchable[], apart: ReadonlySet<string>): Scored[] {
  const scored: Scored[] = [];
  for (const [one, other] of candidatePairs(places)) {
    if (apart.has(pairKey(one.place.id, other.place.id))) continue;
    const found = likeness(one, other);
    if (found.verdict === 'apart') continue;
    scored.push({ ...found, a: one.place, b: other.place, namesakes: standingNamesakes(one, other) });
  }
  return scored.sort((x, y) => y.odds - x.odds || compare(pairKey(x.a.id, x.b.id), pairKey(y.a.id, y.b.id)));
}

/**
 * Gone from a list that holds the other: the list may have given it a new key, or a new place may stand there. And
 * two that no list holds now, such as those that people added.
 */
function mustAsk({ a, b }: Scored): boolean {
  if (a.lists.length === 0 && b.lists.length === 0) return true;
  return (
    a.goneFrom.some((list) => b.lists.includes(list)) || b.goneFrom.some((list) => a.lists.includes(list))
  );
}

function bestByPlace(scored: readonly Scored[]): ReadonlyMap<string, readonly Scored[]> {
  const byPlace = new Map<string, Scored[]>();
  for (const pair of scored) {
    for (const { id } of [pair.a, pair.b]) {
      const list = byPlace.get(id);
      if (list === undefined) byPlace.set(id, [pair]);
      else list.push(pair);
    }
  }
  return byPlace;
}

/**
 * Whether another place of a list that holds one of the two is nearly as good for the other one, and has nobody
 * better itself.
 */
function hasRival(pair: Scored, byPlace: ReadonlyMap<string, readonly Scored[]>): boolean {
  return [[pair.a, pair.b] as const, [pair.b, pair.a] as const].some(([one, other]) =>
    (byPlace.get(one.id) ?? []).some((each) => {
      if (each === pair || each.odds * RIVAL < pair.odds) return false;
      const rival = each.a === one ? each.b : each.a;
      return !mayBeOne(rival, other) && byPlace.get(rival.id)?.[0] === each && !alike(rival, other);
    }),
  );
}

/** A list that has a place twice, word for word: it makes no difference which of the two is taken. */
function alike(a: Matchable, b: Matchable): boolean {
  return WORDS.every((field) => a[field] === b[field]);
}

const WORDS = ['name', 'kind', 'status', 'address', 'postcode', 'easting', 'northing'] as const;

function toPair(fromId: string, toId: string, { score, reasons }: Scored): Pair {
  return { fromId, toId, score, reasons };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
