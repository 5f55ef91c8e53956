import OpeningHours from 'opening_hours';

/** Holidays in a rule need a country; where in it makes no difference here. */
const ENGLAND = { lat: 52.5, lon: -1.5, address: { country_code: 'gb', state: 'England' } };
/** Only what may have been misread, not matters of style. */
const WARNINGS_ONLY = 4;
const known = new Map<string, boolean>();

/** True where the text is in OpenStreetMap's opening_hours grammar and leaves nothing to guess. */
export function isOpeningHours(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  const holds = canRead(text);
  known.set(text, holds);
  return holds;
}

function canRead(text: string): boolean {
  try {
    const hours = new OpeningHours(text, ENGLAND, {
      mode: 0,
      tag_key: 'opening_hours',
      map_value: false,
      warnings_severity: WARNINGS_ONLY,
      locale: 'en',
    });
    return hours.getWarnings().length === 0;
  } catch {
    return false;
  }
}
