import { hoursOf } from '../place/week.ts';
import type { Baseline } from '../reach/baseline.ts';
import { closedByGrant, hasEnded } from './apply-cuts.ts';
import type { Cut } from './cut.ts';
import { placeNumbers } from './place-numbers.ts';
import type { Scenario, ScenarioReport } from './report.ts';

/** Places whose hours are shortened, in the order of the cuts, with the hours before and after: of every week, and of some. */
export function shortenedOf(baseline: Baseline, cuts: readonly Cut[]): ScenarioReport['shortened'] {
  const { places, weeks } = baseline;
  return cuts.flatMap((cut) => {
    if (cut.type !== 'shorten') return [];
    const number = placeNumbers(baseline).get(cut.place) ?? -1;
    const week = weeks[places.week[number] ?? -1];
    const before = week === undefined ? null : hoursOf(week);
    const after = hoursOf(cut.keeps);
    return [
      {
        place: cut.place,
        name: places.name[number] ?? '',
        before: before?.everyWeek ?? null,
        after: after.everyWeek,
        someWeeksBefore: before?.someWeeks ?? null,
        someWeeksAfter: after.someWeeks,
      },
    ];
  });
}

/** Grants that end, in the order of the cuts. */
export function grantsOf({ cuts, on }: Scenario): ScenarioReport['grants'] {
  return cuts.flatMap((cut) =>
    cut.type === 'end-grant'
      ? [{ grant: cut.grant, endsOn: cut.endsOn, ended: hasEnded(cut, on), closes: closedByGrant(cut) }]
      : [],
  );
}
