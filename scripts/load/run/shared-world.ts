import type { Database } from '@kith/api/store/open';
import { listPatches } from '@kith/api/store/patch-store';
import { type Geography, readGeography } from '../world/geography.ts';
import { type PlacedPostcodes, placePostcodes, readPostcodes } from '../world/place-postcodes.ts';
import type { FilesBySource } from '../world/source-files.ts';
import type { PartTally } from './tally.ts';

/** What several parts of one run need and is read once: boundaries and postcodes. The part that asks first counts it. */
export class SharedWorld {
  readonly #files: FilesBySource;
  #geography: Promise<Geography> | null = null;
  #postcodes: Promise<PlacedPostcodes> | null = null;

  constructor(files: FilesBySource) {
    this.#files = files;
  }

  geography(tally: PartTally): Promise<Geography> {
    this.#geography ??= readGeography(this.#files, tally);
    return this.#geography;
  }

  postcodes(tally: PartTally): Promise<PlacedPostcodes> {
    this.#postcodes ??= this.#readPostcodes(tally);
    return this.#postcodes;
  }

  /** 1.7 million postcodes are let go when nobody after needs them. */
  forgetPostcodes(): void {
    this.#postcodes = null;
  }

  async #readPostcodes(tally: PartTally): Promise<PlacedPostcodes> {
    return placePostcodes(await readPostcodes(this.#files, tally), await this.geography(tally));
  }
}

/** Codes of the districts that the database holds areas of, whoever brought them. */
export async function districtsHeld(db: Database): Promise<Set<string>> {
  const patches = await listPatches(db);
  return new Set(patches.flatMap(({ districts }) => districts.map(({ code }) => code)));
}
