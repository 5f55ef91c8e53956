import { ACE_YEAR, type LibraryStatus } from './library-facts.ts';
import type { ClockHours } from './library-hours.ts';
import type { JoinedLibrary } from './library-join.ts';

/** A gap in weekly hours that is worth telling: lunch on one day is less. */
const HOURS_APART = 2;

/**
 * What a reader should know before leaning on the row: where the two lists disagree. Which of two postcodes is shown
 * hangs on every claim there is, a person's too: the note names both and leaves the page to show which.
 */
export function libraryNotes(
  { ace, schema }: JoinedLibrary,
  known: { readonly status: LibraryStatus; readonly mobile: boolean; readonly clock: ClockHours },
): string {
  const notes: string[] = [];
  if (known.mobile) notes.push('Stops in many places: ask the council for its round.');
  if (ace && schema && known.status === 'open' && schema.yearClosed) {
    notes.push(
      `The 2025 list says it closed in ${schema.yearClosed}; the Arts Council had it open ${
        schema.yearClosed < ACE_YEAR ? 'in 2023, which is later' : 'at the end of 2023'
      }.`,
    );
  }
  if (ace && schema && known.status === 'closed' && !schema.yearClosed) {
    notes.push('The 2025 list still has it open; the Arts Council had it closed in 2023.');
  }
  if (ace?.postcode && schema?.postcode && ace.postcode !== schema.postcode) {
    notes.push(`The lists give two postcodes: ${schema.postcode} (2025) and ${ace.postcode} (2023).`);
  }
  if (known.status !== 'closed') {
    const { doubt, total } = known.clock;
    if (doubt) notes.push(doubt);
    const hours = Number(ace?.hours);
    if (!doubt && hours > 0 && total > 0 && Math.abs(hours - total) >= HOURS_APART) {
      notes.push(
        `The clock hours add up to ${total} a week; the Arts Council has ${hours}: check before you go.`,
      );
    }
  }
  return notes.join(' ');
}
