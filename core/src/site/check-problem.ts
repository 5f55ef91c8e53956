import type { SiteProblem } from './problem.ts';

/** How many demands or candidates a sentence names before it says how many more there are. */
const NAMED = 5;

/**
 * What is wrong with a problem, in plain English, every fault named; `[]` when it can be solved. Demands and
 * candidates are named by their index from 0: whoever has names for them puts those in by `nameOf`.
 */
export function checkSiteProblem(
  problem: SiteProblem,
  nameOf: (what: 'demand' | 'candidate', index: number) => string = (what, index) => `${what} ${index}`,
): string[] {
  const sizes = checkSizes(problem);
  if (sizes.length > 0) return sizes;
  return [
    ...checkNumbers(problem, nameOf),
    ...checkOpen(problem),
    ...checkLimit(problem),
    ...checkReached(problem, nameOf),
  ];
}

type NameOf = (what: 'demand' | 'candidate', index: number) => string;

function checkSizes({ weights, costs }: SiteProblem): string[] {
  const { demands, candidates, values } = costs;
  const problems: string[] = [];
  if (candidates < 1) problems.push('There is no candidate: give at least one place that could be chosen.');
  if (weights.length !== demands)
    problems.push(
      `There are ${weights.length} weights for ${demands} demands: give one weight for each demand.`,
    );
  if (values.length !== demands * candidates)
    problems.push(
      `There are ${values.length} costs for ${demands} demands and ${candidates} candidates: give one for every pair, ${demands * candidates} in all.`,
    );
  return problems;
}

function checkNumbers({ weights, costs }: SiteProblem, nameOf: NameOf): string[] {
  const wrongWeights: string[] = [];
  weights.forEach((weight, demand) => {
    if (!(weight >= 0 && weight < Infinity)) wrongWeights.push(`${nameOf('demand', demand)} (${weight})`);
  });
  const wrongCosts: string[] = [];
  for (let at = 0; at < costs.values.length; at++) {
    const cost = costs.values[at] ?? 0;
    if (cost >= 0) continue;
    const demand = nameOf('demand', Math.floor(at / costs.candidates));
    wrongCosts.push(`${demand} and ${nameOf('candidate', at % costs.candidates)} (${cost})`);
  }
  return [
    ...said(wrongWeights, 'A weight must be a number, 0 or more. Put right the weight of'),
    ...said(wrongCosts, 'A cost must be a number, 0 or more. Put right the cost of'),
  ];
}

function checkOpen({ objective, open, fixed, costs }: SiteProblem): string[] {
  const problems: string[] = [];
  const unknown = fixed.filter((each) => !Number.isInteger(each) || each < 0 || each >= costs.candidates);
  if (unknown.length > 0)
    problems.push(`There is no candidate ${unknown.join(', ')}: places that stay open must be candidates.`);
  if (new Set(fixed).size < fixed.length)
    problems.push('A place that stays open is named twice: name it once.');
  if (objective === 'lscp') return problems;
  if (!Number.isInteger(open) || open < 1 || open > costs.candidates)
    problems.push(
      `${open} cannot be open: choose a whole number from 1 to ${costs.candidates}, the candidates there are.`,
    );
  else if (open < fixed.length)
    problems.push(`${open} cannot be open when ${fixed.length} stay open: choose ${fixed.length} or more.`);
  return problems;
}

function checkLimit({ objective, limit }: SiteProblem): string[] {
  if (limit === null)
    return objective === 'mclp' || objective === 'lscp'
      ? ['A limit is missing: say how far is near enough.']
      : [];
  return limit >= 0 && limit < Infinity ? [] : [`${limit} is not a limit: give a number, 0 or more.`];
}

/** Set covering, least mean and least largest cost have no answer while a demand has nobody who can serve it. */
function checkReached({ objective, weights, costs, limit }: SiteProblem, nameOf: NameOf): string[] {
  if (objective === 'mclp') return [];
  const farthest = objective === 'lscp' ? (limit ?? Infinity) : Number.MAX_VALUE;
  const unreached: string[] = [];
  for (let demand = 0; demand < costs.demands; demand++) {
    if (weights[demand] === 0) continue;
    const row = costs.values.subarray(demand * costs.candidates, (demand + 1) * costs.candidates);
    if (!row.some((cost) => cost <= farthest)) unreached.push(nameOf('demand', demand));
  }
  const why = objective === 'lscp' ? 'No candidate is within the limit of' : 'No candidate can serve';
  const what =
    objective === 'lscp' ? 'add candidates or raise the limit' : 'add a cost or give it the weight 0';
  return said(unreached, why).map((each) => `${each.slice(0, -1)}: ${what}.`);
}

function said(found: readonly string[], before: string): string[] {
  if (found.length === 0) return [];
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
  return [`${before} ${found.slice(0, NAMED).join(', ')}${more}.`];
}
