import type { AddressLikeness } from './address-key.ts';
import type { NameLikeness } from './name-key.ts';
import type { Nearness } from './whereabouts.ts';

/** How two names stand to each other, for a person. */
export const NAME_WORDS: Readonly<Record<NameLikeness, string>> = {
  same: 'the same name',
  own: 'the same name but for common words',
  within: 'one name is part of the other',
  spelling: 'names that differ by a letter or two',
  share: 'names that share a word',
  none: 'a name that could be any place of its kind',
  different: 'different names',
};

/** How two addresses do; nothing where one says too little. */
export const ADDRESS_WORDS: Readonly<Record<AddressLikeness, readonly string[]>> = {
  door: ['the same address line'],
  street: ['the same street'],
  other: ['different streets or doors'],
  unknown: [],
};

/** How far apart two are said to be. */
export function whereWords({ nearness, metres }: { nearness: Nearness; metres: number | null }): string {
  if (nearness === 'unknown') return 'no position to compare';
  if (metres === null) return nearness === 'spot' ? 'the same postcode' : WITHOUT_METRES[nearness];
  const apart = metres < 1000 ? `${Math.round(metres)} m apart` : `${Math.round(metres / 100) / 10} km apart`;
  if (nearness === 'spot') return metres < 1 ? 'the same spot' : `at one spot (${apart})`;
  return nearness === 'village' ? `${apart}, of which one is known only to its village` : apart;
}

const WITHOUT_METRES: Readonly<Record<Exclude<Nearness, 'unknown' | 'spot'>, string>> = {
  near: 'postcodes side by side',
  walk: 'postcodes side by side',
  village: 'the same village',
  town: 'postcodes of one town',
  far: 'postcodes far apart',
};
