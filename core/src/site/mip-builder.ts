import type { MipModel } from './problem.ts';

/** Puts a mixed-integer program together, variable by variable and row by row. */
export class MipBuilder {
  readonly #sense: 'min' | 'max';
  readonly #costs: number[] = [];
  readonly #upper: number[] = [];
  readonly #whole: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];

  constructor(sense: 'min' | 'max') {
    this.#sense = sense;
  }

  /** A variable that is 0 or 1. @returns its number. */
  yesNo(cost: number): number {
    return this.#variable(cost, 1, 1);
  }

  /** A variable anywhere from 0 to `upper`. @returns its number. */
  between(cost: number, upper: number): number {
    return this.#variable(cost, upper, 0);
  }

  /** `lower <= sum of value times variable <= upper`, either end infinite. */
  row(lower: number, upper: number, indices: readonly number[], values: readonly number[]): void {
    for (const index of indices) this.#indices.push(index);
    for (const value of values) this.#values.push(value);
    this.#starts.push(this.#indices.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
  }

  /** The same with every value 1. */
  sum(lower: number, upper: number, indices: readonly number[]): void {
    this.row(lower, upper, indices, new Array<number>(indices.length).fill(1));
  }

  build(): MipModel {
    return {
      sense: this.#sense,
      costs: Float64Array.from(this.#costs),
      upper: Float64Array.from(this.#upper),
      whole: Int32Array.from(this.#whole),
      rows: {
        starts: Int32Array.from(this.#starts),
        indices: Int32Array.from(this.#indices),
        values: Float64Array.from(this.#values),
        lower: Float64Array.from(this.#rowLower),
        upper: Float64Array.from(this.#rowUpper),
      },
    };
  }

  #variable(cost: number, upper: number, whole: 0 | 1): number {
    this.#costs.push(cost);
    this.#upper.push(upper);
    return this.#whole.push(whole) - 1;
  }
}
