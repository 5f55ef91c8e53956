import type { SiteAnswer, SitePhase, SiteProblem, SolveOptions } from './problem.ts';
import { answerOf, isBetter, scoreOf } from './score.ts';
import { startSite } from './start-site.ts';

/** A bound this near a value, relatively, differs from it by the solver's rounding alone. */
const ROUNDING = 1e-7;

/** One search for an exact answer: the best set and the best bound so far, the time left, and who is told. */
export class SiteRun {
  readonly problem: SiteProblem;
  readonly #options: SolveOptions;
  readonly #end: number;
  readonly #isWhole: boolean;
  #answer: SiteAnswer;

  /** Begins with `startSite`. @throws RangeError as it does. */
  constructor(problem: SiteProblem, options: SolveOptions) {
    this.problem = problem;
    this.#options = options;
    this.#end = options.now() + options.seconds * 1000;
    const { objective, weights } = problem;
    this.#isWhole = objective === 'lscp' || (objective === 'mclp' && weights.every(Number.isSafeInteger));
    this.#answer = startSite(problem, (greedy) => {
      this.#answer = greedy;
      this.#tell('greedy');
    });
    this.#tell('swaps');
  }

  get secondsLeft(): number {
    return Math.max(0, (this.#end - this.#options.now()) / 1000);
  }
  get isOver(): boolean {
    return this.isProven || this.secondsLeft === 0;
  }
  get isProven(): boolean {
    return this.#answer.value === this.#answer.bound;
  }
  get answer(): SiteAnswer {
    return this.#answer;
  }
  get solver() {
    return this.#options.solver;
  }

  /** Takes a set if it is better. It is scored here, never by whoever found it. */
  offer(chosen: readonly number[], phase: SitePhase): void {
    const { value } = scoreOf(this.problem, chosen);
    if (!isBetter(this.problem, value, this.#answer.value)) return;
    this.#answer = answerOf(this.problem, chosen, this.#answer.bound, 'exact');
    this.#tell(phase);
  }

  /**
   * Takes a bound that the solver gave, rounded to the safe side: up for a maximum, down for a minimum, and on to the
   * next whole number where values are whole.
   */
  bound(found: number, phase: SitePhase): void {
    const isMost = this.problem.objective === 'mclp';
    const slack = ROUNDING * Math.max(1, Math.abs(found));
    if (this.#isWhole) this.provenBound(isMost ? Math.floor(found + slack) : Math.ceil(found - slack), phase);
    else this.provenBound(isMost ? found + slack : found - slack, phase);
  }

  /** Takes a bound that is exact. */
  provenBound(bound: number, phase: SitePhase): void {
    const { bound: known, chosen, found } = this.#answer;
    if (!isBetter(this.problem, known, bound)) return;
    this.#answer = answerOf(this.problem, chosen, bound, found);
    this.#tell(phase);
  }

  /** The solver says that its best set, offered before, is the best there is: true if its bound says so too. */
  proven(bound: number): void {
    const { value } = this.#answer;
    if (Math.abs(bound - value) <= ROUNDING * Math.max(1, Math.abs(value))) this.provenBound(value, 'search');
    else this.bound(bound, 'search');
  }

  /** The answer of the search, proven or stopped. */
  close(): SiteAnswer {
    return { ...this.#answer, found: 'exact' };
  }

  #tell(phase: SitePhase): void {
    const { bound, gap } = this.#answer;
    this.#options.onProgress?.({ answer: this.#answer, bound, gap, phase });
  }
}
