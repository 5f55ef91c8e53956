/** What the two lists of libraries write alike, and how it is read. */

/** Text on one line, without doubled spaces. */
export function tidyName(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The lines of an address that say something, without the comma that some end on. */
export function addressIn(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/\s*,\s*$/, '')
        .trim(),
    )
    .filter((line) => line !== '' && line !== '-');
}

/** Eight digits or more: a shorter number, or one with letters, is a council's own code (manifest). */
export function realUprn(text: string): string {
  const plain = text.trim();
  return /^\d{8,12}$/.test(plain) ? plain : '';
}

/** A year, or null. 1900 is what a spreadsheet makes of an empty date. */
export function yearIn(text: string): number | null {
  const year = Number(text.trim());
  return Number.isInteger(year) && year > 1800 && year !== 1900 ? year : null;
}

/** Hours in a week as written, or empty: `N/A Closed` is no number. */
export function weeklyHours(text: string): string {
  const hours = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(hours) && hours > 0 && hours <= 168 ? String(hours) : '';
}

/** Councils that the lists call by two names, by the longer one. */
const SHORTER: Readonly<Record<string, string>> = { 'kingston upon hull': 'hull' };

/** One word for a council in both lists: `Leicester City Council` and `Leicester` are both `leicester`. */
export function councilKey(name: string): string {
  const key = name
    .toLowerCase()
    .replace('&', 'and')
    .replace(/\b(metropolitan|borough|district|county|city|council|of|the|london|royal|corporation)\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim();
  // All words of the City of London are words that others drop.
  if (key === '' && /london/i.test(name)) return 'city of london';
  return SHORTER[key] ?? key;
}
