/** Pixels between the middles of two pins that stand on one spot. */
const STEP = 30;
/** Slots that have an offset of their own: four rings. More than 61 on one spot begin again from the middle. */
const SLOTS = 61;
/** Two on one spot stand side by side: slots of their own, after those of the spiral. */
const LEFT = SLOTS;
const RIGHT = SLOTS + 1;

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
 * The offset in pixels of every slot. Slots and not offsets go with the pins: map tiles carry numbers, not pairs.
 */
export const SLOT_OFFSETS: readonly (readonly [x: number, y: number])[] = [
  ...Array.from({ length: SLOTS }, (_, slot) => spiral(slot)),
  [-STEP / 2, 0],
  [STEP / 2, 0],
];

/**
 * Which slot around its spot each pin takes, so that none hides another: alone in the middle, two side by side,
 * more around. Places within about ten metres of each other share a spot.
 */
export function fanOut(lon: readonly number[], lat: readonly number[]): readonly number[] {
  const spots = new Map<string, number[]>();
  lon.forEach((x, index) => {
    const spot = `${x.toFixed(4)},${(lat[index] ?? 0).toFixed(4)}`;
    spots.set(spot, [...(spots.get(spot) ?? []), index]);
  });
  const slots = lon.map(() => 0);
  for (const indices of spots.values()) {
    indices.forEach((index, at) => {
      slots[index] = indices.length === 2 ? (at === 0 ? LEFT : RIGHT) : at % SLOTS;
    });
  }
  return slots;
}
