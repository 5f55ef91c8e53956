import type { Me } from '../data/account-questions.ts';

/** What Kith said of whoever is signed in on this device, when it was last asked. */
export interface LastMe {
  /** ISO time. */
  readonly at: string;
  readonly me: Me;
}

const KEPT = 'kith-me';

/** Keeps it for when there is no line, without their address; null: nobody is signed in here any more. */
export function keepLastMe(me: Me | null, at: Date): void {
  try {
    if (me) localStorage.setItem(KEPT, JSON.stringify({ at: at.toISOString(), me: { ...me, email: null } }));
    else localStorage.removeItem(KEPT);
  } catch {
    // It is only a comfort.
  }
}

/** The same of one person and nobody else; null where none is kept, or an older version kept less. */
export function lastMe(person: string | null): LastMe | null {
  try {
    const { at, me } = Object(JSON.parse(localStorage.getItem(KEPT) ?? 'null')) as Partial<LastMe>;
    const isWhole =
      Array.isArray(me?.keeps) && Array.isArray(me.waiting) && Array.isArray(me.person?.organisations);
    return person !== null && typeof at === 'string' && me && isWhole && me.person.id === person
      ? { at, me }
      : null;
  } catch {
    return null;
  }
}
