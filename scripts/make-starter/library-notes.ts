import type { LibraryStatus } from './library-facts.ts';
import type { ClockHours } from './library-hours.ts';
import type { JoinedLibrary } from './library-join.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
/** A gap in weekly hours that is worth telling: lunch on one day is less. */
const HOURS_APART = 2;

/** What a reader should know before leaning on the row: where the two lists disagree and which is followed. */
export function libraryNotes(
  { ace, schema }: JoinedLibrary,
  known: { readonly status: LibraryStatus; readonly mobile: boolean; readonly clock: ClockHours },
): string {
  const notes: string[] = [];
  if (known.mobile) notes.push('Stops in many places: ask the council for its round.');
  if (ace && schema && known.status === 'open' && schema.yearClosed) {
    notes.push(
      `The 2025 list says it closed in ${schema.yearClosed}; the Arts Council had it open in 2023, which is later.`,
    );
  }
  if (ace && schema && known.status === 'closed' && !schema.yearClosed) {
    notes.push('The 2025 list still has it open; the Arts Council had it closed in 2023.');
  }
  if (ace?.postcode && schema?.postcode && ace.postcode !== schema.postcode) {
    notes.push(
      `The lists give two postcodes: ${schema.postcode} (2025, used here) and ${ace.postcode} (2023).`,
    );
  }
  if (known.status === 'open' || known.status === 'temporarily-closed') {
    if (known.clock.doubt) notes.push(known.clock.doubt);
    const apart = daysApart(ace?.days ?? [], known.clock.openingHours ? (schema?.hours ?? []) : []);
    if (apart.length > 0) notes.push(`The lists differ on ${apart.join(', ')}: check before you go.`);
    const hours = Number(ace?.hours);
    if (
      apart.length === 0 &&
      hours > 0 &&
      known.clock.total > 0 &&
      Math.abs(hours - known.clock.total) >= HOURS_APART
    ) {
      notes.push(
        `The clock hours add up to ${known.clock.total} a week; the Arts Council has ${hours}: check before you go.`,
      );
    }
  }
  return notes.join(' ');
}

/** Days on which one list has it open and the other has it shut. */
function daysApart(ace: readonly string[], hours: readonly (readonly string[])[]): string[] {
  if (ace.length === 0 || hours.length === 0) return [];
  return DAYS.filter((_, day) => {
    const word = ace[day] ?? '';
    if (word === '' || word.startsWith('[') || word.startsWith('n/a')) return false;
    return (word === 'closed') !== (hours[day]?.length === 0);
  });
}
