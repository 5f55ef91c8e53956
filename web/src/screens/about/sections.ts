/** The sections of How it works. Legends link to these ids; docs/method.md has the same ones in the same order. */
export const SECTIONS = [
  { id: 'risk', title: 'Risk is not loneliness' },
  { id: 'scores', title: 'How risk is scored' },
  { id: 'reach', title: 'What reach means' },
  { id: 'approximate', title: 'Yes, perhaps and no' },
  { id: 'edges', title: 'Edges of the map' },
  { id: 'cuts', title: 'What a cut counts' },
  { id: 'irreplaceable', title: 'Places nobody can replace' },
  { id: 'money', title: 'What councils spent' },
  { id: 'unknown', title: 'What is not known' },
  { id: 'sources', title: 'Where the figures come from' },
  { id: 'words', title: 'Words' },
  { id: 'access', title: 'Access and privacy' },
  { id: 'help', title: 'If you need to talk' },
] as const;
export type SectionId = (typeof SECTIONS)[number]['id'];
