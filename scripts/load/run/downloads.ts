import { readFileSync } from 'node:fs';
import { sourceSchema } from '@kith/core/source/source';
import { z } from 'zod';
import { BadFileError } from '../files/found-file.ts';

/** One file that a publisher hands out at an address of its own. */
const downloadSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  /** In words, for messages: `TS002, legal partnership status`. */
  what: z.string().min(1),
  /** Its size, where it never changes; null where the publisher brings out new editions at the same address. */
  bytes: z.number().int().positive().nullable(),
  /** Its SHA-256, where it never changes. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type Download = z.infer<typeof downloadSchema>;

/** A source with the addresses of its files; none where its publisher has only a page. */
export interface SourceDownloads {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** The publisher's page. */
  readonly url: string | null;
  readonly downloads: readonly Download[];
}

/** The API and the starter read the same entries with `sourceSchema`, which leaves `downloads` out. */
const fileSchema = z.object({
  sources: z.array(sourceSchema.extend({ downloads: z.array(downloadSchema).default([]) })),
});

/** The sources of data/sources.json with their downloads. */
export function readDownloads(path: string): SourceDownloads[] {
  const read = fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new BadFileError(`${path} does not fit: ${z.prettifyError(read.error)}`);
  return read.data.sources.map(({ id, title, publisher, url, downloads }) => ({
    id,
    title,
    publisher,
    url,
    downloads,
  }));
}
