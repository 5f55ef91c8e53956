/**
 * Where to put places, as data. `mclp` maximal covering: most weight within the limit. `p-median`: least weighted
 * mean cost. `p-centre`: least largest cost (weights do not matter, but demands of weight 0 are left out).
 * `lscp` set covering: fewest places so that every demand of some weight has one within the limit.
 */
export const SITE_OBJECTIVES = ['mclp', 'p-median', 'p-centre', 'lscp'] as const;
export type SiteObjective = (typeof SITE_OBJECTIVES)[number];

/** Cost of serving each demand from each candidate, demand by demand: `values[demand * candidates + candidate]`. */
export interface SiteCosts {
  readonly demands: number;
  readonly candidates: number;
  /** 0 or more, in any unit; Infinity where a candidate cannot serve a demand. */
  readonly values: Float64Array;
}

export interface SiteProblem {
  readonly objective: SiteObjective;
  /** One per demand, finite, 0 or more. */
  readonly weights: Float64Array;
  readonly costs: SiteCosts;
  /** How many places are open in all, the fixed among them; not used by `lscp`. */
  readonly open: number;
  /** Needed by `mclp` and `lscp`; includes its end. */
  readonly limit: number | null;
  /** Candidates open whatever happens. */
  readonly fixed: readonly number[];
}

export interface SiteAnswer {
  readonly objective: SiteObjective;
  /** Open candidates, rising, the fixed among them. */
  readonly chosen: readonly number[];
  /** `mclp` weight covered, `p-median` weighted mean cost, `p-centre` largest cost, `lscp` number open. */
  readonly value: number;
  /** `p-median`: the sum of weight times cost; else null. */
  readonly total: number | null;
  /** No answer can be better than this, in the unit of `value`; equal to it once proven. */
  readonly bound: number;
  /** |value - bound| / |value|; 0 once proven, Infinity where value alone is infinite or 0. */
  readonly gap: number;
  /** `greedy` and `swaps`: found by hand; `exact`: proven or stopped within the mixed-integer search. */
  readonly found: 'greedy' | 'swaps' | 'exact';
}

/** What a search says while it is under way. `bound` and `gap` are those of `answer`. */
export interface SiteProgress {
  readonly answer: SiteAnswer;
  readonly bound: number;
  readonly gap: number;
  readonly phase: SitePhase;
}
/** `greedy` then `swaps` by hand; `bound`: narrowing what an answer can be at best; `search`: the mixed-integer solver. */
export type SitePhase = 'greedy' | 'swaps' | 'bound' | 'search';

/** How an exact answer is looked for. */
export interface SolveOptions {
  readonly solver: MipSolver;
  /** Stop after so long, with the best known by then; 0 or more. */
  readonly seconds: number;
  /** Milliseconds that only ever rise: `() => performance.now()`. */
  readonly now: () => number;
  readonly onProgress?: (progress: SiteProgress) => void;
}

/** Whatever can solve mixed-integer programs. Core brings none: see highs-adaptor.ts. */
export interface MipSolver {
  solve(model: MipModel, options: MipOptions): MipSolution;
}

/** A mixed-integer program: every variable is 0 to `upper`, whole where `whole` is 1; rows by compressed sparse row. */
export interface MipModel {
  readonly sense: 'min' | 'max';
  readonly costs: Float64Array;
  readonly upper: Float64Array;
  readonly whole: Int32Array;
  readonly rows: {
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  };
}
export interface MipOptions {
  readonly seconds: number;
  /** One value per variable of a solution to begin with. */
  readonly start?: Float64Array;
  /** Stop once the bound is within this of the best solution, in the unit of the objective; 0 for a full proof. */
  readonly within?: number;
  /** Called now and then with the bound and, where there is a new best one, its solution. */
  readonly onProgress?: (progress: { readonly bound: number; readonly values: Float64Array | null }) => void;
}
export interface MipSolution {
  /** `stopped`: out of time, with or without a solution. */
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  /** No solution is better; as good as the solver's own arithmetic. */
  readonly bound: number;
  /** One per variable, of the best solution; null without one. */
  readonly values: Float64Array | null;
}
