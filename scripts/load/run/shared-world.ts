import type { Database } from '@kith/api/store/open';
import { listPatches } from '@kith/api/store/patch-store';
import { type District, type Geography, readDistricts, readGeography } from '../world/geography.ts';
import { type PlacedPostcodes, placePostcodes, readPostcodes } from '../world/place-postcodes.ts';
import { type FilesBySource, POSTCODE_SOURCES } from '../world/source-files.ts';
import { PartTally } from './tally.ts';

/**
 * What several parts of one run need and is read once: boundaries and postcodes. Each is counted with the parts that
 * are made of it, whichever of them asked first: what is written of a run must not hang on which parts it did.
 */
export class SharedWorld {
  readonly #files: FilesBySource;
  readonly #boundaryTally = new PartTally();
  readonly #postcodeTally = new PartTally();
  #geography: Promise<Geography> | null = null;
  #postcodes: Promise<PlacedPostcodes> | null = null;
  #districts: Promise<readonly District[]> | null = null;

  constructor(files: FilesBySource) {
    this.#files = files;
  }

  geography(): Promise<Geography> {
    this.#geography ??= readGeography(this.#files, this.#boundaryTally);
    return this.#geography;
  }

  /** Counts the boundaries and look-ups with a part. */
  countBoundaries(tally: PartTally): void {
    tally.include(this.#boundaryTally);
  }

  postcodes(): Promise<PlacedPostcodes> {
    this.#postcodes ??= this.#readPostcodes();
    return this.#postcodes;
  }

  /** Counts the files of postcodes with a part. */
  countPostcodes(tally: PartTally): void {
    tally.include(this.#postcodeTally);
  }

  /** Whether every file of postcodes was read to its end: a damaged one does not say what there is not. */
  get allPostcodes(): boolean {
    return this.#postcodeTally.isWhole(POSTCODE_SOURCES[0].source);
  }

  /** Every district of England by code, from the look-ups alone. They are counted with the boundaries. */
  districts(): Promise<readonly District[]> {
    this.#districts ??= readDistricts(this.#files, new PartTally());
    return this.#districts;
  }

  async #readPostcodes(): Promise<PlacedPostcodes> {
    return placePostcodes(await readPostcodes(this.#files, this.#postcodeTally), await this.geography());
  }
}

/** Codes of the districts that the database holds areas of, whoever brought them. */
export async function districtsHeld(db: Database): Promise<Set<string>> {
  const patches = await listPatches(db);
  return new Set(patches.flatMap(({ districts }) => districts.map(({ code }) => code)));
}
