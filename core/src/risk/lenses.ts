/** The three ways of looking at risk. */
export const LENSES = [
  { id: 'older', label: 'Older people', note: 'Older people: an approximation' },
  { id: 'young', label: 'Young adults', note: 'Young adults, 16 to 24' },
  { id: 'all', label: 'All ages', note: 'All ages' },
] as const;
export type LensId = (typeof LENSES)[number]['id'];
export const LENS_IDS = LENSES.map((lens) => lens.id) as [LensId, ...LensId[]];
