import type { AddressLikeness } from './address-key.ts';
import type { NameKey, NameLikeness } from './name-key.ts';
import type { Nearness, Spot } from './whereabouts.ts';

/** How two names stand to each other, for a person. They are compared by the words that tell places apart. */
const NAME_WORDS: Readonly<Record<NameLikeness, string>> = {
  same: 'the same name',
  own: 'the same name but for common words',
  within: 'one name is part of the other',
  spelling: 'names that differ by a letter or two',
  share: 'names that share a word',
  none: 'a name that could be any place of its kind',
  different: 'different names',
};

/** The same of two names as they are written: what holds for their telling words alone is not said of the whole. */
export function nameWords(likeness: NameLikeness, a: NameKey, b: NameKey): string {
  if (likeness !== 'within') return NAME_WORDS[likeness];
  const has = (whole: string, part: string): boolean => ` ${whole} `.includes(` ${part} `);
  return NAME_WORDS[has(a.whole, b.whole) || has(b.whole, a.whole) ? 'within' : 'share'];
}

/** What is looked at for the village that two listings lie in. */
type Located = Pick<Spot, 'precision'> & { readonly address: string | null };

/** The village of a listing that is known only to its village, where that is all its address says; else null. */
function villageOf({ precision, address }: Located): string | null {
  const said = address?.trim() ?? '';
  return precision === 'village' && said !== '' && !/[,\d]/.test(said) ? said : null;
}
function inVillage(village: string, { address }: Located): boolean {
  return (address ?? '').split(',').some((part) => part.trim().toLowerCase() === village.toLowerCase());
}
/** Of two that are as near as one known only to its village can be told. */
function villageWords(a: Located, b: Located): string {
  const village = villageOf(a) ?? villageOf(b);
  if (village === null) return 'both in or near the same village or town';
  return inVillage(village, a) && inVillage(village, b) ? `both in ${village}` : `both in or near ${village}`;
}

/** How two addresses do; nothing where one says too little. */
export const ADDRESS_WORDS: Readonly<Record<AddressLikeness, readonly string[]>> = {
  door: ['the same address line'],
  street: ['the same street'],
  other: ['different streets or doors'],
  unknown: [],
};

/** How far apart two are said to be. */
export function whereWords(
  { nearness, metres }: { nearness: Nearness; metres: number | null },
  a: Located,
  b: Located,
): string {
  if (nearness === 'unknown') return 'no position to compare';
  if (metres === null) return nearness === 'spot' ? 'the same postcode' : WITHOUT_METRES[nearness];
  if (nearness === 'village') return villageWords(a, b);
  const apart = metres < 1000 ? `${Math.round(metres)} m apart` : `${Math.round(metres / 100) / 10} km apart`;
  if (nearness === 'spot') return metres < 1 ? 'the same spot' : `at one spot (${apart})`;
  return apart;
}

const WITHOUT_METRES: Readonly<Record<Exclude<Nearness, 'unknown' | 'spot'>, string>> = {
  near: 'postcodes side by side',
  walk: 'postcodes side by side',
  village: 'the same village',
  town: 'postcodes of one town',
  far: 'postcodes far apart',
};
