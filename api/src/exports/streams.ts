import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportFile } from './export-files.ts';

/** Pieces as a stream, taken only as fast as it is read: a file of any length takes little memory. */
export function streamOf(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

export function gunzipped(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return stream.pipeThrough(new DecompressionStream('gzip')) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Files in one zip, each begun when the one before has been read to its end. */
export function zipOf(files: readonly ExportFile[], at: Date): Readable {
  const zip = new ZipFile();
  for (const file of files) {
    zip.addReadStreamLazy(file.name, { mtime: at, mode: 0o100644 }, (give) =>
      give(null, Readable.from(file.text(), { objectMode: false })),
    );
  }
  zip.end();
  return zip.outputStream as Readable;
}
