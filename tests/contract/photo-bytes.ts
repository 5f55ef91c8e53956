/** Photos made of as few bytes as show what they are: pictures of nothing. */

interface Made {
  readonly width: number;
  readonly height: number;
  /** TIFF, as Exif is written in. */
  readonly exif?: Buffer;
  readonly xmp?: string;
}

/** One transparent dot. */
export const TINY_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A block with one tag: the camera's way up, or where the photo was taken. */
export function tiff(order: 'II' | 'MM', located: boolean): Buffer {
  const data = Buffer.alloc(26);
  const little = order === 'II';
  const u16 = (value: number, at: number) =>
    little ? data.writeUInt16LE(value, at) : data.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? data.writeUInt32LE(value, at) : data.writeUInt32BE(value, at);
  data.write(order, 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(1, 8);
  u16(located ? 0x8825 : 0x0112, 10);
  u16(4, 12);
  u32(1, 14);
  u32(1, 18);
  return data;
}

export function jpeg({ width, height, exif, xmp }: Made): Buffer {
  const segment = (marker: number, body: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(exif === undefined ? [] : [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]))]),
    ...(xmp === undefined ? [] : [segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`))]),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    // The picture's own data: a stuffed zero and a restart mark, which end nothing.
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function png({ width, height, exif }: Made): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length, 0);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, body, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    TINY_PNG.subarray(0, 8),
    chunk('IHDR', size),
    ...(exif === undefined ? [] : [chunk('eXIf', exif)]),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function webp({ width, height, exif }: Made): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const picture = Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 0, 0, 0, 0]);
  picture.writeUInt16LE(width, 6);
  picture.writeUInt16LE(height, 8);
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    chunk('VP8 ', picture),
    ...(exif === undefined ? [] : [chunk('EXIF', exif)]),
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
