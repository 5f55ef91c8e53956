import type { Source } from '@kith/core/source/source';
import type { FoundFile, SourceFile } from '../files/found-file.ts';

/** What a source is called whose files do not say of when they are. */
export const EDITION_UNKNOWN = 'edition not stated';

/**
 * Sources as they are in this run. data/sources.json describes one edition; where a publisher brings out new ones that
 * look the same, a file counts as that edition only if it is that very file, or its name says so. A newer file must
 * not be shown under an older date.
 */
export async function asLoaded(
  sources: readonly Source[],
  files: ReadonlyMap<SourceFile<unknown>, readonly FoundFile[]>,
): Promise<Source[]> {
  const unknown = new Set<string>();
  for (const [source, found] of files) {
    const described = sources.find(({ id }) => id === source.source);
    if (source.rolling !== true || described === undefined) continue;
    for (const file of found) {
      const same = (await file.sha256()) === described.sha256 || file.label.includes(described.vintage);
      if (!same) unknown.add(described.id);
    }
  }
  return sources.map((source) =>
    unknown.has(source.id)
      ? {
          ...source,
          vintage: EDITION_UNKNOWN,
          sha256: null,
          caution: `The file loaded is another edition than the one Kith was made with, and does not say of when it is. ${source.caution}`,
        }
      : source,
  );
}
