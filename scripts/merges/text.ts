import type { Candidate, CandidateSide, Decision } from '@kith/api/store/merge-queue-store';
import type { Claim } from '@kith/core/place/place';

/** What is shown of a field on a terminal: one line, not too long. */
const LONGEST = 60;
/** Fields that a person cannot judge by, or that the position says already. */
const UNTOLD = new Set(['patch', 'outside', 'mobile', 'notes']);

export function queueText(
  { total, candidates }: { total: number; candidates: readonly Candidate[] },
  offset: number,
): string {
  if (total === 0) return 'No pairs wait for a decision.\n';
  if (candidates.length === 0) return `No more: ${total} wait in all.\n`;
  const shown = `${offset + 1} to ${offset + candidates.length} of ${total}`;
  return [`Pairs that may be one place, likeliest first (${shown}).\n`, ...candidates.map(pairText)].join(
    '\n',
  );
}

function pairText(pair: Candidate): string {
  const differs = pair.differs.filter(({ field }) => !UNTOLD.has(field));
  return [
    `${scoreText(pair.score)}  ${pair.reasons.join('; ')}`,
    `  A ${sideText(pair.to)}`,
    `    ${pair.toId}`,
    `  B ${sideText(pair.from)}`,
    `    ${pair.fromId}`,
    ...differs.flatMap(({ field, from, to }) => [
      `    ${field}`,
      `      A ${claimText(to)}`,
      `      B ${claimText(from)}`,
    ]),
    `  one place:  npm run merges -- accept ${pair.toId} ${pair.fromId} --by NAME`,
    `  two places: npm run merges -- apart ${pair.toId} ${pair.fromId} --by NAME`,
    '',
  ].join('\n');
}

function sideText(side: CandidateSide): string {
  const where = [side.address, side.postcode, side.district].filter(Boolean).join(', ');
  return `${side.name} (${side.kind}, ${side.status}) ${where}`.trim();
}

function claimText(claim: Claim | null): string {
  if (claim === null) return '-';
  const when = claim.asOf === null ? 'undated' : claim.asOf;
  return `${valueText(claim.value)}  [${claim.source}, ${when}, ${claim.licence}]`;
}

function valueText(value: unknown): string {
  const text =
    typeof value === 'object' && value !== null && 'easting' in value && 'northing' in value
      ? `${value.easting} ${value.northing}`
      : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

export interface Shown {
  readonly id: string;
  readonly place: CandidateSide;
  /** The listings that were merged into it, each with the number of the merge. */
  readonly merged: readonly { readonly id: string; readonly merge: number | null }[];
}

export function placeText({ id, place, merged }: Shown): string {
  return [
    sideText(place),
    `  ${id}`,
    ...(merged.length === 0 ? ['  Nothing was merged into it.'] : ['  Merged into it:']),
    ...merged.map(
      (each) =>
        `    ${each.id}${each.merge === null ? '' : `  (merge ${each.merge}: npm run merges -- undo ${each.merge} --by NAME)`}`,
    ),
    '  What is shown, and who says so:',
    ...place.claims.map((claim) => `    ${claim.field}: ${claimText(claim)}`),
    '',
  ].join('\n');
}

export function historyText(
  { total, decisions }: { total: number; decisions: readonly Decision[] },
  offset: number,
): string {
  if (total === 0) return 'Nothing has been decided yet.\n';
  const lines = decisions.map((each) => {
    const [from, to] = [each.fromName ?? each.fromId, each.toName ?? each.toId];
    const score = each.score === null ? '' : `, score ${scoreText(each.score)}`;
    const why = each.reasons.length === 0 ? '' : ` (${each.reasons.join('; ')})`;
    const state = each.kind !== 'merge' ? '' : each.stands ? '' : ' [undone since]';
    return [
      `${each.id}  ${each.at.slice(0, 10)}  ${each.author}: ${DID[each.kind]} ${from} ${BETWEEN[each.kind]} ${to}${score}${why}${state}`,
      `     ${each.fromId} ${each.toId}`,
    ].join('\n');
  });
  return `Decisions ${offset + 1} to ${offset + decisions.length} of ${total}, newest first.\n${lines.join('\n')}\n`;
}

const DID = { merge: 'merged', undo: 'undid the merge of', apart: 'kept apart' } as const;
const BETWEEN = { merge: 'into', undo: 'into', apart: 'and' } as const;

/** Two decimals, rounded down: only an equal UPRN is 1.00. */
function scoreText(score: number): string {
  return (Math.floor(score * 100) / 100).toFixed(2);
}
