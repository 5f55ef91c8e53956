import type { ColourFamily } from '@kith/core/place/kinds';

/** The colours of app.css for what is drawn on a canvas, where custom properties do not reach. */
export const PAPER = '#FAF7F2';
export const SURFACE = '#FFFFFF';
export const INK = '#1B2430';
export const QUIET = '#566171';
export const LOSS = '#A8324A';
export const TEAL = '#0B6E69';
/** Beyond the patch: nothing is loaded there, so it must not look like a class. */
export const BEYOND = '#EEF0EC';
export const NO_DATA_DOT = '#8A8577';

export const KIND_COLOURS: Record<ColourFamily, string> = {
  library: '#1F5FA8',
  hall: '#B4541A',
  group: '#0B6E69',
  hub: '#7A4EAB',
  cafe: '#8A5A00',
  bench: '#55662B',
};

/** Lowest class first. The two ramps have the same steps of lightness. */
export const RAMPS = {
  risk: ['#F4ECF5', '#DFC4E2', '#C193C7', '#96609F', '#64306E'],
  reach: ['#EAF3F2', '#BFDFDB', '#87BDB7', '#4A8F89', '#135450'],
} as const;
