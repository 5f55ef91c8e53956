import type { Kind } from '@kith/core/place/kinds';
import { steadyChance } from '../house/steady-chance.ts';
import { placeId } from '../load/place-claims.ts';

/** A made-up country the size of England, the same on every run: towns, places round them, postcodes. */
export interface Town {
  readonly name: string;
  readonly easting: number;
  readonly northing: number;
  readonly district: string;
  readonly patch: string;
}

export const TOWNS = 45_000;
export const PLACES = 300_000;
export const POSTCODES = 1_680_000;

const SYLLABLES =
  'al an as bar bec bur cam chi dal den ed el fen gal ham har hor kel lan lin mal mar nor oak pem ran sel stan tam tor ul wal wes win wor yar'.split(
    ' ',
  );
const ENDINGS = 'ton ham ley ford by wick stead mouth bury worth field thorpe combe den well'.split(' ');
const STREETS = 'High Church Mill Station Park Victoria Green Manor School Chapel London Albert'.split(' ');
/** As all England has them: most are benches. */
const KINDS: readonly (readonly [Kind, string, number])[] = [
  ['bench', 'bench', 60],
  ['hall', 'Village Hall', 10],
  ['group', 'Knit and Natter', 8],
  ['cafe', 'Community Café', 6],
  ['park', 'Recreation Ground', 6],
  ['faith', 'Methodist Church', 5],
  ['library', 'Library', 5],
];

export function madeUpTowns(): Town[] {
  const chance = steadyChance(1);
  const pick = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? '';
  return Array.from({ length: TOWNS }, () => {
    const word = `${pick(SYLLABLES)}${chance() < 0.6 ? pick(SYLLABLES) : ''}${pick(ENDINGS)}`;
    const [easting, northing] = [140_000 + chance() * 500_000, 20_000 + chance() * 620_000].map(Math.round);
    const square = (metres: number) =>
      `${Math.floor((easting ?? 0) / metres)}-${Math.floor((northing ?? 0) / metres)}`;
    return {
      name: `${chance() < 0.15 ? `${pick(['Great', 'Little', 'Upper', 'North'])} ` : ''}${word.charAt(0).toUpperCase()}${word.slice(1)}`,
      easting: easting ?? 0,
      northing: northing ?? 0,
      district: `District ${square(33_000)}`,
      patch: `patch-${square(50_000)}`,
    };
  });
}

export function* madeUpPlaces(towns: readonly Town[]) {
  const chance = steadyChance(2);
  const kinds = KINDS.flatMap((kind) => Array.from({ length: kind[2] }, () => kind));
  for (let nth = 0; nth < PLACES; nth++) {
    // Squared, so that some towns are large and most are small.
    const town = towns[Math.floor(chance() ** 2 * towns.length)];
    if (town === undefined) continue;
    const [kind, words] = kinds[Math.floor(chance() * kinds.length)] ?? (['other', 'Place'] as const);
    const street = STREETS[Math.floor(chance() * STREETS.length)] ?? '';
    yield {
      id: placeId('bench', String(nth)),
      name: kind === 'bench' ? `Bench near ${town.name}` : `${town.name} ${words}`,
      kind,
      address: `${Math.floor(chance() * 200)} ${street} Road, ${town.name}`,
      district: town.district,
      patch: town.patch,
      easting: town.easting + Math.round((chance() + chance() - 1) * 3_000),
      northing: town.northing + Math.round((chance() + chance() - 1) * 3_000),
    };
  }
}

/** Postcodes in their order, as the official files have them: areas, then districts, sectors and units. */
export function* madeUpPostcodes(count: number) {
  const chance = steadyChance(3);
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  let made = 0;
  for (const first of letters) {
    for (const second of 'ABDEFGH') {
      for (let sector = 0; sector < 1_000 && made < count; sector++) {
        const easting = 140_000 + Math.round(chance() * 500_000);
        const northing = 20_000 + Math.round(chance() * 620_000);
        for (let unit = 0; unit < 12; unit++, made++) {
          const end = `${letters[unit % 20]}${letters[(unit * 7) % 20]}`;
          const folded = `${first}${second}${Math.floor(sector / 10)}${sector % 10}${end}`;
          yield { folded, easting: easting + 40 * unit, northing: northing + 30 * unit, area: null };
        }
      }
    }
  }
}
