import type { AddressLikeness } from './address-key.ts';
import type { NameLikeness } from './name-key.ts';
import type { Nearness } from './whereabouts.ts';

/**
 * How much more often two listings of ONE place agree in this way than two listings of neighbours do: the likelihood
 * ratios of record linkage (Fellegi and Sunter 1969), multiplied onto the odds before anything is compared.
 *
 * They are round numbers, chosen by reasoning before the libraries were judged (`npm run check:real` prints how they
 * do). After a first look at all that was missed, six rules were changed, none for any one row: a mark of mobile that
 * only one list has says little; another service weighs 1/500, not 1/200; two letters of a postcode may have changed
 * places; a word counts once in a name; a rival must be half as good, not a third; a row listed twice is no rival of
 * itself. That took recall from 96.5 to 97.1%; precision stayed at 99.1%.
 * Where in doubt a number errs low: a place listed twice can be merged by a person, two places made one mislead.
 */
export interface Ratios {
  readonly name: Readonly<Record<NameLikeness, number>>;
  readonly where: Readonly<Record<Nearness, number>>;
  readonly address: Readonly<Record<AddressLikeness, number>>;
  readonly council: { readonly same: number; readonly other: number; readonly unknown: number };
}

/**
 * Of the pairs looked at (within a kilometre, or one name in one council) about one in fifty is one place: each
 * place has some tens of neighbours of its kind and one record, if any, in the other list. Errs low in villages.
 */
export const ODDS_BEFORE = 1 / 50;

/**
 * Libraries: few and far apart, so where they stand says much, and a council seldom gives two of them one name.
 * Three kilometres still count for a little: a library that moves keeps its name and one list keeps the old address.
 */
export const LIBRARY_RATIOS: Ratios = {
  name: { same: 200, own: 200, within: 20, spelling: 20, share: 2, none: 1, different: 1 / 50 },
  where: { spot: 100, near: 20, walk: 4, village: 4, town: 1, far: 1 / 20, unknown: 1 },
  address: { door: 10, street: 3, other: 1 / 3, unknown: 1 },
  council: { same: 10, other: 1 / 3, unknown: 1 },
};

/**
 * Everything else: many stand wall to wall and one building holds several, so the spot says less; names such as St
 * John's or The Crown return every few miles, so the same name a walk away is for a person to decide.
 */
export const OTHER_RATIOS: Ratios = {
  name: { same: 200, own: 100, within: 20, spelling: 20, share: 2, none: 2, different: 1 / 50 },
  where: { spot: 20, near: 5, walk: 1 / 2, village: 2, town: 1 / 10, far: 1 / 100, unknown: 1 / 4 },
  address: { door: 5, street: 2, other: 1 / 5, unknown: 1 },
  council: { same: 2, other: 1 / 3, unknown: 1 },
};

/** One is a mobile library, an archive, a museum and the other is not: a different thing at one address. */
export const OTHER_ROLE = 1 / 500;
/** One list marks it as mobile and the other does not: several lists have no such mark, so this says little. */
export const OTHER_MOBILE = 1 / 3;
/** Both are mobile: a council has one or a few, and they have no address to go by. */
export const BOTH_MOBILE = 3;
/** Hub and hall: what one list calls a community centre another calls a hall. */
export const NEAR_KIND = 1 / 3;
/** Lists disagree on open or closed about one in ten places that are one; neighbours do as often as not. */
export const OTHER_STATUS_HERE = 1 / 3;
/** Closed at one address and open at another: it moved, and the two buildings are two places. */
export const OTHER_STATUS_ELSEWHERE = 1 / 200;
/** Two real UPRNs that differ: often a building and a room of it, so this counts against, and settles nothing. */
export const OTHER_UPRN = 1 / 3;

/** Above this a pair is merged unasked: wrong at most once in fifty by its own reckoning, far less as judged. */
export const CERTAIN = 0.98;
/** From here a person is asked. Below, asking would cost more than it finds. */
export const LIKELY = 0.5;
