import KDBush from 'kdbush';

export interface Point {
  readonly easting: number;
  readonly northing: number;
}

/** How far ground counts as "near the homes": a little more than the usual gap between home points there. */
const SPACING_TIMES = 1.25;
/** Neighbours that say what the usual gap is. */
const NEIGHBOURS = 6;
/** Never less, so that a dense town has no holes at its parks; never more, so that moor and sea stay empty. */
const LEAST_METRES = 300;
const MOST_METRES = 1800;
/** Empty points stood round each home: sixteen make a rounded edge. */
const ROUND = 16;

/**
 * Points of empty ground round the homes. Each home point is ringed by empty points at twice the distance that
 * still counts as near it, so that the line halfway between them (the edge of its Voronoi cell) lies just at
 * that distance. Ring points that fall within another home's ring are left out, so settlements grow together.
 */
export function emptyGround(homes: readonly Point[]): Point[] {
  const index = new KDBush(homes.length);
  for (const { easting, northing } of homes) index.add(easting, northing);
  index.finish();
  const reach = homes.map((home) => nearMetres(home, homes, index));
  const empty: Point[] = [];
  for (const [at, home] of homes.entries()) {
    const ring = 2 * (reach[at] ?? LEAST_METRES);
    for (let step = 0; step < ROUND; step++) {
      const angle = (2 * Math.PI * (step + (at % 2) / 2)) / ROUND;
      const easting = home.easting + ring * Math.cos(angle);
      const northing = home.northing + ring * Math.sin(angle);
      const crowded = index.within(easting, northing, 2 * MOST_METRES).some((other) => {
        const near = homes[other];
        if (near === undefined || other === at) return false;
        return Math.hypot(near.easting - easting, near.northing - northing) < 2 * (reach[other] ?? 0) - 1;
      });
      if (!crowded) empty.push({ easting, northing });
    }
  }
  return empty;
}

function nearMetres(home: Point, homes: readonly Point[], index: KDBush): number {
  // Widen until there are enough neighbours to speak of a usual gap.
  for (let radius = 1000; radius <= 16_000; radius *= 2) {
    const gaps = index
      .within(home.easting, home.northing, radius)
      .map((other) => {
        const near = homes[other] ?? home;
        return Math.hypot(near.easting - home.easting, near.northing - home.northing);
      })
      .sort((a, b) => a - b)
      .slice(1, NEIGHBOURS + 1);
    if (gaps.length < NEIGHBOURS && radius < 16_000) continue;
    const middle = gaps[Math.floor(gaps.length / 2)] ?? MOST_METRES;
    return Math.min(MOST_METRES, Math.max(LEAST_METRES, SPACING_TIMES * middle));
  }
  return MOST_METRES;
}
