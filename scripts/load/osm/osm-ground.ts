import type { FoundFile } from '../files/found-file.ts';

/** Sides of about a kilometre: in a mapped country hardly any square of it is without a single node. */
const SQUARES_IN_DEGREE = 100;

/**
 * The ground that an extract shows: the squares in which it has any node. An extract of a town says nothing of the
 * next. Where a whole square was emptied nothing is marked as gone: it errs to keeping what was listed.
 */
export class SeenGround {
  readonly #squares = new Set<number>();
  #last = -1;

  add(lon: number, lat: number): void {
    const square = squareOf(lon, lat);
    if (square === this.#last) return;
    this.#last = square;
    this.#squares.add(square);
  }

  holds(lon: number, lat: number): boolean {
    return this.#squares.has(squareOf(lon, lat));
  }
}

function squareOf(lon: number, lat: number): number {
  return (
    Math.floor((lat + 90) * SQUARES_IN_DEGREE) * 360 * SQUARES_IN_DEGREE +
    Math.floor((lon + 180) * SQUARES_IN_DEGREE)
  );
}

const grounds = new WeakMap<FoundFile, SeenGround>();

/** A new ground for a file that is about to be read. */
export function groundFor(file: FoundFile): SeenGround {
  const ground = new SeenGround();
  grounds.set(file, ground);
  return ground;
}

/** Whether a point lies on ground that any of these files, all read before, shows. */
export function shownIn(files: readonly FoundFile[]) {
  return ({ lon, lat }: { readonly lon: number; readonly lat: number }): boolean =>
    files.some((file) => grounds.get(file)?.holds(lon, lat) ?? false);
}
