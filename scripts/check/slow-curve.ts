import type { Baseline } from '@kith/core/reach/baseline';
import { band } from './slow-counts.ts';
import type { SlowNearest } from './slow-walks.ts';

/** Streets are longer than straight lines: low, middle and high (method 2). */
export const FACTORS = { urban: [1.2, 1.3, 1.4], rural: [1.3, 1.4, 1.5] } as const;
export const MIDDLE = 1;
export const CURVE_METRES = Array.from({ length: 51 }, (_, at) => at * 100);

/** People with a place within each distance. */
export function slowCurve({ homePoints, areas }: Baseline, { straight }: SlowNearest) {
  const counts = [0, 1, 2].map(() => CURVE_METRES.map(() => 0));
  homePoints.area.forEach((area, home) => {
    for (const [end, factor] of FACTORS[areas.ruralUrban[area] ?? 'urban'].entries()) {
      const walk = (straight[home] ?? 0) * factor;
      const first = CURVE_METRES.findIndex((metres) => walk <= metres);
      const sums = counts[end];
      for (let at = first; first >= 0 && at < CURVE_METRES.length; at++)
        if (sums !== undefined) sums[at] = (sums[at] ?? 0) + (homePoints.residents[home] ?? 0);
    }
  });
  const bands = CURVE_METRES.map((_, at) => band(counts.map((sums) => sums[at] ?? 0)));
  return {
    middle: bands.map(({ middle }) => middle),
    least: bands.map(({ least }) => least),
    most: bands.map(({ most }) => most),
  };
}
