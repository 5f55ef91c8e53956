import { PACES } from '@kith/core/reach/walk';
import type { ScenarioReport } from '@kith/core/scenario/report';
import { orList, whole } from '../../words/area-words.ts';
import { dateWords } from '../../words/dates.ts';
import { whenWords } from './week/week-words.ts';
import { countOf, lossLine, manyOfKinds, oneOfKinds } from './words.ts';

type Asked = ScenarioReport['scenario'];

/** A pace to follow "at": `a planner’s pace`, `0.8 metres a second`. */
export const paceWords = (id: Asked['pace']): string =>
  (PACES.find((each) => each.id === id) ?? PACES[0]).detail.replace('1 km in 15 minutes', 'a planner’s pace');

/** What reach means, as it is said when it changes: `Counting libraries open on a Sunday, within 1,000 m along streets`. */
export function reachSaid(scenario: Asked, limitMetres: number): string {
  const { kinds, when, someWeeks, metres, minutes, pace, on } = scenario;
  const named =
    kinds.length > 2
      ? orList(
          kinds.map((kind) => manyOfKinds([kind])),
          'and',
        )
      : manyOfKinds(kinds);
  const hours = when
    ? ` open ${whenWords(when)}${someWeeks ? ', also those open in some weeks only' : ''}`
    : '';
  const walk = metres === null ? `a ${minutes}-minute walk at ${paceWords(pace)}, ` : '';
  const day = on ? `, as on ${dateWords(on)}` : '';
  return `Counting ${named}${hours}, within ${walk}${whole(limitMetres)} m along streets${day}.`;
}

/** What a report comes to, as it is heard: of the whole plan, whatever its newest cut. */
export function outcomeSaid(report: ScenarioReport): string {
  if (report.scenario.cuts.length === 0) return 'Nothing is closed.';
  const { figure, words, leftOut } = lossLine(report);
  // The figure is of the whole plan: after its first cut it is not what the newest one does.
  const all = report.scenario.cuts.length > 1 ? 'In all: ' : '';
  return `${all}${figure} ${words}. ${leftOut}`.trim();
}

/** The main figure on screen after another reach: of those within it, where nothing is cut. */
export function figureSaid(report: ScenarioReport): string {
  if (report.scenario.cuts.length > 0) return outcomeSaid(report);
  const { before, total } = report.people;
  const have = before === 1 ? 'has' : 'have';
  return `${whole(before)} of ${countOf(total, 'people')} here ${have} ${oneOfKinds(report.scenario.kinds)} within reach now.`;
}
