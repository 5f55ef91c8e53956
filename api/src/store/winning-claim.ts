import type { Claim } from '@kith/core/place/place';

/** A claim as it lies in the log: `id` grows with every claim, `priority` is its source's (lower is trusted more). */
export interface LoggedClaim extends Claim {
  readonly id: number;
  /** The place it was said of: another than the place shown where two were merged. */
  readonly placeId: string;
  readonly author: string;
  readonly priority: number;
}

/** Who speaks for files: whatever they say is overruled by what a person said. */
const LOADERS: ReadonlySet<string> = new Set(['load', 'starter']);

/** Whether a person said it, and not a file. */
export function isPersonal({ author }: Pick<LoggedClaim, 'author'>): boolean {
  return !LOADERS.has(author);
}

/** Stands with the claim that is added when a source lists a place no longer, and tells it from all others. */
export const NO_LONGER_LISTED = 'No longer in the list of this source';

/**
 * Which of several claims about one field of one place is shown.
 * What a person said beats what was loaded, whatever the dates (docs/adr/0007). Among people, and among files, the
 * later date wins. At the same date, among people the claim made last does; among files a checked claim beats a published
 * one, and that an undated one; then the more trusted source; then the claim made last. A claim without a date is older than any with one. A year
 * counts as its beginning (`2018` is before `2018-05`): this errs towards the more exact date.
 * @returns undefined for an empty list
 */
export function winningClaim(claims: readonly LoggedClaim[]): LoggedClaim | undefined {
  let best: LoggedClaim | undefined;
  for (const claim of claims) if (best === undefined || beats(claim, best)) best = claim;
  return best;
}

const BASIS_WEIGHT = { checked: 2, published: 1, undated: 0 } as const;

function beats(one: LoggedClaim, other: LoggedClaim): boolean {
  const person = !LOADERS.has(one.author);
  if (person !== !LOADERS.has(other.author)) return person;
  const date = one.asOf ?? '';
  const otherDate = other.asOf ?? '';
  if (date !== otherDate) return date > otherDate;
  // Whoever speaks later the same day had what was said before in front of them, and a steward let it stand.
  if (person) return one.id > other.id;
  const weight = BASIS_WEIGHT[one.basis];
  const otherWeight = BASIS_WEIGHT[other.basis];
  if (weight !== otherWeight) return weight > otherWeight;
  if (one.priority !== other.priority) return one.priority < other.priority;
  return one.id > other.id;
}

/**
 * The winning claim of every field; fields whose winner is a withdrawal (null) are left out.
 * @param listed whether some source lists the place still: that another has dropped it then says nothing
 */
export function winningClaims(claims: readonly LoggedClaim[], listed = false): LoggedClaim[] {
  const byField = new Map<string, LoggedClaim[]>();
  for (const claim of claims) {
    const list = byField.get(claim.field);
    if (list === undefined) byField.set(claim.field, [claim]);
    else list.push(claim);
  }
  const winners: LoggedClaim[] = [];
  for (const list of byField.values()) {
    const live = liveClaims(list).filter(saysSomething);
    const winner = winningClaim(
      listed ? live.filter((each) => each.sourceDetail !== NO_LONGER_LISTED) : live,
    );
    if (winner !== undefined && winner.value !== null) winners.push(winner);
  }
  return winners;
}

/** What files say last of a field; undefined where no file says anything of it any more. */
export function fileClaim(claims: readonly LoggedClaim[], field: string): LoggedClaim | undefined {
  const said = claims.filter((claim) => claim.field === field && !isPersonal(claim));
  return winningClaim(liveClaims(said).filter(saysSomething));
}

/**
 * Whoever speaks again about the same source takes back what they said before: of each source and author only
 * the last claim stands. So a reload that no longer holds a value withdraws it with an undated null, which then
 * says nothing; a person's dated null ("this number is wrong") wins like any newer claim. The starter's excerpt of a
 * source gives way to the source's own file, whichever was loaded last.
 */
function liveClaims(claims: readonly LoggedClaim[]): LoggedClaim[] {
  const last = new Map<string, LoggedClaim>();
  for (const claim of claims) {
    const voice = claim.author === 'starter' ? 'load' : claim.author;
    const speaker = `${claim.source}\n${voice}\n${claim.placeId}`;
    const before = last.get(speaker);
    if (before === undefined || speaksAfter(claim, before)) last.set(speaker, claim);
  }
  return [...last.values()];
}

function speaksAfter(claim: LoggedClaim, before: LoggedClaim): boolean {
  if (claim.author !== before.author) return before.author === 'starter';
  return claim.id > before.id;
}

/** An undated null only takes back: it must not beat another source's undated value by being trusted more. */
function saysSomething(claim: LoggedClaim): boolean {
  return claim.value !== null || claim.asOf !== null;
}
