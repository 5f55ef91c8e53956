/**
 * Straight metres between two points of the British National Grid. Whole-metre input keeps the squares exact,
 * and a square root is rounded the same way by every machine, so the answer is the same everywhere.
 */
export function straightMetres(eastingA: number, northingA: number, eastingB: number, northingB: number) {
  const dx = eastingA - eastingB;
  const dy = northingA - northingB;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Whether a walk is within a limit. The limit includes its end. */
export function isWithin(straight: number, detour: number, limitMetres: number): boolean {
  return straight * detour <= limitMetres;
}

/** A walk in whole metres, for sums and means: whole numbers add up to the same in any order. */
export function wholeWalkMetres(straight: number, detour: number): number {
  return Math.round(straight * detour);
}
