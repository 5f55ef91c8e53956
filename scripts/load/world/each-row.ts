import type { FoundFile, SourceFile } from '../files/found-file.ts';
import type { PartTally } from '../run/tally.ts';

/**
 * Hands every row of a source to `keep`, file by file, and counts those that it does not keep as rows of elsewhere.
 * A file that cannot be used is noted in the tally, and the rest goes on.
 */
export async function eachRow<Row>(
  tally: PartTally,
  source: SourceFile<Row>,
  files: readonly FoundFile[],
  keep: (row: Row) => boolean,
): Promise<void> {
  for (const file of files) {
    let elsewhere = 0;
    for await (const batch of tally.rows(source, [file])) {
      for (const row of batch) if (!keep(row)) elsewhere += 1;
    }
    tally.of(source.source, file).elsewhere += elsewhere;
  }
}
