import { fold } from './spam-fold.ts';
import { letterSigns, linkSigns, type Sign, shapeSigns, strangerSigns, topicSigns } from './spam-signs.ts';

/**
 * How likely something sent is spam, from what it says. A guess that puts the queue in order and says why; nothing is
 * refused for it and nobody is shut out. Pure: the same words in the same place give the same doubt.
 */

/** From this doubt on something is set apart, to be looked at with its like. */
export const APART_FROM = 0.5;

/** What was sent, as far as it is words. */
export interface SpamText {
  /** Free words: notes, reasons, when, for whom. */
  readonly words: readonly string[];
  /** Names: of the place, of who runs it. Short and without sentences. */
  readonly names: readonly string[];
  /** Addresses of pages that are given as such. */
  readonly pages: readonly string[];
}

export interface SpamContext {
  /** Name, address and town of the place it is about. */
  readonly place: readonly string[];
  /** How much the same sender sent in the last hour, without this. 0 for who signed in. */
  readonly sentLately: number;
  /** How many near-copies of it a steward turned down before. */
  readonly turnedDown: number;
}

export interface Doubt {
  /** 0 to 1, two decimals. */
  readonly doubt: number;
  /** In words, what speaks most first. */
  readonly reasons: readonly string[];
}

/** Of something that is not set apart it says nothing: a village hall's computer sends many. */
export const MANY_FROM_ONE = 'very many from one sender in an hour';

/** More than this from one address in an hour is seldom one village hall's computer; much more never is. */
const MANY = 12;
const VERY_MANY = 25;

/** Weighs what speaks for spam: each sign takes its share of the doubt that is left. */
export function doubtOf(sent: SpamText, context: SpamContext): Doubt {
  const given = [...sent.words, ...sent.names].filter(Boolean).join('\n');
  const folded = fold(given);
  const kin = kinOf([...context.place, ...sent.names]);
  const signs: Sign[] = [
    ...topicSigns(folded),
    ...linkSigns(folded, kin),
    ...pageSigns(sent.pages, kin),
    ...shapeSigns(given, folded),
    ...letterSigns(given, folded),
    ...strangerSigns(fold(sent.words.join('\n')), kinOf(context.place)),
    ...senderSigns(context),
  ];
  const strongest = new Map<string, number>();
  for (const { weight, reason } of signs) strongest.set(reason, Math.max(weight, strongest.get(reason) ?? 0));
  const ordered = [...strongest].sort((one, other) => other[1] - one[1]);
  const innocent = ordered.reduce((left, [, weight]) => left * (1 - weight), 1);
  return {
    doubt: Math.round((1 - innocent) * 100) / 100,
    reasons: ordered.map(([reason]) => reason),
  };
}

/** A page that is asked for may be anybody's; one that hides where it leads may not. */
function pageSigns(pages: readonly string[], kin: ReadonlySet<string>): Sign[] {
  const usual = 'a link to a site that has nothing to do with the place';
  return pages.flatMap((page) => linkSigns(fold(page), kin)).filter(({ reason }) => reason !== usual);
}

function senderSigns({ sentLately, turnedDown }: SpamContext): Sign[] {
  const signs: Sign[] = [];
  if (sentLately >= MANY) {
    signs.push({
      weight: sentLately >= VERY_MANY ? 0.5 : 0.2,
      reason: MANY_FROM_ONE,
    });
  }
  if (turnedDown > 0) {
    signs.push({ weight: turnedDown > 1 ? 0.85 : 0.4, reason: 'nearly the same was turned down before' });
  }
  return signs;
}

function kinOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((each) => fold(each).text.match(/[a-z]{4,}/g) ?? []));
}
