import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Smaller bodies gain nothing from compression. */
const WORTH_COMPRESSING = 1_000;
/** Above this the smallest form takes a second and more to make, and is a few hundredths smaller than the next. */
const LARGE = 500_000;

const inBackground = { gzip: promisify(gzip), brotli: promisify(brotliCompress) };

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

/**
 * Compresses beside the thread that answers requests, so that nobody waits for someone else's body.
 * @param once for an answer made for one caller: quick rather than small
 */
export async function compressed(
  body: Uint8Array,
  encoding: Encoding,
  once: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const isLarge = body.byteLength > LARGE;
  const made =
    encoding === 'gzip'
      ? await inBackground.gzip(body, { level: once ? 4 : isLarge ? 6 : 9 })
      : await inBackground.brotli(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: once ? 3 : isLarge ? 5 : 9,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
          },
        });
  return new Uint8Array(made);
}
