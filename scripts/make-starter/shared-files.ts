import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** Where the shared data lies: `KITH_SHARED`, else `../shared` beside the repository. */
export function sharedFolder(): string {
  return resolve(process.env.KITH_SHARED ?? '../shared');
}

/** True when the shared data can be read. */
export function hasSharedData(folder: string): boolean {
  return existsSync(join(folder, 'data', 'MANIFEST.md')) && existsSync(join(folder, 'facts', 'places.csv'));
}

/**
 * Reads the shared files, each at most once from disk, and remembers which it read so that sources.json can
 * give their SHA-256.
 */
export class SharedFiles {
  readonly #folder: string;
  readonly #bytes = new Map<string, Buffer>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The file as it lies, gzip and all. */
  raw(path: string): Buffer {
    const known = this.#bytes.get(path);
    if (known) return known;
    const bytes = readFileSync(join(this.#folder, path));
    this.#bytes.set(path, bytes);
    return bytes;
  }

  text(path: string): string {
    const bytes = this.raw(path);
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  }

  /**
   * The named columns of a table, and no other: a column that is not asked for is never held in memory beyond
   * the parser. `header` names the columns of a file that has no header row. Throws when one is missing.
   */
  table<C extends string>(
    path: string,
    columns: readonly C[],
    options: { readonly header?: readonly string[]; readonly tabs?: boolean } = {},
  ): Readonly<Record<C, string>>[] {
    const pick = (header: readonly string[]) => {
      const missing = columns.filter((column) => !header.includes(column));
      if (missing.length > 0) throw new Error(`${path} has no column ${missing.join(', ')}`);
      return header.map((column) => ((columns as readonly string[]).includes(column) ? column : false));
    };
    return parse(this.text(path), {
      columns: options.header ? pick(options.header) : pick,
      delimiter: options.tabs ? '\t' : ',',
      quote: options.tabs ? false : '"',
      skip_empty_lines: true,
    }) as Readonly<Record<C, string>>[];
  }

  /** SHA-256 of one file as it lies, or of several one after the other in the order given. */
  sha256(paths: readonly string[]): string {
    const hash = createHash('sha256');
    for (const path of paths) hash.update(this.raw(path));
    return hash.digest('hex');
  }
}
