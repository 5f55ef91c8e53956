import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportFile } from './export-files.ts';

/** Text as a stream of bytes, made only as fast as it is read: a file of any length takes little memory. */
export function byteStream(text: AsyncIterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = text[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}

export function gzipped(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return stream.pipeThrough(new CompressionStream('gzip')) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Files in one zip, each begun when the one before has been read to its end. */
export function zipStream(files: readonly ExportFile[], at: Date): ReadableStream<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const file of files) {
    zip.addReadStreamLazy(file.name, { mtime: at, mode: 0o100644 }, (give) =>
      give(null, Readable.from(file.text(), { objectMode: false })),
    );
  }
  zip.end();
  return Readable.toWeb(zip.outputStream as Readable) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
