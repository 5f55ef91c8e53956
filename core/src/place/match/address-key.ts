import { plainWords } from './plain-words.ts';

const STREET =
  /^(avenue|bank|broadway|circus|close|court|crescent|cross|drive|end|gardens|gate|green|grove|hill|lane|mews|parade|park|passage|place|precinct|rise|road|row|square|street|terrace|view|walk|way|wharf|yard)$/;

/** What an address says of the door: its parts between commas, and the streets among them with their numbers. */
export interface AddressKey {
  readonly first: string;
  /** Number (empty where none is given) by street. */
  readonly streets: ReadonlyMap<string, string>;
}

export function addressKey(address: string): AddressKey {
  const parts = address
    .split(/[,;\n]/)
    .map((part) => withStreet(plainWords(part)))
    .filter((words) => words.length > 0);
  const streets = new Map<string, string>();
  let before = '';
  for (const words of parts) {
    const numbers = words.filter((word) => /^\d+[a-z]?$/.test(word));
    const named = words.filter((word) => !/^\d+[a-z]?$/.test(word) && word !== 'the');
    if (named.length === 0) before = numbers.join('-');
    else if (STREET.test(named.at(-1) ?? '')) {
      streets.set(named.join(' '), numbers.join('-') || before);
      before = '';
    }
  }
  return { first: (parts[0] ?? []).join(' '), streets };
}

/** `High St`: at the end of more than one word it is a street, not a saint. */
function withStreet(words: string[]): string[] {
  return words.length > 1 && words.at(-1) === 'st' ? [...words.slice(0, -1), 'street'] : words;
}

/**
 * `door`: the same first line, or the same street and number. `street`: the same street, with no other number.
 * `other`: both give streets or doors, and they differ. `unknown`: one of them says too little.
 */
export type AddressLikeness = 'door' | 'street' | 'other' | 'unknown';

/** Symmetric. */
export function compareAddresses(a: AddressKey, b: AddressKey): AddressLikeness {
  if (a.streets.size === 0 && b.streets.size === 0) {
    return a.first !== '' && a.first === b.first ? 'door' : 'unknown';
  }
  let found: AddressLikeness = a.streets.size > 0 && b.streets.size > 0 ? 'other' : 'unknown';
  for (const [street, number] of a.streets) {
    const other = b.streets.get(street);
    if (other === undefined) continue;
    if (number !== '' && number === other) return 'door';
    if (number === '' || other === '') found = 'street';
  }
  // A first line that is a street without its number is no door.
  return found !== 'unknown' && a.first === b.first && !a.streets.has(a.first) ? 'door' : found;
}
