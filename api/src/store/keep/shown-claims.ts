import type { ShownClaim } from '@kith/core/place/place';
import { claimTimes } from '../claim-times.ts';
import type { Database } from '../open.ts';
import type { LoggedClaim } from '../winning-claim.ts';
import { isLoad, wordsOfAuthors } from './author-words.ts';

/** Claims with who said each, in words, and when. */
export async function shownClaims(db: Database, claims: readonly LoggedClaim[]): Promise<ShownClaim[]> {
  const times = await claimTimes(
    db,
    claims.map(({ id }) => id),
  );
  const authors = claims.map(({ author }) => author).filter((author) => !isLoad(author));
  const words: ReadonlyMap<string, string> =
    authors.length === 0 ? new Map() : await wordsOfAuthors(db, authors);
  return claims.map(({ id, field, value, source, sourceDetail, asOf, basis, licence, author }) => {
    const said = times.get(id);
    return {
      field,
      value,
      source,
      sourceDetail,
      asOf,
      basis,
      licence,
      by: words.get(author) ?? said?.publisher ?? '',
      at: said?.at ?? '',
    };
  });
}
