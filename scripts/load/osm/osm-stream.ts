import { Readable } from 'node:stream';
import { inflateSync } from 'node:zlib';
import { OSMTransform, parse } from 'osm-pbf-parser-node';
import { BadFileError, type FoundFile } from '../files/found-file.ts';
import { TAG_KEYS, type Tags } from './osm-tags.ts';

interface Thing {
  readonly id: number;
  readonly tags?: Tags;
  /** Milliseconds. Who edited it is in there too, and is not read. */
  readonly info?: { readonly timestamp?: number };
}
export interface OsmNode extends Thing {
  readonly type: 'node';
  readonly lat: number;
  readonly lon: number;
}
export interface OsmWay extends Thing {
  readonly type: 'way';
  readonly refs: readonly number[];
}
export interface OsmRelation extends Thing {
  readonly type: 'relation';
  readonly members: readonly { readonly type: string; readonly ref: number; readonly role: string }[];
}
export type OsmThing = OsmNode | OsmWay | OsmRelation;

/** The format allows 32 MiB in a block; anything that swells beyond is no map. */
const MOST_BLOCK = 32 * 1024 * 1024;
const KEYS = [...TAG_KEYS];

/** The parser throws where a stream should fail: a damaged file must not end the process. */
class CarefulTransform extends OSMTransform {
  override _transform(chunk: Buffer, encoding: BufferEncoding, next: (error?: Error | null) => void): void {
    try {
      super._transform(chunk, encoding, next);
      const needed = Reflect.get(this, 'needed');
      if (typeof needed === 'number' && needed > MOST_BLOCK) this.destroy(new Error('a block is too large'));
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }
  override _flush(done: (error?: Error | null) => void): void {
    try {
      super._flush(done);
    } catch {
      done(new Error('it stops in the middle'));
    }
  }
}

/**
 * The blocks of a map in their order, each with what is in it. `wanted` says by number which blocks are worth
 * unpacking: a later pass knows which hold no ways.
 * @throws BadFileError when it is cut short, damaged, or packed in a way that is not read
 */
export async function* osmBlocks(
  file: FoundFile,
  wanted: (block: number) => boolean,
): AsyncGenerator<{ readonly block: number; readonly things: readonly OsmThing[] }> {
  const transform = new CarefulTransform({
    withTags: { node: KEYS, way: KEYS, relation: KEYS },
    withInfo: true,
    writeRaw: true,
  });
  const source = Readable.from(file.open());
  source.once('error', (error) => transform.destroy(error));
  source.pipe(transform);
  let block = 0;
  try {
    for await (const chunk of transform) {
      // The header comes as a list of one; the rest as packed bytes.
      if (!(chunk instanceof Uint8Array)) continue;
      const number = block;
      block += 1;
      if (!wanted(number)) continue;
      const bytes = inflateSync(chunk, { maxOutputLength: MOST_BLOCK });
      yield { block: number, things: parse(bytes, transform) as OsmThing[] };
    }
  } catch (error) {
    if (error instanceof BadFileError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new BadFileError(
      `${file.label} cannot be read as an OpenStreetMap file (${why}). Download it again, as .osm.pbf packed with zlib.`,
    );
  } finally {
    source.destroy();
    transform.destroy();
  }
  if (block === 0) throw new BadFileError(`${file.label} holds no map. Download it again.`);
}
