/** One term of a model: its coefficient (log odds) and standard error, as published. */
export interface ModelTerm {
  readonly id: string;
  readonly label: string;
  readonly coefficient: number;
  readonly standardError: number;
}

/**
 * Age UK's model of people aged 65 and over who are "often lonely", on the English Longitudinal Study of Ageing,
 * wave 5 (Age UK, 2015 summary). Held as a definition and **never applied**: the tables it needs are not loaded,
 * and these coefficients are of older people, so they may not be put on percentages of all ages.
 * It underestimates the level (use for variation only); its mapped factors explain about 20% of the loneliness
 * seen; care homes distort areas; how household size is coded was not read in the source.
 */
export const AGE_UK_OLDER_MODEL = {
  status: 'inputs missing',
  source: 'Age UK 2015, on ELSA wave 5, people aged 65 and over',
  missing: [
    'widowed people aged 65 and over, by area',
    'people aged 75 to 79, by area',
    'health of people aged 65 and over, by area',
    'household size of people aged 65 and over, by area, and how the model codes it',
  ],
  constant: { id: 'constant', label: 'Constant', coefficient: -2.62, standardError: 0.6119 },
  terms: [
    { id: 'health-fair', label: 'Fair health', coefficient: 1.5819, standardError: 0.3689 },
    { id: 'health-poor', label: 'Poor health', coefficient: 2.0344, standardError: 0.3894 },
    { id: 'health-good', label: 'Good health', coefficient: 0.9842, standardError: 0.364 },
    { id: 'household-size', label: 'Household size', coefficient: -1.0402, standardError: 0.2402 },
    { id: 'widowed', label: 'Widowed', coefficient: 1.0317, standardError: 0.2582 },
    { id: 'age-75-79', label: 'Aged 75 to 79', coefficient: -0.3542, standardError: 0.1945 },
    { id: 'eye-3', label: 'Three or more eye conditions', coefficient: 0.8551, standardError: 0.5056 },
    { id: 'adl-2', label: 'Two or more daily tasks hard', coefficient: 0.3759, standardError: 0.1779 },
    { id: 'adl-1', label: 'One daily task hard', coefficient: 0.3169, standardError: 0.1692 },
    { id: 'pets', label: 'Keeps pets', coefficient: 0.4284, standardError: 0.1362 },
  ],
} as const satisfies {
  readonly status: 'inputs missing' | 'ready';
  readonly source: string;
  readonly missing: readonly string[];
  readonly constant: ModelTerm;
  readonly terms: readonly ModelTerm[];
};
export type AgeUkTermId = (typeof AGE_UK_OLDER_MODEL.terms)[number]['id'];

/** Log odds of one described person: the constant and coefficient x value of each term given. To 4 decimals. */
export function ageUkLogOdds(person: { readonly [term in AgeUkTermId]?: number }): number {
  const sum = AGE_UK_OLDER_MODEL.terms.reduce<number>(
    (total, term) => total + term.coefficient * (person[term.id] ?? 0),
    AGE_UK_OLDER_MODEL.constant.coefficient,
  );
  return Math.round(sum * 1e4) / 1e4;
}

/**
 * Stands between the model and any map: it says why the model may not be put on areas. Returns a refusal, not an
 * answer, until every table named in `missing` is loaded.
 */
export function applyAgeUkModel(): { readonly ok: false; readonly reason: string } {
  const { status, missing } = AGE_UK_OLDER_MODEL;
  return { ok: false, reason: `Not applied: ${status}. It needs ${missing.join('; ')}.` };
}
