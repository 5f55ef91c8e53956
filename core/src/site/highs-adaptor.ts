import type { MipModel, MipSolution, MipSolver } from './problem.ts';

/**
 * The part of the loaded `highs` package (1.15) that Kith uses, by its shape, so that core need not import it and
 * Node and the browser share this adaptor. Numbers of channels and states are those of `highs.constants`.
 */
export interface LoadedHighs {
  readonly infinity: number;
  createModel(model: HighsModelData): HighsModel;
}
interface HighsModelData {
  readonly numCols: number;
  readonly numRows: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly integrality: Int32Array;
  readonly matrix: {
    readonly format: 'csr';
    readonly numRows: number;
    readonly numCols: number;
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
  };
}
interface HighsEvent {
  readonly data: { readonly mip_dual_bound?: number; readonly mip_solution?: Float64Array };
}
interface HighsModel {
  readonly options: { set(values: Readonly<Record<string, boolean | number | string>>): unknown };
  readonly info: { get(name: string): number | bigint };
  setSolution(solution: { readonly colValue: Float64Array }): unknown;
  run(hooks: {
    readonly 4?: (event: HighsEvent) => undefined;
    readonly 5?: (event: HighsEvent) => undefined;
  }): {
    readonly modelStatus: number;
  };
  getSolution(): { readonly colValue: Float64Array };
  dispose(): void;
}
/**
 * What to load HiGHS with so that it never prints, not even its name. Spread it into a new object, as the loader makes
 * the one it is given its own.
 */
export const SILENT = { print: () => undefined, printErr: () => undefined } as const;

/** The least that HiGHS takes, in the unit of rows and of the objective: what differs by less may be lost. */
const TOLERANCE = 1e-10;
const EMPTY = 6;
const OPTIMAL = 7;
const INFEASIBLE = 8;
const UNBOUNDED_OR_INFEASIBLE = 9;
const FEASIBLE_SOLUTION = 2;

/**
 * A `MipSolver` over a loaded HiGHS. It prints nothing, keeps no model between calls, and always minimises within (a
 * maximum is a minimum of the opposite). @throws what HiGHS throws, as when memory runs out.
 */
export function highsSolver(highs: LoadedHighs): MipSolver {
  return {
    solve(model, { seconds, start, within = 0, onProgress }) {
      const sign = model.sense === 'max' ? -1 : 1;
      const loaded = highs.createModel(modelData(model, sign));
      try {
        loaded.options.set({
          output_flag: false,
          time_limit: Math.max(0, seconds),
          mip_rel_gap: 0,
          mip_abs_gap: within,
          mip_feasibility_tolerance: TOLERANCE,
          primal_feasibility_tolerance: TOLERANCE,
          dual_feasibility_tolerance: TOLERANCE,
        });
        if (start) loaded.setSolution({ colValue: start });
        let bound = -Infinity;
        const hear = ({ data }: HighsEvent): undefined => {
          const found = data.mip_dual_bound;
          const values = data.mip_solution ?? null;
          const better = found !== undefined && Number.isFinite(found) && found > bound;
          if (better) bound = found;
          if (better || values) onProgress?.({ bound: sign * bound, values });
        };
        const { modelStatus } = loaded.run(onProgress ? { 4: hear, 5: hear } : {});
        return solutionOf(loaded, modelStatus, sign);
      } finally {
        loaded.dispose();
      }
    },
  };
}

function modelData({ costs, upper, whole, rows }: MipModel, sign: number): HighsModelData {
  const numCols = costs.length;
  const numRows = rows.lower.length;
  return {
    numCols,
    numRows,
    colCost: sign === 1 ? costs : costs.map((cost) => -cost),
    colLower: new Float64Array(numCols),
    colUpper: upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    integrality: whole,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: rows.starts,
      indices: rows.indices,
      values: rows.values,
    },
  };
}

function solutionOf(loaded: HighsModel, status: number, sign: number): MipSolution {
  if (status === INFEASIBLE || status === UNBOUNDED_OR_INFEASIBLE)
    return { status: 'infeasible', bound: sign * Infinity, values: null };
  const solved = Number(loaded.info.get('primal_solution_status')) === FEASIBLE_SOLUTION;
  const values = solved ? loaded.getSolution().colValue : null;
  const found = Number(loaded.info.get('mip_dual_bound'));
  const optimal = status === OPTIMAL || status === EMPTY;
  return { status: optimal && values ? 'optimal' : 'stopped', bound: sign * found, values };
}
