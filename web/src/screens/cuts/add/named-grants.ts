import type { KeptRisk } from '@kith/core/keep/risk-note';

/** A grant that notes of places at risk name: what ends, when, and the places it pays for. */
export interface NamedGrant {
  readonly name: string;
  readonly endsOn: string | null;
  /** Ids, in the order of the notes. */
  readonly places: readonly string[];
  /** Whole pounds in all; null where no note says. */
  readonly amountGbp: number | null;
  /** A note names the funder; else the grant is called after its place. */
  readonly hasFunder: boolean;
  /** Everyone may read all the notes that say so. */
  readonly public: boolean;
  /** Who said so, in words. */
  readonly by: readonly string[];
}

/**
 * Grants that notes name, those that end first before the others. Notes of one funder and one day are one grant: it
 * pays for several places. Two notes on the same place say the same money twice: the larger sum of them counts. A note
 * without a funder stands for itself.
 */
export function namedGrants(notes: readonly KeptRisk[]): NamedGrant[] {
  const grants = new Map<string, KeptRisk[]>();
  for (const note of notes) {
    if (note.reason !== 'grant-ends') continue;
    const key = note.funder === null ? note.id : `${note.funder.trim().toLowerCase()} ${note.endsOn}`;
    grants.set(key, [...(grants.get(key) ?? []), note]);
  }
  return [...grants.values()]
    .flatMap(oneGrant)
    .sort(
      (a, b) =>
        (a.endsOn ?? '9999').localeCompare(b.endsOn ?? '9999') || a.name.localeCompare(b.name, 'en-GB'),
    );
}

function oneGrant(notes: readonly KeptRisk[]): NamedGrant[] {
  const [first] = notes;
  if (!first) return [];
  const amounts = new Map<string, number>();
  for (const { placeId, amountGbp } of notes)
    if (amountGbp !== null) amounts.set(placeId, Math.max(amountGbp, amounts.get(placeId) ?? 0));
  return [
    {
      name: first.funder ?? `Money for ${first.placeName}`.slice(0, 120),
      endsOn: first.endsOn,
      places: [...new Set(notes.map(({ placeId }) => placeId))],
      amountGbp: amounts.size === 0 ? null : [...amounts.values()].reduce((sum, amount) => sum + amount, 0),
      hasFunder: first.funder !== null,
      public: notes.every((note) => note.public),
      by: [...new Set(notes.map(({ by }) => by))],
    },
  ];
}
