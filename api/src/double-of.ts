import type { Claim } from '@kith/core/place/place';
import type { Double, DoubleSide } from '@kith/core/source/data-report';
import type { Candidate, CandidateSide } from './store/merge-queue-store.ts';

/** Fields that say where Kith files a place and not what it is: no help to whoever decides. */
const FILED = new Set(['patch', 'outside']);

/** A pair of the queue as the screens need it: both sides short, and the fields on which they differ in words. */
export function doubleOf({ score, reasons, from, to, differs }: Candidate): Double {
  return {
    score,
    reasons: [...reasons],
    straightMetres: metresBetween(from, to),
    from: sideOf(from),
    to: sideOf(to),
    differs: differs
      .filter(({ field }) => !FILED.has(field))
      .map(({ field, from: one, to: other }) => ({ field, from: saidBy(one), to: saidBy(other) })),
  };
}

function sideOf(side: CandidateSide): DoubleSide {
  const { id, name, kind, status, address, postcode, district, asOf, claims } = side;
  const sources = [...new Set(claims.map((claim) => claim.source))].sort();
  return { id, name, kind, status, address, postcode, district, asOf, sources };
}

function saidBy(claim: Claim | null): Double['differs'][number]['from'] {
  if (claim === null || claim.value === null) return null;
  return { value: valueWords(claim.value), source: claim.source, asOf: claim.asOf };
}

function valueWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const { easting, northing } = value as { easting?: unknown; northing?: unknown };
  return easting === undefined ? JSON.stringify(value) : `${easting} east, ${northing} north`;
}

/** Whole metres in a straight line; null where one has no position. */
function metresBetween(one: CandidateSide, other: CandidateSide): number | null {
  if (one.easting === null || one.northing === null || other.easting === null || other.northing === null)
    return null;
  const [east, north] = [one.easting - other.easting, one.northing - other.northing];
  return Math.round(Math.sqrt(east * east + north * north));
}
