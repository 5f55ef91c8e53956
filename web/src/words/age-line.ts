import type { PlaceSummary } from '@kith/core/place/place';
import { dateWords } from './dates.ts';

type Aged = Pick<PlaceSummary, 'asOf' | 'basis' | 'sourceName' | 'status'>;

/** What was checked is whether the place is there. Its hours may come from elsewhere, and be older or have no date. */
const CHECKED: Record<PlaceSummary['status'], string> = {
  open: 'Listed as open',
  'temporarily-closed': 'Listed as closed for now',
  closed: 'Listed as closed',
  unknown: 'Listed',
};

/** How old what we know is, and who said so. Every row of a list carries it. */
export function ageLine({ asOf, basis, sourceName, status }: Aged): string {
  if (basis === 'checked' && asOf) return `${CHECKED[status]}: ${dateWords(asOf)} · ${sourceName}`;
  if (basis === 'published' && asOf) {
    // A file is known by its month; a page only by its year.
    return asOf.length > 4
      ? `${sourceName.replace(/ contributors$/, '')}, ${dateWords(asOf)}; not checked since`
      : `From a ${asOf} page, not yet confirmed`;
  }
  return 'From an undated page, not yet confirmed';
}
