import { listLoadParts } from '@kith/api/store/load-store';
import type { PostcodeAt } from '../listing.ts';
import { foldedPostcode } from '../postcode-text.ts';
import { type FilesBySource, POSTCODE_SOURCES } from '../world/source-files.ts';
import type { PartContext } from './part.ts';
import type { SharedWorld } from './shared-world.ts';

/**
 * Tells postcodes that there are not from those that lie where nothing is loaded. With all England all of Great Britain
 * is held; otherwise the files of postcodes are asked, and where there are none nothing is sure.
 * @param given postcodes of rows, empty ones among them
 */
export async function noPostcodes(
  { db }: Pick<PartContext, 'db'>,
  world: SharedWorld,
  files: FilesBySource,
  given: readonly string[],
  postcodeAt: PostcodeAt,
): Promise<(postcode: string) => boolean> {
  const missing = new Set(given.filter(Boolean).map(foldedPostcode));
  for (const folded of missing) if (postcodeAt(folded) !== null) missing.delete(folded);
  if (missing.size > 0) {
    const loads = await listLoadParts(db);
    const isWhole = loads.some(
      ({ part, scope, fingerprint }) =>
        part === 'postcodes' && scope === 'england' && !fingerprint.includes('damaged'),
    );
    if (!isWhole) {
      if (!POSTCODE_SOURCES.every((source) => files.has(source))) return () => false;
      const table = await world.postcodes();
      if (!world.allPostcodes) return () => false;
      for (let at = 0; at < table.length; at += 1) missing.delete(table.folded(at));
    }
  }
  return (postcode) => missing.has(foldedPostcode(postcode));
}
