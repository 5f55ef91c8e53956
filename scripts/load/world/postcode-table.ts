import type { PostcodeRow } from '../code-point.ts';

/**
 * Postcodes in columns of numbers, as 1.7 million objects would fill the memory. In the order of the alphabet with
 * a space before the last three (`LE1 0AA` before `LE10 0AA`), each postcode once, whatever the order of the files.
 */
export interface PostcodeTable {
  readonly length: number;
  readonly easting: Int32Array;
  readonly northing: Int32Array;
  /** Places in `districts` and `countries`. */
  readonly district: Uint16Array;
  readonly country: Uint8Array;
  readonly districts: readonly string[];
  readonly countries: readonly string[];
  /** Postcodes that stood in the files more than once; the first counts. */
  readonly repeated: number;
  /** Without a space: `LE100AA`. */
  folded(at: number): string;
}

const LETTERS = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASE = LETTERS.length;
/** Room for the place of a row beside its postcode in one 64-bit number. */
const PLACE_BITS = 26n;
const MOST_ROWS = 2 ** 26;

/** Collects postcodes as they are read. */
export class PostcodeCollector {
  #keys = new Float64Array(1 << 16);
  #easting = new Int32Array(1 << 16);
  #northing = new Int32Array(1 << 16);
  #district = new Uint16Array(1 << 16);
  #country = new Uint8Array(1 << 16);
  #length = 0;
  readonly #districts = new Map<string, number>();
  readonly #countries = new Map<string, number>();

  add({ folded, easting, northing, districtCode, countryCode }: PostcodeRow): void {
    const at = this.#length;
    if (at === MOST_ROWS) throw new RangeError('more postcodes than there can be');
    if (at === this.#keys.length) this.#grow();
    this.#keys[at] = keyOf(folded);
    this.#easting[at] = easting;
    this.#northing[at] = northing;
    this.#district[at] = placeIn(this.#districts, districtCode);
    this.#country[at] = placeIn(this.#countries, countryCode);
    this.#length += 1;
  }

  table(): PostcodeTable {
    const order = this.#order();
    const pick = <A extends Int32Array | Uint16Array | Uint8Array>(from: A, to: A): A => {
      for (let at = 0; at < order.length; at += 1) to[at] = from[order[at] as number] as number;
      return to;
    };
    const keys = new Float64Array(order.length);
    for (let at = 0; at < order.length; at += 1) keys[at] = this.#keys[order[at] as number] as number;
    return {
      length: order.length,
      easting: pick(this.#easting, new Int32Array(order.length)),
      northing: pick(this.#northing, new Int32Array(order.length)),
      district: pick(this.#district, new Uint16Array(order.length)),
      country: pick(this.#country, new Uint8Array(order.length)),
      districts: [...this.#districts.keys()],
      countries: [...this.#countries.keys()],
      repeated: this.#length - order.length,
      folded: (at) => foldedOf(keys[at] ?? 0),
    };
  }

  /** Places of the rows by postcode, each postcode once: the first that was read. */
  #order(): Uint32Array {
    const sorted = new BigUint64Array(this.#length);
    for (let at = 0; at < this.#length; at += 1) {
      sorted[at] = (BigInt(this.#keys[at] as number) << PLACE_BITS) | BigInt(at);
    }
    sorted.sort();
    const order = new Uint32Array(this.#length);
    const mask = (1n << PLACE_BITS) - 1n;
    let kept = 0;
    let last = -1;
    for (const each of sorted) {
      const place = Number(each & mask);
      const key = this.#keys[place] as number;
      if (key !== last) order[kept++] = place;
      last = key;
    }
    return order.slice(0, kept);
  }

  #grow(): void {
    const size = this.#keys.length * 2;
    const larger = <A extends { set(from: A): void }>(from: A, to: A): A => {
      to.set(from);
      return to;
    };
    this.#keys = larger(this.#keys, new Float64Array(size));
    this.#easting = larger(this.#easting, new Int32Array(size));
    this.#northing = larger(this.#northing, new Int32Array(size));
    this.#district = larger(this.#district, new Uint16Array(size));
    this.#country = larger(this.#country, new Uint8Array(size));
  }
}

/** Seven characters, the first four filled with spaces, as one number that sorts as the text does. */
function keyOf(folded: string): number {
  const inward = folded.length - 3;
  let key = 0;
  for (let at = 0; at < 4; at += 1) key = key * BASE + (at < inward ? letterAt(folded.charCodeAt(at)) : 0);
  for (let at = inward; at < folded.length; at += 1) key = key * BASE + letterAt(folded.charCodeAt(at));
  return key;
}

/** The place in `LETTERS` of a digit or capital: digits follow the space, letters the digits. */
function letterAt(code: number): number {
  return code < 65 ? code - 47 : code - 54;
}

function foldedOf(key: number): string {
  let text = '';
  let rest = key;
  for (let at = 0; at < 7; at += 1) {
    text = LETTERS.charAt(rest % BASE) + text;
    rest = Math.floor(rest / BASE);
  }
  return text.replaceAll(' ', '');
}

function placeIn(list: Map<string, number>, text: string): number {
  const known = list.get(text);
  if (known !== undefined) return known;
  list.set(text, list.size);
  return list.size - 1;
}
