import type { Kind } from '../place/kinds.ts';
import type { Baseline } from './baseline.ts';

/**
 * An edge farther than this, in straight metres, is not measured: it is `null`. No limit reaches it: the longest
 * (20,000 m on foot) is 15,385 m straight. So inland areas of a wide map are never said to be near an edge.
 */
export const FARTHEST_EDGE_METRES = 16_000;

/**
 * How far beyond the edge the list of a kind is loaded, metres. Libraries come from a list of all England, of
 * which the starter keeps those within 5 km outside its areas; other kinds stop at the edge. Errs neither way:
 * a limit that reaches beyond what is loaded is said to be near the edge.
 */
const LOADED_BEYOND_METRES: { readonly [kind in Kind]?: number } = { library: 5000 };

/** How far beyond the edge all of these kinds are loaded: the least of them. */
export function loadedBeyondMetres(kinds: readonly Kind[]): number {
  return Math.min(...kinds.map((kind) => LOADED_BEYOND_METRES[kind] ?? 0));
}

/**
 * Whether the limit from an area's homes reaches ground where places of these kinds are not loaded, so that
 * some may be missing. `detour` is the area's factor. An area without an edge distance is at least
 * `FARTHEST_EDGE_METRES` from every edge.
 */
export function isNearEdge(
  baseline: Baseline,
  area: number,
  kinds: readonly Kind[],
  detour: number,
  limitMetres: number,
): boolean {
  const edge = baseline.areas.edgeMetres[area] ?? FARTHEST_EDGE_METRES;
  return (edge + loadedBeyondMetres(kinds)) * detour <= limitMetres;
}
