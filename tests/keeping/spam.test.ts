import { type LateNote, NoteLinks } from '@kith/core/keep/note-links';
import { APART_FROM, doubtOf } from '@kith/core/keep/spam';
import { describe, expect, it } from 'vitest';
import { flood, type SentNote } from './spam-flood.ts';

const SEED = 20_261_123;
/** The signs and their weights were chosen by looking at this half alone; the other is what is reported. */
const TUNED_ON = 0;
const REPORTED = 1;

interface Outcome {
  readonly note: SentNote;
  readonly apart: boolean;
  readonly doubt: number;
  readonly reasons: readonly string[];
}

/** Lets notes in one by one, as the queue does, each from an address of its own. */
function letIn(notes: readonly SentNote[]): Outcome[] {
  const links = new NoteLinks();
  const window: LateNote[] = [];
  const copies = new Map<string, string | null>();
  const judged = notes.map((note, order) => {
    const id = String(order);
    const alone = doubtOf(
      { words: [note.words], names: [], pages: [] },
      { place: [note.place], sentLately: 0, turnedDown: 0 },
    );
    window.push({ id, text: () => note.words, doubt: alone.doubt, sender: id, order });
    links.link(window);
    for (const [other, from] of links.judge(id, window)) copies.set(other, from);
    return { id, note, ...alone };
  });
  return judged.map(({ id, note, doubt, reasons }) => {
    const copied = copies.get(id) ?? null;
    return { note, doubt, reasons, apart: doubt >= APART_FROM || copied !== null };
  });
}

function halfOf(half: 0 | 1) {
  const outcomes = letIn(flood(SEED).filter((note) => note.half === half));
  const spam = outcomes.filter(({ note }) => note.spam);
  return {
    spam: spam.length,
    caught: spam.filter(({ apart }) => apart).length,
    honest: outcomes.length - spam.length,
    honestApart: outcomes.filter(({ note, apart }) => !note.spam && apart),
    missed: spam.filter(({ apart }) => !apart),
  };
}

describe.each([
  ['the half it was tuned on', TUNED_ON],
  ['the half it is reported on', REPORTED],
] as const)('2,000 of spam among 50 honest notes: %s', (_name, half) => {
  it('sets apart at least 99% of the spam and at most one honest note', () => {
    const { spam, caught, honest, honestApart, missed } = halfOf(half);
    console.log(`${caught} of ${spam} spam apart; ${honestApart.length} of ${honest} honest apart`);
    if (process.env.KITH_SPAM_SHOW !== undefined) {
      for (const each of missed) console.log('missed', each.note.family, each.doubt, each.note.words);
      for (const each of honestApart) console.log('honest', each.doubt, each.reasons, each.note.words);
    }
    expect(spam).toBeGreaterThan(900);
    expect(caught / spam).toBeGreaterThanOrEqual(0.99);
    expect(honestApart.map(({ note }) => note.words).length).toBeLessThanOrEqual(1);
  });
});
