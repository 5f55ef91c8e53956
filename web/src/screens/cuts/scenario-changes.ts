import type { Cut, OpenCut } from '@kith/core/scenario/cut';
import type { Scenario } from '@kith/core/scenario/report';

/** What a scenario does to places, whatever that does to people. */
export interface ScenarioChanges {
  /** Places that are gone: closed, or paid for by a grant that has ended by the day looked at. */
  readonly closed: readonly string[];
  /** Places that keep only some of their hours. */
  readonly shortened: readonly string[];
  readonly opened: readonly OpenCut[];
}

export const NO_CHANGES: ScenarioChanges = { closed: [], shortened: [], opened: [] };

/** @param on the day looked at; null: after every end of a grant */
export function changesOf({ cuts, on }: Pick<Scenario, 'cuts' | 'on'>): ScenarioChanges {
  return {
    closed: cuts.flatMap((cut) => goneBy(cut, on)),
    shortened: cuts.flatMap((cut) => (cut.type === 'shorten' ? [cut.place] : [])),
    opened: cuts.flatMap((cut) => (cut.type === 'open' ? [cut] : [])),
  };
}

function goneBy(cut: Cut, on: string | null): readonly string[] {
  if (cut.type === 'close') return [cut.place];
  if (cut.type !== 'end-grant') return [];
  const ended = on === null || cut.endsOn === null || on >= cut.endsOn;
  return ended ? cut.places.filter((place) => !cut.replaced.includes(place)) : [];
}
