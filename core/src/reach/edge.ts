import type { Kind } from '../place/kinds.ts';
import type { Baseline } from './baseline.ts';

/**
 * How far beyond the edge the list of a kind is loaded, metres. Libraries come from a list of all England, of
 * which the starter keeps those within 5 km outside its areas; other kinds stop at the edge. Errs neither way
 * while walks are under 5 km (60 minutes is 4 km at most).
 */
const LOADED_BEYOND_METRES: { readonly [kind in Kind]?: number } = { library: 5000 };

/** How far beyond the edge all of these kinds are loaded: the least of them. */
export function loadedBeyondMetres(kinds: readonly Kind[]): number {
  return Math.min(...kinds.map((kind) => LOADED_BEYOND_METRES[kind] ?? 0));
}

/**
 * Whether the limit from an area's homes reaches ground where places of these kinds are not loaded, so that
 * some may be missing. `detour` is the area's factor; an area far from every edge has no edge distance.
 */
export function isNearEdge(
  baseline: Baseline,
  area: number,
  kinds: readonly Kind[],
  detour: number,
  limitMetres: number,
): boolean {
  const edge = baseline.areas.edgeMetres[area] ?? null;
  return edge !== null && (edge + loadedBeyondMetres(kinds)) * detour <= limitMetres;
}
