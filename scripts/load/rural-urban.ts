import { isLsoa, LSOA_CODE, notACode } from './area-codes.ts';
import { tableSource } from './table-source.ts';

export interface RuralUrbanClass {
  readonly code: string;
  readonly ruralUrban: 'rural' | 'urban';
  /** In words: `Smaller rural: Nearer to a major town or city`. */
  readonly words: string;
}

/** The rural-urban classification of 2021, for how much longer streets are than straight lines. */
export const ruralUrban = tableSource({
  source: 'ons-ruc21',
  what: 'the rural-urban classification of areas (2021)',
  columns: {
    code: LSOA_CODE,
    class: { is: [/^ruc21(cd|code)$/] },
    words: { is: [/^ruc21(nm|name)$/, 'classification'], optional: true },
  },
  row: ({ code, class: letters, words }, fail): RuralUrbanClass | null => {
    if (!isLsoa(code)) return fail('code', notACode(code));
    // Classes are named by their first letter: UN1, UF1; RLN1, RLF1, RSN1, RSF1.
    const first = letters.trim().charAt(0).toUpperCase();
    if (first !== 'U' && first !== 'R')
      return fail('class', `"${letters.slice(0, 40)}" is no class of 2021.`);
    const kind = first === 'U' ? 'urban' : 'rural';
    return { code, ruralUrban: kind, words: words.trim() || letters.trim() };
  },
});
