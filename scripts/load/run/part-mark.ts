import { readFile, rm, writeFile } from 'node:fs/promises';

/** What is remembered of an unfinished file, so that it goes on only where the file is still the same. */
interface Mark {
  readonly url: string;
  /** A strong ETag, or else the date it was last changed; goes into If-Range. */
  readonly validator: string;
}

/** Writes down what an answer says of its file; nothing where it says nothing that can be relied on. */
export async function remember(path: string, url: string, response: Response): Promise<void> {
  const etag = response.headers.get('etag');
  const validator = etag !== null && !etag.startsWith('W/') ? etag : response.headers.get('last-modified');
  if (validator === null) await rm(path, { force: true });
  else await writeFile(path, JSON.stringify({ url, validator } satisfies Mark));
}

/** What was written down, or null. */
export async function readMark(path: string): Promise<Mark | null> {
  try {
    const mark: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof mark !== 'object' || mark === null || !('url' in mark) || !('validator' in mark)) return null;
    return { url: String(mark.url), validator: String(mark.validator) };
  } catch {
    return null;
  }
}
