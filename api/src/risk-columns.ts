import { INDICATORS } from '@kith/core/area/indicators';
import type { LensId } from '@kith/core/risk/lenses';
import { type RiskArea, score, weightsOf } from '@kith/core/risk/score';
import type { AreaRecord } from './store/area-store.ts';
import type { ValueColumn } from './value-column.ts';

const MOST_DRIVERS = 3;

/** An input that pushes an area above the middle, and its share of all that does. */
export interface ShownDriver {
  readonly indicator: string;
  readonly label: string;
  readonly share: number;
}

/** Scores of all areas under one lens, in their order, as numbers side by side. */
export class RiskColumns {
  readonly #fifths: Uint8Array;
  readonly #tenths: Uint8Array;
  readonly #scores: Float64Array;
  readonly #drivers: Uint8Array;
  readonly #shares: Float64Array;
  readonly #inputs: readonly { readonly id: string; readonly label: string }[];

  constructor(lens: LensId, areas: readonly AreaRecord[], columns: ReadonlyMap<string, ValueColumn>) {
    this.#inputs = weightsOf(lens).map(({ input: { id, label } }) => ({ id, label }));
    this.#fifths = new Uint8Array(areas.length);
    this.#tenths = new Uint8Array(areas.length);
    this.#scores = new Float64Array(areas.length);
    this.#drivers = new Uint8Array(areas.length * MOST_DRIVERS).fill(this.#inputs.length);
    this.#shares = new Float64Array(areas.length * MOST_DRIVERS);
    for (const [at, each] of score(lens, inputsOf(lens, areas, columns)).entries()) {
      this.#fifths[at] = each.fifth ?? 0;
      this.#tenths[at] = each.tenth ?? 0;
      this.#scores[at] = each.score ?? Number.NaN;
      for (const [nth, driver] of each.drivers.slice(0, MOST_DRIVERS).entries()) {
        const slot = at * MOST_DRIVERS + nth;
        this.#drivers[slot] = this.#inputs.findIndex(({ id }) => id === driver.indicator);
        this.#shares[slot] = driver.share;
      }
    }
  }

  /** 1 (lower) to 5 (higher); null where an input is missing. */
  fifth(at: number): number | null {
    return this.#fifths[at] || null;
  }

  /** 1 (lower) to 10 (higher); null where an input is missing. */
  tenth(at: number): number | null {
    return this.#tenths[at] || null;
  }

  score(at: number): number | null {
    const score = this.#scores[at] ?? Number.NaN;
    return Number.isNaN(score) ? null : score;
  }

  drivers(at: number): ShownDriver[] {
    const found: ShownDriver[] = [];
    for (let slot = at * MOST_DRIVERS; slot < (at + 1) * MOST_DRIVERS; slot++) {
      const input = this.#inputs[this.#drivers[slot] ?? this.#inputs.length];
      if (input === undefined) break;
      found.push({ indicator: input.id, label: input.label, share: this.#shares[slot] ?? 0 });
    }
    return found;
  }
}

/** Ids of the indicators that a lens is made of, in the order of the list. */
export function indicatorsOf(lens: LensId): string[] {
  const used = new Set(weightsOf(lens).flatMap(({ input }) => [...input.indicators]));
  return INDICATORS.map(({ id }) => id).filter((id) => used.has(id));
}

function inputsOf(
  lens: LensId,
  areas: readonly AreaRecord[],
  columns: ReadonlyMap<string, ValueColumn>,
): RiskArea[] {
  const used = indicatorsOf(lens).flatMap((id): [string, ValueColumn][] => {
    const column = columns.get(id);
    return column === undefined ? [] : [[id, column]];
  });
  return areas.map(({ code, districtCode, residents, households }, at) => {
    const percents: Record<string, number | null> = {};
    const wider: string[] = [];
    for (const [id, column] of used) {
      percents[id] = column.value(at);
      if (column.geography(at) === 'msoa') wider.push(id);
    }
    return { code, district: districtCode, residents, households, percents, wider };
  });
}
