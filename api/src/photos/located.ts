/** Tags of TIFF, which Exif is written in: the pointer to the block that says where a photo was taken. */
const GPS_BLOCK = 0x8825;

/** Whether Exif data (a TIFF file of its own) has a block that says where the photo was taken. */
export function exifIsLocated(tiff: Buffer): boolean {
  if (tiff.length < 8) return false;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const seen = new Set<number>();
  for (let block = u32(4); block !== 0 && block + 2 <= tiff.length && !seen.has(block); ) {
    seen.add(block);
    const entries = u16(block);
    for (let entry = 0; entry < entries; entry++) {
      const at = block + 2 + entry * 12;
      if (at + 12 > tiff.length) return false;
      if (u16(at) === GPS_BLOCK) return true;
    }
    const next = block + 2 + entries * 12;
    if (next + 4 > tiff.length) return false;
    block = u32(next);
  }
  return false;
}

/** Whether XMP data, which is XML, says where the photo was taken. */
export function xmpIsLocated(xml: Buffer): boolean {
  return /GPS(Latitude|Longitude|Position|DestLat)/i.test(xml.toString('latin1'));
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');

/** Exif as it stands in files, with or without its heading. */
export function headedExifIsLocated(data: Buffer): boolean {
  return exifIsLocated(data.subarray(0, 6).equals(EXIF) ? data.subarray(6) : data);
}
