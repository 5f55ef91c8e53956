interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** Metres in a degree of latitude; of longitude it is this times the cosine of the latitude. */
const METRES_PER_DEGREE = 111_320;

/**
 * Straight metres between two spots, for words on a screen only ("about 9 min"): what is counted is measured on the
 * National Grid. Within a patch it is right to a metre in a kilometre.
 */
export function straightMetresBetween(a: Spot, b: Spot): number {
  const north = (b.lat - a.lat) * METRES_PER_DEGREE;
  const east = (b.lon - a.lon) * METRES_PER_DEGREE * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(north, east);
}
