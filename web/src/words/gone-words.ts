import type { PlaceDetail } from '@kith/core/place/place';
import { dateWords } from './dates.ts';

type Listing = PlaceDetail['listings'][number];

/** `2026-11-23` as "November 2026": the day is that of a load, and says no more than its month. */
export const monthWords = (day: string): string => dateWords(day.slice(0, 7));

/** Sources by what they are called; a short name stands in for one that is not known. */
type Titles = ReadonlyMap<string, string>;

/** "No longer in the list “Public libraries in England, Arts Council England” since November 2026." */
export function goneLine({ source, goneSince }: Listing, titles: Titles): string | null {
  if (goneSince === null) return null;
  return `No longer in the list “${titles.get(source) ?? source}” since ${monthWords(goneSince)}.`;
}

/** Which lists a place stands in, and in which it no longer does, one line each. */
export function listingLines(listings: readonly Listing[], titles: Titles): readonly string[] {
  return listings.map(
    (listing) =>
      goneLine(listing, titles) ??
      `In the list “${titles.get(listing.source) ?? listing.source}”, seen here since ${monthWords(listing.firstSeen)}.`,
  );
}
