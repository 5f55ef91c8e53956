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
    // A file that two parts are made of counts once, as the later part used it.
    const known = (bySource.get(file.source) ?? []).filter((each) => each.file !== file.file);
    bySource.set(file.source, [...known, file]);
  }
  return [...bySource].map(([source, files]) => {
    const sum = (of: (file: FileTally) => number) => files.reduce((total, file) => total + of(file), 0);
    return {
      source,
      title: sources.get(source)?.title ?? source,
      files: [...new Set(files.map(({ file }) => file.label))],
      rowsRead: sum(({ read, log }) => read + log.count),
      rowsKept: sum(({ kept }) => kept),
      rowsElsewhere: sum(({ elsewhere }) => elsewhere),
      leftOut: leftOutOf(files),
      rowsMerged: sum(({ merged }) => merged),
      rowsRejected: sum(({ log }) => log.count),
      reasons: commonest(
        files.flatMap(({ file, log }) =>
          log.reasons(100).map((reason) => {
            if (reason.first === undefined || files.length === 1) return reason;
            return { ...reason, first: { ...reason.first, file: file.label } };
          }),
        ),
      ),
    };
  });
}

/** The commonest first. */
function leftOutOf(files: readonly FileTally[]): Record<string, number> {
  const reasons = files.flatMap(({ leftOut }) => [...leftOut].map(([problem, rows]) => ({ problem, rows })));
  return Object.fromEntries(commonest(reasons, reasons.length).map(({ problem, rows }) => [problem, rows]));
}

/** The licences that what is in the database stands under, each with its words and its sources. */
export function licencesOf(sources: readonly Source[]): LicenceSummary[] {
  const byLicence = new Map<string, Source[]>();
  for (const source of sources) {
    byLicence.set(source.licence, [...(byLicence.get(source.licence) ?? []), source]);
  }
  return [...byLicence].map(([licence, under]) => ({
    licence,
    licenceUrl: under[0]?.licenceUrl ?? '',
    attribution: sentencesOf(under.map(({ attribution }) => attribution)),
    sources: under.map(({ id }) => id),
  }));
}

/** Every sentence of them once, in their order: the sources of one licence mostly say the same. */
function sentencesOf(attributions: readonly string[]): string {
  const sentences = attributions.flatMap((words) => words.split(/(?<=\.) (?=[A-Z©])/));
  return [...new Set(sentences)].join(' ');
}
