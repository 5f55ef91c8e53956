/** Pixels, as the legend is drawn in English at the usual size of letters; a little more than less. */
const SHORT = 150;
const LONG = 235;
const KEY = 41;

/**
 * How high the legend of the Cuts map comes out, pixels: the map is sent somewhere before it is drawn.
 * @param keys pills below it, a line each
 */
export const legendHeight = ({ short, keys }: { short: boolean; keys: number }): number =>
  (short ? SHORT : LONG) + KEY * keys;
