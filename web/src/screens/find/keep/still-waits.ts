import type { AskedKeep } from '@kith/core/keep/asked-keep';
import type { Me, SentThing } from '../../../data/account-questions.ts';
import { dayWordsOf } from '../../../words/kept-words.ts';

/** Something about a place that waits for a steward, in words for whoever sent it. */
export interface StillWaits {
  readonly words: string;
  readonly reference: string;
}

const SENT: Readonly<Record<string, string>> = {
  edit: 'You sent a change',
  photo: 'You sent a photo',
  report: 'You told us of a problem',
};

/** Who asked to keep a place, where those who look at it did and no steward has answered. */
export const askedOf = (me: Me | null, placeId: string): AskedKeep | undefined =>
  me?.asked.find((each) => each.placeId === placeId);

/** All that waits of theirs about one place. */
export function stillWaits(me: Me | null, placeId: string): readonly StillWaits[] {
  const asked = askedOf(me, placeId);
  const sent = me?.waiting.filter((each) => each.placeId === placeId && each.state === 'waiting') ?? [];
  return [...(asked ? [askedWords(asked)] : []), ...sent.flatMap(sentWords)];
}

function askedWords({ own, organisation, at, reference }: AskedKeep): StillWaits {
  const words = own
    ? `You asked on ${dayWordsOf(at)} to keep this place for ${organisation}. A steward will answer.`
    : `${organisation} asked on ${dayWordsOf(at)} to keep this place. A steward will answer.`;
  return { words, reference };
}

function sentWords({ kind, at, reference }: SentThing): StillWaits[] {
  const what = SENT[kind];
  return what ? [{ words: `${what} on ${dayWordsOf(at)}. It waits for a steward.`, reference }] : [];
}
