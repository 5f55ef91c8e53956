import { type Matchable, survivorFirst } from '@kith/core/place/match/matchable';

interface Group {
  head: Matchable;
  readonly members: Matchable[];
  readonly lists: Set<string>;
}

/** Places found to be one, growing pair by pair. */
export class Groups {
  readonly #byId = new Map<string, Group>();
  readonly #apart: ReadonlyMap<string, readonly string[]>;

  /** @param apart pairs of ids with a space between */
  constructor(places: readonly Matchable[], apart: ReadonlySet<string>) {
    for (const place of places) {
      this.#byId.set(place.id, { head: place, members: [place], lists: new Set(place.lists) });
    }
    const others = new Map<string, string[]>();
    for (const pair of apart) {
      const [a = '', b = ''] = pair.split(' ');
      others.set(a, [...(others.get(a) ?? []), b]);
      others.set(b, [...(others.get(b) ?? []), a]);
    }
    this.#apart = others;
  }

  /** The place whose id stays for the group that this one is in. */
  headOf(id: string): Matchable {
    return this.#group(id).head;
  }

  /** False where they are one already, where a list holds both, or where a person kept any two of them apart. */
  mayJoin(a: Matchable, b: Matchable): boolean {
    return this.mayAsk(a, b, 0);
  }

  /**
   * Whether a person may be asked if two are one, though some lists hold both.
   * @param most lists that may hold both
   */
  mayAsk(a: Matchable, b: Matchable, most: number): boolean {
    const one = this.#group(a.id);
    const other = this.#group(b.id);
    if (one === other) return false;
    let both = 0;
    for (const list of one.lists) if (other.lists.has(list)) both += 1;
    if (both > most) return false;
    return !one.members.some((member) =>
      (this.#apart.get(member.id) ?? []).some((id) => this.#byId.get(id) === other),
    );
  }

  /** Makes one group of two. @returns the head that goes */
  join(a: Matchable, b: Matchable): { goes: Matchable; stays: Matchable } {
    const one = this.#group(a.id);
    const other = this.#group(b.id);
    const [stays, goes] = survivorFirst(one.head, other.head);
    one.head = stays;
    for (const list of other.lists) one.lists.add(list);
    for (const member of other.members) {
      one.members.push(member);
      this.#byId.set(member.id, one);
    }
    return { goes, stays };
  }

  #group(id: string): Group {
    const group = this.#byId.get(id);
    if (group === undefined) throw new Error(`No place ${id} was given to be matched.`);
    return group;
  }
}
