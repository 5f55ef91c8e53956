import { createHash } from 'node:crypto';
import { compressed, type Encoding, isWorthCompressing } from './compressed.ts';

/** A body whose smallest form was made beforehand, in another process. */
export interface MadeBody {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly tag: string;
  readonly brotli: Uint8Array<ArrayBuffer>;
}

/** Makes a body ready where it takes long: its tag and its smallest form. */
export async function makeBody(text: string): Promise<MadeBody> {
  const plain = new TextEncoder().encode(text);
  return { plain, tag: tagOf(plain), brotli: await compressed(plain, 'br', false) };
}

function tagOf(plain: Uint8Array): string {
  return createHash('sha256').update(plain).digest('base64url').slice(0, 22);
}

/** A body ready to send, with its strong tag and its headers. Compressed forms are made when first asked for. */
export class Body {
  readonly tag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly #plain: Uint8Array<ArrayBuffer>;
  readonly #forms = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #once: boolean;

  /** @param once the body will not be kept: compress it quickly */
  constructor(
    made: Uint8Array<ArrayBuffer> | MadeBody,
    headers: Readonly<Record<string, string>>,
    once: boolean,
  ) {
    this.headers = headers;
    this.#once = once;
    if (made instanceof Uint8Array) {
      this.#plain = made;
      this.tag = tagOf(made);
    } else {
      this.#plain = made.plain;
      this.tag = made.tag;
      this.#forms.set('br', Promise.resolve(made.brotli));
    }
  }

  /** Answers with the body, or 304 when the caller has it. Each encoding is a representation with a tag of its own. */
  async respond(ifNoneMatch: string | undefined, accepted: Encoding | undefined): Promise<Response> {
    const encoding = isWorthCompressing(this.#plain) ? accepted : undefined;
    const headers = new Headers(this.headers);
    headers.set('ETag', `"${this.tag}${encoding === undefined ? '' : `-${encoding}`}"`);
    headers.append('Vary', 'Accept-Encoding');
    if (matches(ifNoneMatch, this.tag)) {
      headers.delete('Content-Type');
      return new Response(null, { status: 304, headers });
    }
    const bytes = encoding === undefined ? this.#plain : await this.#form(encoding);
    if (encoding !== undefined) headers.set('Content-Encoding', encoding);
    headers.set('Content-Length', String(bytes.byteLength));
    return new Response(bytes, { status: 200, headers });
  }

  /** Bytes held in memory at most: the plain body and its two compressed forms. */
  get weight(): number {
    return this.#plain.byteLength * 2;
  }

  #form(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    let form = this.#forms.get(encoding);
    if (form === undefined) {
      form = compressed(this.#plain, encoding, this.#once);
      this.#forms.set(encoding, form);
    }
    return form;
  }
}

/** Whether If-None-Match names this content in any encoding. */
export function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((each) => {
    const given = each.trim().replace(/^W\//, '').replaceAll('"', '');
    return given === tag || given === `${tag}-br` || given === `${tag}-gzip`;
  });
}

/** Bodies by key, the least lately used let go first once they weigh too much together. */
export class BodyCache {
  readonly #bodies = new Map<string, Body>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get(key: string): Body | undefined {
    const body = this.#bodies.get(key);
    if (body !== undefined) {
      this.#bodies.delete(key);
      this.#bodies.set(key, body);
    }
    return body;
  }

  set(key: string, body: Body): void {
    this.#bytes += body.weight - (this.#bodies.get(key)?.weight ?? 0);
    this.#bodies.delete(key);
    this.#bodies.set(key, body);
    for (const [oldest, held] of this.#bodies) {
      if (this.#bytes <= this.#mostBytes || oldest === key) break;
      this.#bodies.delete(oldest);
      this.#bytes -= held.weight;
    }
  }
}
