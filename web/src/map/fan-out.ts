/** Pixels between the middles of two pins that stand on one spot. */
const STEP = 30;

/** The first place of a hexagonal spiral is its middle; ring r holds 6r places at r steps from it. */
function spiral(index: number): readonly [x: number, y: number] {
  if (index === 0) return [0, 0];
  let ring = 1;
  let before = 1;
  while (index >= before + 6 * ring) {
    before += 6 * ring;
    ring += 1;
  }
  const turn = ((index - before) / (6 * ring)) * Math.PI * 2 - Math.PI / 2;
  return [Math.round(Math.cos(turn) * STEP * ring), Math.round(Math.sin(turn) * STEP * ring)];
}

/**
 * Where to draw pins that would hide each other, in pixels from their spot: alone in the middle, two side by side,
 * more around. Places within about ten metres of each other share a spot.
 */
export function fanOut(
  lon: readonly number[],
  lat: readonly number[],
): readonly (readonly [x: number, y: number])[] {
  const spots = new Map<string, number[]>();
  lon.forEach((x, index) => {
    const spot = `${x.toFixed(4)},${(lat[index] ?? 0).toFixed(4)}`;
    spots.set(spot, [...(spots.get(spot) ?? []), index]);
  });
  const offsets: (readonly [number, number])[] = lon.map(() => [0, 0]);
  for (const indices of spots.values()) {
    indices.forEach((index, at) => {
      offsets[index] = indices.length === 2 ? [at === 0 ? -STEP / 2 : STEP / 2, 0] : spiral(at);
    });
  }
  return offsets;
}
