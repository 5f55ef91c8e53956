import { clockText, readHours, writeHours } from '@kith/core/place/hours-text';
import { type Draft, hoursOfDraft } from './draft.ts';

/** The times of a place as its editor holds them. */
export type TypedTimes = Pick<Draft, 'times' | 'closedOnHolidays'>;

/**
 * Times that stand, as the editor holds them. Null where it cannot show all of them (months, "by appointment", other
 * times "instead" in some weeks): then they are changed as text, and nothing of them is lost.
 * @param text OpenStreetMap's opening_hours grammar
 */
export function typedTimes(text: string): TypedTimes | null {
  const hours = readHours(text);
  if (!hours) return null;
  const times = hours.rules.flatMap(({ days, weeks, spans }) =>
    spans.map(({ from, to }) => ({ days, weeks, from: clockText(from), to: clockText(to) })),
  );
  const typed = { times, closedOnHolidays: hours.closedOnHolidays };
  return writeHours(hoursOfDraft(typed)) === writeHours(hours) ? typed : null;
}
