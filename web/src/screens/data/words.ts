import type { DataReport, SourceReport } from '@kith/core/source/data-report';
import { counted, whole } from '../../words/area-words.ts';
import { dateWords } from '../../words/dates.ts';

/** What a source gave, in words, the most telling first. Empty where nothing of it is held. */
export function gaveWords({ gave }: Pick<SourceReport, 'gave'>): string[] {
  return [
    gave.places > 0 ? counted(gave.places, 'place', 'places') : '',
    gave.statements > 0 ? `${counted(gave.statements, 'fact', 'facts')} about them` : '',
    gave.areaFigures > 0 ? `${counted(gave.areaFigures, 'figure', 'figures')} of areas` : '',
    ...gave.other.map(({ what, rows }) => `${whole(rows)} ${what}`),
  ].filter(Boolean);
}

/** `2008 to 2025`, or one date where both are the same. Empty where there is none. */
export function rangeWords(oldest: string | null, newest: string | null): string {
  if (oldest === null || newest === null) return '';
  return oldest === newest ? dateWords(oldest) : `${dateWords(oldest)} to ${dateWords(newest)}`;
}

const BASIS_WORDS = {
  checked: 'checked by someone answerable',
  published: 'dated by the page or file that says so',
  undated: 'with no date',
} as const;

/** How old the facts of a source are: a line for each way of dating. */
export function datesWords({ dates }: Pick<SourceReport, 'dates'>): string[] {
  return dates.map(({ basis, count, oldest, newest }) => {
    const when = rangeWords(oldest, newest);
    return `${whole(count)} ${BASIS_WORDS[basis]}${when === '' ? '' : ` (${when})`}`;
  });
}

const PART_WORDS: Readonly<Record<string, string>> = {
  starter: 'The starter that comes with Kith',
  areas: 'Areas and their figures',
  postcodes: 'Postcodes',
  names: 'Names of towns and villages',
  places: 'Places',
  money: 'Council spending',
};

/** A load in words: "Areas and their figures, for all England". */
export function loadWords({ part, of }: Pick<DataReport['loads'][number], 'part' | 'of'>): string {
  return `${PART_WORDS[part] ?? part}${of === '' ? '' : `, for ${of}`}`;
}

/**
 * How far the places of a source reach: "in 1 of 296 districts: Leeds". Empty where it gives no place.
 * @param of districts loaded
 */
export function reachWords({ reaches }: Pick<SourceReport, 'reaches'>, of: number): string {
  if (reaches === null) return '';
  const { districts, names } = reaches;
  if (districts === of)
    return of === 1 ? `in ${names[0] ?? 'the district'}` : `in all ${whole(of)} districts`;
  const named = names.length > 0 ? `: ${names.join(', ')}` : '';
  return `in ${whole(districts)} of ${counted(of, 'district', 'districts')}${named}`;
}

/** The day and time something was loaded, as the reader's clock has it. */
export function timeWords(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  return time.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}

/** Bytes as people say them: `640 kB`, `13.7 MB`. */
export function bytesWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A share of a whole for a bar, 0 to 100; something is never drawn as nothing. */
export function barShare(part: number, all: number): number {
  if (part === 0 || all === 0) return 0;
  return Math.max(1, (100 * part) / all);
}

/** "723 of 1,059 areas (68%)". Never rounds what is not all up to 100%, nor something down to 0%. */
export function shareWords(part: number, all: number): string {
  if (all === 0) return '0';
  const percent = Math.round((100 * part) / all);
  const held = part > 0 && part < all ? Math.min(99, Math.max(1, percent)) : percent;
  return `${whole(part)} of ${whole(all)} (${held}%)`;
}
