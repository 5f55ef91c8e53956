import { readFileSync } from 'node:fs';
import { type Source, sourceSchema } from '@kith/core/source/source';
import { z } from 'zod';
import { BadFileError } from './read-csv.ts';

const file = z.object({ sources: z.array(sourceSchema) });

/** data/sources.json, in its order: of two claims alike in date and basis, the earlier source's wins. */
export function readSources(path: string): Source[] {
  const read = file.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (read.success) return read.data.sources;
  throw new BadFileError(`${path} does not fit: ${z.prettifyError(read.error)}`);
}
