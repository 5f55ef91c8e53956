import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';

interface Tagged {
  readonly id: number;
  readonly tags?: Readonly<Record<string, string>>;
  /** ISO day of the last edit. */
  readonly edited?: string;
}
export interface SampleMap {
  readonly nodes?: readonly (Tagged & { readonly at: readonly [lon: number, lat: number] })[];
  readonly ways?: readonly (Tagged & { readonly refs: readonly number[] })[];
  readonly relations?: readonly (Tagged & {
    readonly members: readonly {
      readonly type: 'node' | 'way';
      readonly ref: number;
      readonly role?: string;
    }[];
  })[];
}

/** What a block holds at most, as in real files. */
const THINGS_IN_BLOCK = 8000;

/** A map in OpenStreetMap's packed format as tests need it: blocks of nodes, then of ways, then of relations. */
export function osmSample({ nodes = [], ways = [], relations = [] }: SampleMap): Buffer {
  const header = new PbfWriter();
  for (const feature of ['OsmSchema-V0.6', 'DenseNodes']) header.writeStringField(4, feature);
  return Buffer.concat([
    block('OSMHeader', header.finish()),
    thingBlocks(1, nodes, (node, pbf) => {
      pbf.writeSVarintField(8, Math.round(node.at[1] * 1e7));
      pbf.writeSVarintField(9, Math.round(node.at[0] * 1e7));
    }),
    thingBlocks(3, ways, (way, pbf) => pbf.writePackedSVarint(8, steps(way.refs))),
    thingBlocks(4, relations, ({ members }, pbf, wordAt) => {
      pbf.writePackedVarint(
        8,
        members.map(({ role }) => wordAt(role ?? '')),
      );
      pbf.writePackedSVarint(9, steps(members.map(({ ref }) => ref)));
      pbf.writePackedVarint(
        10,
        members.map(({ type }) => (type === 'node' ? 0 : 1)),
      );
    }),
  ]);
}

function thingBlocks<T extends Tagged>(
  field: number,
  things: readonly T[],
  body: (thing: T, pbf: PbfWriter, wordAt: (word: string) => number) => void,
): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at === 0 || at < things.length; at += THINGS_IN_BLOCK) {
    blocks.push(thingsBlock(field, things.slice(at, at + THINGS_IN_BLOCK), body));
  }
  return Buffer.concat(blocks);
}

function thingsBlock<T extends Tagged>(
  field: number,
  things: readonly T[],
  body: (thing: T, pbf: PbfWriter, wordAt: (word: string) => number) => void,
): Buffer {
  const words = [''];
  const wordAt = (word: string) => {
    if (!words.includes(word)) words.push(word);
    return words.indexOf(word);
  };
  const group = new PbfWriter();
  for (const thing of things) {
    const one = new PbfWriter();
    // Ids of nodes are written with a sign, others without.
    if (field === 1) one.writeSVarintField(1, thing.id);
    else one.writeVarintField(1, thing.id);
    one.writePackedVarint(2, Object.keys(thing.tags ?? {}).map(wordAt));
    one.writePackedVarint(3, Object.values(thing.tags ?? {}).map(wordAt));
    if (thing.edited !== undefined) {
      const info = new PbfWriter();
      info.writeVarintField(1, 1);
      info.writeVarintField(2, Date.parse(thing.edited) / 1000);
      info.writeVarintField(5, wordAt('A Mapper'));
      one.writeBytesField(4, info.finish());
    }
    body(thing, one, wordAt);
    group.writeBytesField(field, one.finish());
  }
  const table = new PbfWriter();
  for (const word of words) table.writeBytesField(1, Buffer.from(word));
  const whole = new PbfWriter();
  whole.writeBytesField(1, table.finish());
  whole.writeBytesField(2, group.finish());
  return block('OSMData', whole.finish());
}

function block(type: string, bytes: Uint8Array): Buffer {
  const blob = new PbfWriter();
  blob.writeVarintField(2, bytes.length);
  blob.writeBytesField(3, deflateSync(bytes));
  const packed = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, packed.length);
  const top = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(top.length);
  return Buffer.concat([length, top, packed]);
}

/** Each number as its distance from the one before. */
function steps(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}
