import type { PlaceFields } from '@kith/core/place/place';
import type { Tags } from './osm-tags.ts';

/** The four answers that OpenStreetMap has; others say nothing. */
export function wheelchairOf(tags: Tags): PlaceFields['wheelchair'] | null {
  const said = tags.wheelchair;
  return said === 'yes' || said === 'limited' || said === 'no' || said === 'designated' ? said : null;
}

/** What someone who cannot walk or stand well should know, in words: `With a backrest; without armrests; 3 seats`. */
export function accessWords(tags: Tags): string {
  const words: string[] = [];
  if (tags.backrest === 'yes') words.push('with a backrest');
  if (tags.backrest === 'no') words.push('without a backrest');
  if (tags.armrest === 'yes') words.push('with armrests');
  if (tags.armrest === 'no') words.push('without armrests');
  const seats = /^\d{1,3}$/.test(tags.seats ?? '') ? Number(tags.seats) : 0;
  if (seats > 0) words.push(seats === 1 ? '1 seat' : `${seats} seats`);
  const toilets = tags['toilets:wheelchair'];
  if (toilets === 'yes') words.push('toilet for wheelchair users');
  if (toilets === 'no') words.push('no toilet for wheelchair users');
  if (toilets === 'limited') words.push('toilet that some wheelchair users can use');
  const described = tags['wheelchair:description']?.replace(/\s+/g, ' ').trim() ?? '';
  if (described !== '') words.push(described);
  const text = words.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const PEOPLE: Readonly<Record<string, string>> = {
  senior: 'older people',
  juvenile: 'young people',
  youth: 'young people',
  child: 'children',
  disabled: 'disabled people',
  homeless: 'homeless people',
  migrant: 'migrants',
  refugee: 'refugees',
  woman: 'women',
  women: 'women',
  man: 'men',
  underprivileged: 'people with little money',
  drug_addicted: 'people recovering from addiction',
  mental_health: 'people with poor mental health',
};

/** Whom it is for, in words. */
export function forWhom(tags: Tags): string {
  const said = tags['community_centre:for'] ?? tags['social_facility:for'] ?? '';
  const words = said
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== 'all' && word !== 'public')
    .map((word) => PEOPLE[word] ?? word.replaceAll('_', ' '));
  return [...new Set(words)].join(', ');
}
