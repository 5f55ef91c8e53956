import { isJpeg, readJpeg } from './read-jpeg.ts';
import { isPng, readPng } from './read-png.ts';
import { isWebp, readWebp } from './read-webp.ts';

/** What a picture is by its bytes, whatever it was called. */
export interface ReadPhoto {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
  /** Whether it says where it was taken. */
  readonly located: boolean;
}

/** A picture that cannot be taken: the message says why and what to do. */
export class PhotoProblem extends Error {}

export const MOST_PHOTO_BYTES = 400 * 1000;
/** The longer side, in pixels. */
export const MOST_PHOTO_SIDE = 1_600;

/**
 * Reads what a photo is from its own bytes, all the way to its end: nothing may hang on behind it.
 * @throws PhotoProblem where it is no photo that is taken, is too large, or says where it was taken
 */
export function readPhoto(data: Buffer): ReadPhoto {
  if (data.length > MOST_PHOTO_BYTES) {
    throw new PhotoProblem('The photo is too large. Keep it to 400 kB: a smaller copy will do.');
  }
  const photo = read(data);
  if (photo === null) {
    throw new PhotoProblem('This is not a photo that can be shown. Send a whole JPEG, PNG or WebP file.');
  }
  const { width, height, located } = photo;
  if (width < 1 || height < 1 || width > MOST_PHOTO_SIDE || height > MOST_PHOTO_SIDE) {
    throw new PhotoProblem(`The photo is ${width} by ${height}. Keep both sides to 1,600 pixels or fewer.`);
  }
  if (located) {
    throw new PhotoProblem(
      'The photo says where it was taken, which may be somebody’s home. Take its location out and send it again.',
    );
  }
  return photo;
}

function read(data: Buffer): ReadPhoto | null {
  try {
    if (isJpeg(data)) return readJpeg(data);
    if (isPng(data)) return readPng(data);
    return isWebp(data) ? readWebp(data) : null;
  } catch (error) {
    // Buffer's own complaint about reading past the end: the file stops short.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
