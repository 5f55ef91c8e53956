/** What a key does in the queue. Never the only way: each has its button. */
export const KEYS = [
  { does: 'next', keys: ['j', 'ArrowDown'], shown: 'j or ↓', words: 'The next one' },
  { does: 'before', keys: ['k', 'ArrowUp'], shown: 'k or ↑', words: 'The one before' },
  { does: 'accept', keys: ['a'], shown: 'a', words: 'Accept it, or merge two that are one' },
  {
    does: 'reject',
    keys: ['r'],
    shown: 'r',
    words: 'Reject it, or keep two apart: first the note, then Ctrl+Enter',
  },
  { does: 'amend', keys: ['e'], shown: 'e', words: 'Amend it before it is accepted' },
  { does: 'leave', keys: ['Escape'], shown: 'Esc', words: 'Out of what you amend, to the name of it' },
  { does: 'choose', keys: ['x'], shown: 'x', words: 'Choose it, to decide on several at once' },
  { does: 'choose-like', keys: ['l'], shown: 'l', words: 'Choose it and all its near-copies' },
  { does: 'accept-chosen', keys: ['A'], shown: 'Shift+a', words: 'Accept all that are chosen' },
  { does: 'reject-chosen', keys: ['R'], shown: 'Shift+r', words: 'Reject all that are chosen' },
  { does: 'undo', keys: ['u'], shown: 'u', words: 'Undo the merge just made' },
  { does: 'help', keys: ['?'], shown: '?', words: 'This list of keys' },
] as const;
export type Doing = (typeof KEYS)[number]['does'];

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means here; null while something is typed or chosen in a control that needs the key itself. */
export function doingOf(
  pressed: Pressed,
  on: { readonly tag: string; readonly editable: boolean; readonly amends?: boolean },
): Doing | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  if (pressed.key === 'Escape') return on.amends ? 'leave' : null;
  if (on.editable || on.tag === 'TEXTAREA' || on.tag === 'SELECT' || on.tag === 'CANVAS') return null;
  const arrows = pressed.key.startsWith('Arrow');
  if (on.tag === 'INPUT' && arrows) return null;
  return KEYS.find((each) => (each.keys as readonly string[]).includes(pressed.key))?.does ?? null;
}

/** The one beside another in a list; the first where none is, and the end stays the end. */
export function beside(ids: readonly string[], at: string | null, step: 1 | -1): string | null {
  const index = at === null ? -1 : ids.indexOf(at);
  if (index < 0) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, index + step))] ?? null;
}

/** Where to go once some are decided: the next that is left after where one stood, else the last. */
export function afterDeciding(
  ids: readonly string[],
  gone: ReadonlySet<string>,
  at: string | null,
): string | null {
  if (at !== null && !gone.has(at)) return at;
  const from = at === null ? 0 : Math.max(0, ids.indexOf(at));
  const left = (id: string): boolean => !gone.has(id);
  return ids.slice(from).find(left) ?? ids.slice(0, from).findLast(left) ?? null;
}
