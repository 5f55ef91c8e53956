import type { PlaceSummary } from '@kith/core/place/place';
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

/** The same with the day of a check, on the page of one place and on paper. */
export const ageInFull = (place: Aged, now: Date = new Date()): string =>
  freshLineInFull(place, now) ?? sourceLine(place);

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
