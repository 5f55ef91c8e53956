import { slotsOf } from '@kith/core/place/week';
import type { Cut, OpenCut } from '@kith/core/scenario/cut';
import type { Scenario } from '@kith/core/scenario/report';
import type { SitePick } from '../../../engine/site-types.ts';
import { siteName } from './site-words.ts';

const SLOTS_OF_A_WEEK = 168;

/** The hours that a place tried is given: those asked about, so that it counts then; none where none were. */
function weekFor({ when }: Pick<Scenario, 'when'>): string | null {
  if (!when) return null;
  const open = new Set(slotsOf(when));
  return Array.from({ length: SLOTS_OF_A_WEEK }, (_, slot) => (open.has(slot) ? 'o' : '.')).join('');
}

/** References `new-1`, `new-2`, ... that no cut has yet. */
function freeReferences(cuts: readonly Cut[], many: number): string[] {
  const taken = new Set(cuts.flatMap((cut) => (cut.type === 'open' ? [cut.site] : [])));
  const free: string[] = [];
  for (let at = 1; free.length < many; at++) if (!taken.has(`new-${at}`)) free.push(`new-${at}`);
  return free;
}

/** Whether a new place of the scenario stands at every pick. */
export function isTried(picks: readonly SitePick[], cuts: readonly Cut[]): boolean {
  const at = ({ easting, northing }: { easting: number; northing: number }) => `${easting} ${northing}`;
  const opened = new Set(cuts.flatMap((cut) => (cut.type === 'open' ? [at(cut)] : [])));
  return picks.length > 0 && picks.every((pick) => opened.has(at(pick)));
}

/**
 * The picks as new places of the first kind that counts, beside the cuts there are. `closing` are places that close
 * with them: all that stand now, where the answer starts from nothing.
 */
export function cutsToTry(
  picks: readonly SitePick[],
  scenario: Pick<Scenario, 'kinds' | 'when'>,
  cuts: readonly Cut[],
  closing: readonly string[] = [],
): Cut[] {
  const kind = scenario.kinds[0] ?? 'library';
  const week = weekFor(scenario);
  const references = freeReferences(cuts, picks.length);
  const opens = picks.map(
    (pick, at): OpenCut => ({
      type: 'open',
      site: references[at] ?? `new-${at + 1}`,
      name: siteName(kind, pick.place?.name ?? pick.area.ward),
      kind,
      easting: pick.easting,
      northing: pick.northing,
      week,
    }),
  );
  return [...closing.map((place): Cut => ({ type: 'close', place })), ...opens];
}
