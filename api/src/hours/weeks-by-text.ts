import type { Week } from '@kith/core/place/week';
import { once } from '../kept.ts';

/** Texts remembered at once; a longer list is forgotten and begun anew. England's libraries have some 1,400. */
const MOST_TEXTS = 50_000;

/**
 * Reads opening_hours texts, each once. The package that knows their grammar takes a moment to load, so it is loaded
 * when hours are first asked for and not when Kith starts.
 */
export const weekReader = once(async (): Promise<(text: string | null) => Week | null> => {
  const { weekOf } = await import('./week-of.ts');
  const known = new Map<string, Week | null>();
  return (text) => {
    if (text === null) return null;
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST_TEXTS) known.clear();
    const week = weekOf(text);
    known.set(text, week);
    return week;
  };
});

/** The different weeks of some places, each once, and for each place which is its own; null where hours are not known. */
export async function weekColumns(
  openingHours: readonly (string | null)[],
): Promise<{ readonly week: (number | null)[]; readonly weeks: Week[] }> {
  const someSay = openingHours.some((text) => text !== null);
  const read = someSay ? await weekReader() : () => null;
  const weeks: Week[] = [];
  const numbers = new Map<Week, number>();
  const week = openingHours.map((text) => {
    const own = read(text);
    if (own === null) return null;
    const number = numbers.get(own) ?? weeks.push(own) - 1;
    numbers.set(own, number);
    return number;
  });
  return { week, weeks };
}
