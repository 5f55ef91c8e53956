import type { IndicatorDefinition } from '@kith/core/area/indicators';
import type { AreaRecord, AreaValue } from './store/area-store.ts';

/**
 * One indicator over all areas, in their order. Held as numbers side by side: as one object a figure, all of England
 * takes some 100 MB.
 */
export class ValueColumn {
  /** NaN is "no data". */
  readonly #values: Float64Array;
  readonly #isWide: Uint8Array;
  readonly #provenance: Uint16Array;
  readonly #provenances: { readonly source: string; readonly year: string }[];
  readonly #reasons = new Map<number, string>();

  /** @param rows figures by area code, as `areas` are; an area without a row has no data */
  constructor(
    { source, year }: IndicatorDefinition,
    areas: readonly AreaRecord[],
    rows: readonly Omit<AreaValue, 'indicator'>[],
  ) {
    this.#values = new Float64Array(areas.length).fill(Number.NaN);
    this.#isWide = new Uint8Array(areas.length);
    this.#provenance = new Uint16Array(areas.length);
    this.#provenances = [{ source, year }];
    let row = 0;
    for (const [at, { code }] of areas.entries()) {
      while ((rows[row]?.area ?? '~') < code) row++;
      const found = rows[row];
      if (found?.area !== code) continue;
      this.#values[at] = found.value ?? Number.NaN;
      this.#isWide[at] = found.geography === 'msoa' ? 1 : 0;
      this.#provenance[at] = this.#numberOf(found.source, found.year);
      if (found.reason !== null) this.#reasons.set(at, found.reason);
    }
  }

  value(at: number): number | null {
    const value = this.#values[at] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  }

  /** Every value, in the order of the areas. */
  values(): (number | null)[] {
    return Array.from(this.#values, (value) => (Number.isNaN(value) ? null : value));
  }

  /** `msoa` where the figure is that of the wider neighbourhood. */
  geography(at: number): 'lsoa' | 'msoa' {
    return this.#isWide[at] === 1 ? 'msoa' : 'lsoa';
  }

  /** Why there is no value; null where there is one. */
  reason(at: number): string | null {
    const reason = this.#reasons.get(at) ?? null;
    return reason ?? (this.value(at) === null ? 'No figure is published for this area.' : null);
  }

  source(at: number): string {
    return this.#provenances[this.#provenance[at] ?? 0]?.source ?? '';
  }

  #numberOf(source: string, year: string): number {
    const known = this.#provenances.findIndex((each) => each.source === source && each.year === year);
    return known >= 0 ? known : this.#provenances.push({ source, year }) - 1;
  }
}
