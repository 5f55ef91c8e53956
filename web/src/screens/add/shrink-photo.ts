/** The longer side of a photo as it is sent, in pixels: enough for a page, and nobody's number plate from afar. */
export const MOST_PIXELS = 1_280;
/** The server takes 400 kB. */
const MOST_BYTES = 390_000;
const QUALITIES = [0.82, 0.7, 0.55, 0.4];

/** Width and height drawn to fit, in whole pixels; never made larger. */
export function fitted(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height, 1));
  const whole = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: whole(width), height: whole(height) };
}

/**
 * A photo drawn anew on this device as a JPEG: smaller, turned the right way up, and with nothing of what a camera
 * writes into its file (where and when it was taken, with what).
 * @throws Error in plain English where it cannot be read
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture)
    throw new Error('This device cannot read that picture. Choose a JPEG or PNG, or take a new photo.');
  const canvas = document.createElement('canvas');
  const size = fitted(picture.width, picture.height);
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This device cannot make the picture smaller. Try it on another one.');
  // What is see-through would turn black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size.width, size.height);
  pen.drawImage(picture, 0, 0, size.width, size.height);
  picture.close();
  for (const quality of QUALITIES) {
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (made && made.size <= MOST_BYTES) return made;
  }
  throw new Error('This picture is too large. Choose another.');
}
