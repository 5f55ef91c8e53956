import type { Source } from '@kith/core/source/source';
import { commonest } from '../files/rejection-log.ts';
import type { LicenceSummary, SourceSummary } from './summary.ts';
import type { FileTally, PartTally } from './tally.ts';

/** What came of each source over all parts, in the order in which they were read. */
export function sourcesOf(
  tallies: readonly PartTally[],
  sources: ReadonlyMap<string, Source>,
): SourceSummary[] {
  const bySource = new Map<string, FileTally[]>();
  for (const file of tallies.flatMap(({ files }) => files)) {
    const known = bySource.get(file.source);
    if (known === undefined) bySource.set(file.source, [file]);
    else known.push(file);
  }
  return [...bySource].map(([source, files]) => {
    const sum = (of: (file: FileTally) => number) => files.reduce((total, file) => total + of(file), 0);
    return {
      source,
      title: sources.get(source)?.title ?? source,
      files: [...new Set(files.map(({ file }) => file.label))],
      rowsRead: sum(({ read, log }) => read + log.count),
      rowsKept: sum(({ read, elsewhere }) => read - elsewhere),
      rowsElsewhere: sum(({ elsewhere }) => elsewhere),
      rowsMerged: sum(({ merged }) => merged),
      rowsRejected: sum(({ log }) => log.count),
      reasons: commonest(files.flatMap(({ log }) => log.reasons(100))),
    };
  });
}

/** The licences that what is in the database stands under, each with its words and its sources. */
export function licencesOf(sources: readonly Source[]): LicenceSummary[] {
  const byWords = new Map<string, { source: Source; ids: string[] }>();
  for (const source of sources) {
    const key = `${source.licence}\n${source.attribution}`;
    const known = byWords.get(key);
    if (known === undefined) byWords.set(key, { source, ids: [source.id] });
    else known.ids.push(source.id);
  }
  return [...byWords.values()].map(({ source, ids }) => ({
    licence: source.licence,
    licenceUrl: source.licenceUrl,
    attribution: source.attribution,
    sources: ids,
  }));
}
