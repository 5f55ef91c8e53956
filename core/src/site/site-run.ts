import { PRECISION, safeBound, stepOf } from './precision.ts';
import type { SiteAnswer, SitePhase, SiteProblem, SolveOptions } from './problem.ts';
import { answerOf, isBetter, scoreOf } from './score.ts';
import { startSite } from './start-site.ts';

/** One search for an exact answer: the best set and the best bound so far, the time left, and who is told. */
export class SiteRun {
  readonly problem: SiteProblem;
  readonly #options: SolveOptions;
  readonly #end: number;
  /** In which sums change, and what a sum is divided by to make a value. */
  readonly step: number;
  readonly #divisor: number;
  #answer: SiteAnswer;

  /** Begins with `startSite`. @throws RangeError as it does. */
  constructor(problem: SiteProblem, options: SolveOptions) {
    this.problem = problem;
    this.#options = options;
    this.#end = options.now() + options.seconds * 1000;
    const { objective, weights } = problem;
    this.step = stepOf(problem);
    this.#divisor = objective === 'p-median' ? weights.reduce((sum, weight) => sum + weight, 0) : 1;
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
  /** What the objective adds up: the total of `p-median`, else the value. */
  get sum(): number {
    return this.#answer.total ?? this.#answer.value;
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

  /** Takes a bound on the sum that was found with rounding, and moves it to the safe side. */
  bound(found: number, phase: SitePhase): void {
    const sense = this.problem.objective === 'mclp' ? 'max' : 'min';
    this.provenBound(safeBound(sense, found, this.step) / this.#divisor, phase);
  }

  /** Takes a bound that is exact. */
  provenBound(bound: number, phase: SitePhase): void {
    const { bound: known, chosen, found } = this.#answer;
    if (!isBetter(this.problem, known, bound)) return;
    this.#answer = answerOf(this.problem, chosen, bound, found);
    this.#tell(phase);
  }

  /**
   * The solver says that its best set, offered before, is the best there is: true if its bound on the sum says so too.
   * Sums of fractions may differ by rounding; sums in steps must agree.
   */
  proven(bound: number): void {
    const { sum } = this;
    const agrees = this.step === 0 && Math.abs(bound - sum) <= PRECISION * Math.abs(sum);
    if (agrees) this.provenBound(this.#answer.value, 'search');
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
