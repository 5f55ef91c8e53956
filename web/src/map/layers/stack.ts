import { areaFill } from './area-fill.ts';
import { areaOutline } from './area-outline.ts';
import { asideHatch } from './aside-hatch.ts';
import { clusters } from './clusters.ts';
import { districtOutline } from './district-outline.ts';
import { gainMarks } from './gain-marks.ts';
import { here } from './here.ts';
import { labels } from './labels.ts';
import type { Overlaid } from './layer.ts';
import { lossHatch } from './loss-hatch.ts';
import { marks } from './marks.ts';
import { noData } from './no-data.ts';
import { perhapsRings } from './perhaps-rings.ts';
import { placeDots } from './place-dots.ts';
import { rings } from './rings.ts';
import { widePlaces } from './wide-places.ts';

/** Everything the map draws, lowest first. The only place where the order is decided. */
export const STACK: readonly Overlaid[] = [
  areaFill,
  noData,
  perhapsRings,
  gainMarks,
  lossHatch,
  asideHatch,
  areaOutline,
  districtOutline,
  labels,
  here,
  placeDots,
  clusters,
  widePlaces,
  marks,
  rings,
];

/** What answers a click, nearest to the eye first; rings before pins. */
export const PIN_LAYERS = ['marks', 'place-dots', 'wide-dots'] as const;
export const RING_LAYERS = ['rings-always', 'rings'] as const;
export const CLUSTER_LAYERS = ['clusters', 'wide-clusters'] as const;
