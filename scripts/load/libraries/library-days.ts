export const SHORT_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `Mo-We,Fr` from day numbers in order. Two days side by side are written with a comma. */
export function spans(days: readonly number[], names: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < days.length; at += 1) {
    const first = days[at] as number;
    let last = first;
    while (days[at + 1] === last + 1) {
      at += 1;
      last = days[at] as number;
    }
    if (last === first) parts.push(names[first] as string);
    else parts.push(`${names[first]}${last - first > 1 ? '-' : ','}${names[last]}`);
  }
  return parts.join(',');
}

const DAY_WORDS: Readonly<Record<string, string>> = {
  'am only': 'mornings',
  'pm only': 'afternoons',
  'eve only': 'evenings',
  'am & pm (continuous)': 'mornings and afternoons',
  'am & pm (with closure)': 'mornings and afternoons with a break',
  'am and pm with closure': 'mornings and afternoons with a break',
  'am & pm': 'mornings and afternoons',
  'all day (continuous)': 'all day',
  'all day (with closure)': 'all day with a break',
  'pm & eve (continuous)': 'afternoons and evenings',
  'pm & eve (with closure)': 'afternoons and evenings with a break',
  'am & eve': 'mornings and evenings',
  'varied by schedule': 'times vary',
  'no regular opening': 'no regular times',
  'appointment only': 'by appointment',
  '24 hours': '24 hours',
};

/** The Arts Council's word for each day as one line: `Mon-Fri all day; Sat mornings`. Closed days are left out. */
export function dayWords(days: readonly string[]): string {
  const groups: { words: string; days: number[] }[] = [];
  days.forEach((word, day) => {
    const words = DAY_WORDS[word];
    if (!words) return;
    const last = groups.at(-1);
    if (last && last.words === words && last.days.at(-1) === day - 1) last.days.push(day);
    else groups.push({ words, days: [day] });
  });
  return groups
    .map((group) => `${spans(group.days, SHORT_DAYS).replace(',', ', ')} ${group.words}`)
    .join('; ');
}

/** Whether it is open in the morning and in the afternoon or evening; null where the word does not say. */
function partsIn(word: string): readonly [morning: boolean, later: boolean] | null {
  if (word === 'closed') return [false, false];
  if (word === 'am only') return [true, false];
  if (/^(pm|eve)\b/.test(word)) return [false, true];
  return /^(am|all day)\b/.test(word) ? [true, true] : null;
}

/**
 * Days on which the Arts Council's words and the clock hours part: `whole` where one has it open and the other shut,
 * `part` where they have it open in different parts of the day. A morning may last until two.
 */
export function daysApart(
  words: readonly string[],
  week: readonly (readonly (readonly [start: number, end: number])[])[],
): { whole: string[]; part: string[] } {
  const apart: { whole: string[]; part: string[] } = { whole: [], part: [] };
  SHORT_DAYS.forEach((day, at) => {
    const said = partsIn(words[at] ?? '');
    const ranges = week[at] ?? [];
    if (said === null) return;
    if ((said[0] || said[1]) !== ranges.length > 0) apart.whole.push(day);
    else if (
      said[0] !== ranges.some(([start]) => start < 12 * 60) ||
      said[1] !== ranges.some(([, end]) => end > 14 * 60)
    ) {
      apart.part.push(day);
    }
  });
  return apart;
}
