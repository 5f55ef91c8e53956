import type { PlaceDetail, PlaceSummary } from '@kith/core/place/place';
import { PEOPLE } from './claim-words.ts';
import { dateWords } from './dates.ts';
import { freshLine, freshLineInFull } from './freshness-words.ts';

type Aged = Pick<PlaceSummary, 'asOf' | 'basis' | 'sourceName' | 'status' | 'checkedOn' | 'freshness'>;

/** What was checked is whether the place is there. Its hours may come from elsewhere, and be older or have no date. */
const CHECKED: Record<PlaceSummary['status'], string> = {
  open: 'Listed as open',
  'temporarily-closed': 'Listed as closed for now',
  closed: 'Listed as closed',
  unknown: 'Listed',
};

/**
 * How old what we know is, and who said so. Every row of a list carries it. What a person has checked on Kith is as old
 * as that; anything else as its source says, and that is never called out of date.
 */
export const ageLine = (place: Aged, now: Date = new Date()): string =>
  freshLine(place, now) ?? sourceLine(place);

/** The same with the day of a check, on the page of one place and on paper; and who checked it, where that is known. */
export const ageInFull = (
  place: Aged & Partial<Pick<PlaceDetail, 'claims'>>,
  now: Date = new Date(),
): string => freshLineInFull(place, now, whoChecked(place)) ?? sourceLine(place);

/** "someone who signed in", or an organisation by its name. What settles a check is whether the place is there. */
const whoChecked = ({
  checkedOn,
  claims = [],
}: Partial<Pick<PlaceDetail, 'claims' | 'checkedOn'>>): string | null =>
  claims.find(
    ({ field, source, basis, asOf }) =>
      (field === 'status' || field === 'name') &&
      source === PEOPLE &&
      basis === 'checked' &&
      asOf === checkedOn,
  )?.by ?? null;

function sourceLine({ asOf, basis, sourceName, status }: Aged): string {
  if (basis === 'checked' && asOf) return `${CHECKED[status]}: ${dateWords(asOf)} · ${sourceName}`;
  if (basis === 'published' && asOf) {
    // A file is known by its month; a page only by its year.
    return asOf.length > 4
      ? `${sourceName.replace(/ contributors$/, '')}, ${dateWords(asOf)}; not checked since`
      : `From a ${asOf} page, not yet confirmed`;
  }
  return 'From an undated page, not yet confirmed';
}
