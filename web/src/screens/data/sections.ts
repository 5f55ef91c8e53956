/** The parts of the Data screen, in the order they stand. The hash of the address names one. */
export const SECTIONS = [
  { id: 'loaded', title: 'What is loaded' },
  { id: 'sources', title: 'Where it comes from' },
  { id: 'missing', title: 'What is missing' },
  { id: 'age', title: 'How old it is' },
  { id: 'doubles', title: 'Possible doubles' },
  { id: 'downloads', title: 'Downloads' },
] as const;
export type SectionId = (typeof SECTIONS)[number]['id'];
