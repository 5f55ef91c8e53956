import { round9 } from '../round9.ts';

/** A share of a small area: a percentage of a denominator, in a district. */
export interface SmallShare {
  /** 0 to 100; null when there is no data. */
  readonly percent: number | null;
  readonly denominator: number;
  readonly district: string;
  /** Do not move it: the figure is of a wider area (about 8,000 people) that hardly needs it. */
  readonly isWide: boolean;
}

/**
 * Draws uncertain shares of small areas towards their district (empirical Bayes), as the Indices of Deprivation
 * do. On the logit scale, with r of n in the area:
 *   m = ln((r + 0.5) / (n - r + 0.5)),  se² = (n + 1)(n + 2) / (n (r + 1)(n - r + 1)),
 *   t² = the sum of (m - M)² over the k areas of the district, / (k - 1), M the district's own logit,
 *   w = t² / (t² + se²),  shrunk logit = w m + (1 - w) M.
 * Source: Scottish Indices of Deprivation 2003, appendix 1, equations 1 to 7 (the technique of the English
 * technical reports). Errs towards the district: a small area that truly stands out is understated.
 *
 * @returns percentages to 9 decimals, in order; null stays null. A district of one area is left as it is.
 */
export function shrink(shares: readonly SmallShare[]): (number | null)[] {
  const districts = new Map<string, Logit[]>();
  const logits = shares.map((share) => {
    if (share.percent === null || share.isWide) return null;
    const logit = logitOf((share.percent / 100) * share.denominator, share.denominator);
    const members = districts.get(share.district) ?? [];
    members.push(logit);
    districts.set(share.district, members);
    return logit;
  });
  const spreads = new Map([...districts].map(([district, members]) => [district, spreadOf(members)]));
  return shares.map((share, index) => {
    const logit = logits[index] ?? null;
    const spread = spreads.get(share.district);
    if (logit === null || spread === undefined) return share.percent;
    if (spread.count < 2) return share.percent;
    const weight = logit.n > 0 ? spread.variance / (spread.variance + logit.variance) : 0;
    const shrunk = weight * logit.m + (1 - weight) * spread.m;
    return round9(100 / (1 + Math.exp(-shrunk)));
  });
}

interface Logit {
  readonly r: number;
  readonly n: number;
  readonly m: number;
  readonly variance: number;
}

function logitOf(r: number, n: number): Logit {
  return {
    r,
    n,
    m: Math.log((r + 0.5) / (n - r + 0.5)),
    variance: ((n + 1) * (n + 2)) / (n * (r + 1) * (n - r + 1)),
  };
}

/** A district's own logit, and how far its areas spread about it. */
function spreadOf(members: readonly Logit[]) {
  const r = members.reduce((sum, each) => sum + each.r, 0);
  const n = members.reduce((sum, each) => sum + each.n, 0);
  const { m } = logitOf(r, n);
  const squares = members.reduce((sum, each) => sum + (each.m - m) ** 2, 0);
  return { count: members.length, m, variance: squares / Math.max(1, members.length - 1) };
}
