import { claimTimes } from '../claim-times.ts';
import type { Database } from '../open.ts';
import type { LoggedClaim } from '../winning-claim.ts';
import { isLoad, wordsOfAuthors } from './author-words.ts';

/** Who said something, in words, and when (ISO time). */
export interface ClaimVoice {
  readonly by: string;
  readonly at: string;
}

/** Who made these claims, by their numbers in the log: of a list whoever publishes it. */
export async function voicesOf(
  db: Database,
  claims: readonly Pick<LoggedClaim, 'id' | 'author'>[],
): Promise<ReadonlyMap<number, ClaimVoice>> {
  const words = await wordsOfAuthors(
    db,
    claims.map(({ author }) => author),
  );
  const times = await claimTimes(
    db,
    claims.map(({ id }) => id),
  );
  return new Map(
    claims.map(({ id, author }) => {
      const time = times.get(id);
      const by = isLoad(author) ? time?.publisher : words.get(author);
      return [id, { by: by ?? 'somebody', at: time?.at ?? '' }];
    }),
  );
}
