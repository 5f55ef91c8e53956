import { SLOTS, type Week } from '../place/week.ts';

/** A set of the 168 slots of a week takes so many words of 32 bits. */
export const MASK_WORDS = 6;

/** The slots in which a place counts, as bits: open every week, and in some weeks only where that is asked for. */
export function weekMask(week: Week, someWeeks: boolean): Int32Array {
  const mask = new Int32Array(MASK_WORDS);
  for (let slot = 0; slot < SLOTS; slot++) {
    const state = week[slot];
    if (state === 'o' || (someWeeks && state === 's'))
      mask[slot >> 5] = (mask[slot >> 5] ?? 0) | (1 << (slot & 31));
  }
  return mask;
}

/** The lesser of two weeks in every slot: closed, then some weeks, then open. */
export function lesserWeek(a: Week, b: Week): Week {
  const rank = (state: string | undefined) => (state === 'o' ? 2 : state === 's' ? 1 : 0);
  return Array.from(a, (state, slot) => (rank(state) <= rank(b[slot]) ? state : (b[slot] ?? '.'))).join('');
}

/** Adds `more` to the count of every slot that is in the mask. */
export function addToSlots(counts: Float64Array, mask: Int32Array, more: number): void {
  for (let word = 0; word < MASK_WORDS; word++) {
    for (let bits = mask[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const slot = word * 32 + 31 - Math.clz32(bits & -bits);
      counts[slot] = (counts[slot] ?? 0) + more;
    }
  }
}
