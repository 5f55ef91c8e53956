import { featureId } from '@kith/core/area/feature-id';
import type { AreaClasses } from './types.ts';

/** Classes of reach stand after those of risk: one number says both the ramp and the step. */
export const REACH_FROM = 10;
/** What is not known: dotted paper. */
export const NO_DATA = 0;
/** Within reach of a place known only to its village: ringed paper. */
export const PERHAPS = -1;
/** No colour at all. No step has this number. */
export const NO_COLOUR = -2;

/** The number that an area is coloured by: see the constants above. */
export function paintOf(classes: AreaClasses, index: number): number {
  if (classes.perhaps?.[index]) return PERHAPS;
  const step = classes.classes[index];
  if (step === null || step === undefined) return NO_DATA;
  return classes.ramp === 'reach' ? REACH_FROM + step : step;
}

/** The numbers of codes on the map. A list of codes is made once for each map and used for all its figures. */
const KNOWN = new WeakMap<readonly string[], Uint32Array>();
function idsOf(codes: readonly string[]): Uint32Array {
  const known = KNOWN.get(codes);
  if (known) return known;
  const ids = Uint32Array.from(codes, featureId);
  KNOWN.set(codes, ids);
  return ids;
}

/**
 * Remembers what is painted, so that only what differs is painted again: setting the state of an area costs about
 * as much as everything else in a recolouring together.
 */
export class PaintedClasses {
  #codes: readonly string[] = [];
  #paint = new Int8Array(0);

  /** Calls `put` with the number of every area whose paint changes, and returns how many there were. */
  change(classes: AreaClasses | null, put: Put): number {
    const codes = classes?.codes ?? [];
    const paint = new Int8Array(codes.length);
    if (classes) for (let at = 0; at < codes.length; at++) paint[at] = paintOf(classes, at);
    const [before, painted] = [this.#codes, this.#paint];
    this.#codes = codes;
    this.#paint = paint;
    return sameCodes(before, codes)
      ? inStep(codes, painted, paint, put)
      : byCode(before, painted, codes, paint, put);
  }

  /** Nothing is painted any more: the map was made anew. */
  forget(): void {
    this.#codes = [];
    this.#paint = new Int8Array(0);
  }
}

type Put = (id: number, paint: number) => void;

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** The same areas in the same order, as for another lens of one map. */
function inStep(codes: readonly string[], before: Int8Array, after: Int8Array, put: Put): number {
  const ids = idsOf(codes);
  let changed = 0;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at];
    const paint = after[at];
    if (id === undefined || paint === undefined || before[at] === paint) continue;
    put(id, paint);
    changed++;
  }
  return changed;
}

/** Other areas: those that are no longer coloured lose their colour. */
function byCode(
  codesBefore: readonly string[],
  before: Int8Array,
  codes: readonly string[],
  after: Int8Array,
  put: Put,
): number {
  const old = new Map<number, number | undefined>();
  for (const [at, id] of idsOf(codesBefore).entries()) old.set(id, before[at]);
  let changed = 0;
  idsOf(codes).forEach((id, at) => {
    const paint = after[at] ?? NO_DATA;
    if (old.get(id) !== paint) {
      put(id, paint);
      changed++;
    }
    old.delete(id);
  });
  for (const id of old.keys()) put(id, NO_COLOUR);
  return changed + old.size;
}
