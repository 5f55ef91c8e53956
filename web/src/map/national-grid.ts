/**
 * The British National Grid from and to degrees (WGS84), for what the map shows and where it is touched: the formulas
 * of Ordnance Survey's "A guide to coordinate systems in Great Britain", annexes B and C, with its seven-parameter
 * shift. Published error: about 5 m. Nothing is measured in degrees; distances stay on the grid.
 */

interface Ellipsoid {
  readonly a: number;
  readonly b: number;
}
const AIRY: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 };
const WGS84: Ellipsoid = { a: 6_378_137, b: 6_356_752.314_245 };
/** The projection: scale on the central meridian, true origin 49 N 2 W, and what is added to it. */
const F0 = 0.999_601_271_7;
const LAT0 = (49 * Math.PI) / 180;
const LON0 = (-2 * Math.PI) / 180;
const E0 = 400_000;
const N0 = -100_000;
/** From WGS84 to the grid's own datum: metres, seconds of arc, parts per million. */
const SHIFT = { x: -446.448, y: 125.157, z: -542.06, rx: -0.1502, ry: -0.247, rz: -0.8421, ppm: 20.4894 };

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;
const e2Of = ({ a, b }: Ellipsoid): number => 1 - (b * b) / (a * a);
const E2 = e2Of(AIRY);

/** Metres along the meridian from the true origin. */
function arc(lat: number): number {
  const n = (AIRY.a - AIRY.b) / (AIRY.a + AIRY.b);
  const [less, more] = [lat - LAT0, lat + LAT0];
  return (
    AIRY.b *
    F0 *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * less -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(less) * Math.cos(more) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
  );
}

/** Radii of curvature at a latitude: across (nu) and along (rho) the meridian, and how they differ (eta squared). */
function curvature(lat: number): { nu: number; rho: number; eta2: number } {
  const under = 1 - E2 * Math.sin(lat) ** 2;
  const nu = (AIRY.a * F0) / Math.sqrt(under);
  const rho = (AIRY.a * F0 * (1 - E2)) / under ** 1.5;
  return { nu, rho, eta2: nu / rho - 1 };
}

type Angles = readonly [lat: number, lon: number];

/** From one datum to another: `way` 1 from WGS84 to that of the grid, -1 back. */
function shifted([lat, lon]: Angles, from: Ellipsoid, to: Ellipsoid, way: 1 | -1): Angles {
  const e2 = e2Of(from);
  const nu = from.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  const [x, y, z] = [
    nu * Math.cos(lat) * Math.cos(lon),
    nu * Math.cos(lat) * Math.sin(lon),
    (1 - e2) * nu * Math.sin(lat),
  ];
  const scale = 1 + (way * SHIFT.ppm) / 1e6;
  const [rx, ry, rz] = [SHIFT.rx, SHIFT.ry, SHIFT.rz].map((seconds) => radians((way * seconds) / 3600)) as [
    number,
    number,
    number,
  ];
  const moved = {
    x: way * SHIFT.x + scale * x - rz * y + ry * z,
    y: way * SHIFT.y + rz * x + scale * y - rx * z,
    z: way * SHIFT.z - ry * x + rx * y + scale * z,
  };
  const target = e2Of(to);
  const flat = Math.hypot(moved.x, moved.y);
  let found = Math.atan2(moved.z, flat * (1 - target));
  for (let turn = 0; turn < 6; turn++) {
    const across = to.a / Math.sqrt(1 - target * Math.sin(found) ** 2);
    found = Math.atan2(moved.z + target * across * Math.sin(found), flat);
  }
  return [found, Math.atan2(moved.y, moved.x)];
}

/** Degrees of a point on the grid, to 5 decimals (about a metre). */
export function gridToDegrees(easting: number, northing: number): { lon: number; lat: number } {
  let lat = LAT0;
  let rest = northing - N0;
  for (let turn = 0; turn < 12 && Math.abs(rest) > 1e-4; turn++) {
    lat += rest / (AIRY.a * F0);
    rest = northing - N0 - arc(lat);
  }
  const { nu, rho, eta2 } = curvature(lat);
  const tan = Math.tan(lat);
  const [t2, t4] = [tan ** 2, tan ** 4];
  const sec = 1 / Math.cos(lat);
  const d = easting - E0;
  const onGrid: Angles = [
    lat -
      (tan / (2 * rho * nu)) * d ** 2 +
      (tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2) * d ** 4 -
      (tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t4) * d ** 6,
    LON0 +
      (sec / nu) * d -
      (sec / (6 * nu ** 3)) * (nu / rho + 2 * t2) * d ** 3 +
      (sec / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t4) * d ** 5,
  ];
  const [y, x] = shifted(onGrid, AIRY, WGS84, -1);
  return { lon: Number(degrees(x).toFixed(5)), lat: Number(degrees(y).toFixed(5)) };
}

/** Whole metres on the grid of a point in degrees. */
export function degreesToGrid(lon: number, lat: number): { easting: number; northing: number } {
  const [y, x] = shifted([radians(lat), radians(lon)], WGS84, AIRY, 1);
  const { nu, rho, eta2 } = curvature(y);
  const [sin, cos, tan] = [Math.sin(y), Math.cos(y), Math.tan(y)];
  const d = x - LON0;
  const north =
    arc(y) +
    N0 +
    (nu / 2) * sin * cos * d ** 2 +
    (nu / 24) * sin * cos ** 3 * (5 - tan ** 2 + 9 * eta2) * d ** 4 +
    (nu / 720) * sin * cos ** 5 * (61 - 58 * tan ** 2 + tan ** 4) * d ** 6;
  const east =
    E0 +
    nu * cos * d +
    (nu / 6) * cos ** 3 * (nu / rho - tan ** 2) * d ** 3 +
    (nu / 120) * cos ** 5 * (5 - 18 * tan ** 2 + tan ** 4 + 14 * eta2 - 58 * tan ** 2 * eta2) * d ** 5;
  return { easting: Math.round(east), northing: Math.round(north) };
}
