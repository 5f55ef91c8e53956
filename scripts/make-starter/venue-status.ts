export type VenueStatus = 'open' | 'closed' | 'unknown';

/**
 * Rows whose page itself says that the place was not there yet, was about to go, or had lost its home. None says that
 * it has gone for good, which would be `closed`. By key, so that a row that goes is noticed.
 */
const IN_DOUBT: Readonly<Record<string, string>> = {
  'hove-park-cafe': 'its only page, of 2018, says that its demolition was approved',
  'knowl-park-house-dementia-day-centre':
    'its only page says that demolition begins to make way for a new one',
  'melton-space-community-workshop': 'its only page, of 2018, is a plea for a new home',
  'men-in-sheds-rutland': 'its only page, of 2019, says that it seeks to secure its future',
  'one-garden-brighton': 'its only page, of March 2021, says that it opens next month',
  'slaithwaite-civic-hall':
    'its only page, of January 2017, says that volunteers hope to take it over; what came of it is not known',
};

/**
 * Whether a venue is there, as far as its own words go. `unknown` where the words end in "check", "check if open"
 * and the like, which whoever read the page wrote where it left them in doubt, or where the page speaks against it
 * (IN_DOUBT). "Check before you go" is about the age of details, not about the place. Errs towards `unknown`, which
 * does not count towards reach.
 */
export function venueStatus(key: string, words: readonly string[]): VenueStatus {
  if (words.some((text) => /\bclosed (?:for good|down|permanently|in \d{4})\b/i.test(text))) return 'closed';
  if (key in IN_DOUBT) return 'unknown';
  return words.some((text) => /\bcheck\b(?! before you go)/i.test(text)) ? 'unknown' : 'open';
}

/** The keys that the list speaks of, to check that each is still among the facts. */
export const KEYS_IN_DOUBT: readonly string[] = Object.keys(IN_DOUBT);
