import { claimsOf, listingsOf, standingOf } from '../claims-of.ts';
import { mergedInto, survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { isPersonal, type LoggedClaim, winningClaims } from '../winning-claim.ts';
import type { Standing } from './standing-claims.ts';

/** What stands of one place, and what people took away of it. */
export interface PlaceStanding {
  /** The place as it is after all merges. */
  readonly placeId: string;
  readonly standing: Standing;
  /** Fields of which a person said last that nothing is to stand there, with that claim. */
  readonly takenAway: Standing;
}

/** What stands of many places, by the id asked about: as `standingClaims` says of one, with a few questions for all. */
export async function standingOfMany(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PlaceStanding>> {
  const survivors = await survivorsOf(db, ids);
  const placeIds = [...new Set(survivors.values())];
  const merged = await mergedInto(db, placeIds);
  const partsOf = (id: string) => [id, ...(merged.get(id) ?? [])];
  const everyId = placeIds.flatMap(partsOf);
  const claims = await claimsOf(db, everyId);
  const listings = await listingsOf(db, everyId);
  const found = new Map<string, PlaceStanding>();
  for (const placeId of placeIds) {
    const said = partsOf(placeId).flatMap((id) => claims.get(id) ?? []);
    const { listed } = standingOf(partsOf(placeId).flatMap((id) => listings.get(id) ?? []));
    const standing = new Map(winningClaims(said, listed).map((claim) => [claim.field, claim]));
    found.set(placeId, { placeId, standing, takenAway: takenAwayOf(said, standing) });
  }
  return new Map(
    ids.flatMap((id): [string, PlaceStanding][] => {
      const place = found.get(survivors.get(id) ?? id);
      return place === undefined ? [] : [[id, place]];
    }),
  );
}

function takenAwayOf(claims: readonly LoggedClaim[], standing: Standing): Standing {
  const last = new Map<LoggedClaim['field'], LoggedClaim>();
  for (const claim of claims) {
    if (!isPersonal(claim) || standing.has(claim.field)) continue;
    if ((last.get(claim.field)?.id ?? 0) < claim.id) last.set(claim.field, claim);
  }
  return new Map([...last].filter(([, claim]) => claim.value === null && claim.asOf !== null));
}
