import { keepBegun, readBegun, takeBegun } from './place-shelf.ts';

/** A photo of a listed place on its way. The picture itself lies on the device's shelf of photos, by `key`. */
export interface PhotoDraft {
  /** Made once for it: sent twice it is one photo. */
  readonly key: string;
  readonly hasPhoto: boolean;
  readonly alt: string;
}

/** @param person null: a visitor */
export function readPhotoDraft(place: string, person: string | null): PhotoDraft | null {
  const { key, hasPhoto, alt } = readBegun('photo', place, person) as Partial<PhotoDraft>;
  return typeof key === 'string' ? { key, hasPhoto: hasPhoto === true, alt: String(alt ?? '') } : null;
}

/** Theirs, to go on with, or what a visitor left: see place-shelf.ts. */
export const takePhotoDraft = (place: string, person: string | null, now: Date): PhotoDraft | null =>
  takeBegun('photo', place, person, readPhotoDraft, now);

export function keepPhotoDraft(place: string, person: string | null, draft: PhotoDraft | null): void {
  keepBegun('photo', place, person, draft);
}

/** What is wrong with it, each with the control it leads to. */
export function photoProblems({ hasPhoto, alt }: PhotoDraft): { field: string; words: string }[] {
  const said = alt.trim().length;
  if (!hasPhoto) return [{ field: 'place-photo', words: 'Choose a photo first, or go back' }];
  if (said < 3) return [{ field: 'place-alt', words: 'Say what the photo shows' }];
  return said > 200 ? [{ field: 'place-alt', words: 'Keep what it shows under 200 letters' }] : [];
}
