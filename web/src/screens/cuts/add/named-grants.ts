import type { KeptRisk } from '@kith/core/keep/risk-note';

/** A grant that notes of places at risk name: what ends, when, and the places it pays for. */
export interface NamedGrant {
  readonly name: string;
  readonly endsOn: string | null;
  /** Ids, in the order of the notes. */
  readonly places: readonly string[];
  /** Whole pounds in all; null where no note says. */
  readonly amountGbp: number | null;
  /** Who said so, in words. */
  readonly by: readonly string[];
}

/**
 * Grants that notes name, those that end first before the others. Notes of one funder and one day are one grant: it
 * pays for several places. A note without a funder stands for itself.
 */
export function namedGrants(notes: readonly KeptRisk[]): NamedGrant[] {
  const grants = new Map<string, NamedGrant>();
  for (const note of notes) {
    if (note.reason !== 'grant-ends') continue;
    const key = note.funder === null ? note.id : `${note.funder.trim().toLowerCase()} ${note.endsOn}`;
    const before = grants.get(key);
    grants.set(key, {
      name: before?.name ?? note.funder ?? `Money for ${note.placeName}`.slice(0, 120),
      endsOn: note.endsOn,
      places: before?.places.includes(note.placeId)
        ? before.places
        : [...(before?.places ?? []), note.placeId],
      amountGbp:
        note.amountGbp === null ? (before?.amountGbp ?? null) : note.amountGbp + (before?.amountGbp ?? 0),
      by: [...new Set([...(before?.by ?? []), note.by])],
    });
  }
  return [...grants.values()].sort(
    (a, b) => (a.endsOn ?? '9999').localeCompare(b.endsOn ?? '9999') || a.name.localeCompare(b.name, 'en-GB'),
  );
}
