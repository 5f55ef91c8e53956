import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Smaller bodies gain nothing from compression. */
const WORTH_COMPRESSING = 1_000;

/**
 * The best encoding the caller takes, by its Accept-Encoding; undefined for none. Weights are heeded only where
 * they refuse (`q=0`): what is smallest is best for everyone.
 */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  return ENCODINGS.find(acceptedBy(header));
}

/** Whether the caller takes gzip, by its Accept-Encoding: for what is stored so. */
export function takesGzip(header: string | undefined): boolean {
  return acceptedBy(header)('gzip');
}

function acceptedBy(header: string | undefined): (encoding: Encoding) => boolean {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
    const q = parameters.find((each) => each.startsWith('q='));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)));
  }
  return (encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0;
}

export function isWorthCompressing(body: Uint8Array): boolean {
  return body.byteLength >= WORTH_COMPRESSING;
}

/** @param once for an answer made for one caller: quick rather than small */
export function compressed(body: Uint8Array, encoding: Encoding, once: boolean): Uint8Array<ArrayBuffer> {
  const made =
    encoding === 'gzip'
      ? gzipSync(body, { level: once ? 4 : 9 })
      : brotliCompressSync(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: once ? 3 : 9,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
          },
        });
  return new Uint8Array(made);
}
