import {
  areNearCopies,
  copiedFrom,
  likenessOf,
  type Note,
  type Runs,
  runsOf,
  standingOf,
} from './near-copies.ts';

/** What is known of a note that lately came. */
export interface LateNote {
  readonly id: string;
  /** All its words. Read only when the note is new here. */
  readonly text: () => string;
  /** From what it says alone. */
  readonly doubt: number;
  /** Who sent it, as far as two can be told to be of one; null: nobody can tell. */
  readonly sender: string | null;
  /** In order of arrival. */
  readonly order: number;
}

interface Link {
  readonly runs: Runs;
  readonly length: number;
  readonly copies: Map<string, number>;
}

const NOTHING = { runs: new Uint32Array(), length: 0 };

/** So many are remembered; then all are forgotten, and read again as they are needed. */
const MOST_LINKS = 20_000;

/** Which of the notes of late are near-copies of one another. Remembers what it has compared. */
export class NoteLinks {
  #links = new Map<string, Link>();

  /** Compares those that are new with all others. Ids are never used twice, so it may serve many windows. */
  link(window: readonly LateNote[]): void {
    if (this.#links.size > MOST_LINKS) this.#links.clear();
    for (const note of window) {
      if (this.#links.has(note.id)) continue;
      const text = note.text();
      const link: Link = { runs: runsOf(text), length: text.length, copies: new Map() };
      for (const { id } of window) {
        const other = this.#links.get(id);
        if (other === undefined) continue;
        const likeness = likenessOf(link.runs, other.runs);
        if (!areNearCopies(link.runs, other.runs, likeness)) continue;
        link.copies.set(id, likeness);
        other.copies.set(note.id, likeness);
      }
      this.#links.set(note.id, link);
    }
  }

  /** The near-copies of a note that was linked. */
  copiesOf(id: string): ReadonlyMap<string, number> {
    return this.#links.get(id)?.copies ?? new Map();
  }

  /**
   * Of which other each note near this one is a copy: of those like it and of those like them, whose standing it may
   * have changed. Null: it stands for itself.
   */
  judge(id: string, window: readonly LateNote[]): Map<string, string | null> {
    const late = new Map(window.map((each) => [each.id, each]));
    const near = [id, ...this.copiesOf(id).keys()];
    const touched = new Set(near.flatMap((each) => [each, ...this.copiesOf(each).keys()]));
    const notes = new Map<string, Note>();
    for (const each of touched) {
      for (const known of [each, ...this.copiesOf(each).keys()]) {
        const note = late.get(known);
        if (note !== undefined && !notes.has(known)) notes.set(known, this.#noteOf(note, late));
      }
    }
    const judged = new Map<string, string | null>();
    for (const each of touched) {
      const note = notes.get(each);
      if (note !== undefined) judged.set(each, copiedFrom(note, notes));
    }
    return judged;
  }

  #noteOf({ id, doubt, sender, order }: LateNote, late: ReadonlyMap<string, LateNote>): Note {
    const copies = new Map([...this.copiesOf(id)].filter(([other]) => late.has(other)));
    const own = [...copies.keys()].filter((other) => sender !== null && late.get(other)?.sender === sender);
    const { runs, length } = this.#links.get(id) ?? NOTHING;
    return { id, runs, length, copies, standing: standingOf(copies, doubt, own.length + 1), order };
  }
}
