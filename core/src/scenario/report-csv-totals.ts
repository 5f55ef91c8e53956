import { DETOUR, PACES } from '../reach/walk.ts';
import { LENSES } from '../risk/lenses.ts';
import { approximateMost } from './approximate-cuts.ts';
import type { Cell } from './csv.ts';
import { formatWhen } from './cut-words.ts';
import type { ScenarioReport } from './report.ts';

const DETOUR_WORDS = [
  { ruralUrban: 'urban', where: 'towns' },
  { ruralUrban: 'rural', where: 'the country' },
] as const;
/** What was asked, and of which data. */
export function aboutRows(report: ScenarioReport, patchName: string): Cell[][] {
  const { scenario, detour } = report;
  return [
    ['map', patchName],
    ['kinds of place that count', scenario.kinds.join(', ')],
    ...limitSaid(scenario),
    ['limit, walking metres', report.limitMetres],
    ...DETOUR_WORDS.flatMap(({ ruralUrban, where }) => [
      [`streets are longer than a straight line by, in ${where}`, detour[ruralUrban]],
      [`the factor behind the other two counts, in ${where}: low`, DETOUR[ruralUrban].low],
      [`the factor behind the other two counts, in ${where}: high`, DETOUR[ruralUrban].high],
    ]),
    ['risk is of', LENSES.find((lens) => lens.id === scenario.lens)?.label ?? scenario.lens],
    ['day and hour', formatWhen(scenario.when)],
    ...(scenario.when === null
      ? []
      : [['places open then in some weeks only', scenario.someWeeks ? 'count' : 'do not count']]),
    ['places checked since', scenario.checkedSince ?? 'any day, or never'],
    ['day looked at', scenario.on ?? 'after every grant has ended'],
    ['version of the data', report.dataVersion],
    ['hash of this scenario and data', report.hash],
    ['what this is not', 'People who lose reach, not people who become lonely.'],
  ];
}

/** The limit as it was given: in minutes at a pace, or in metres. */
function limitSaid({ metres, minutes, pace }: ScenarioReport['scenario']): Cell[][] {
  if (metres !== null) return [['the limit was given in', 'metres']];
  return [
    ['minutes of walking', minutes],
    ['pace', PACES.find(({ id }) => id === pace)?.label ?? pace],
  ];
}

/** What it comes to, in single numbers. */
export function totalRows(report: ScenarioReport): Cell[][] {
  const { people, kept, nearer, nowhere, nearEdge, approximate, perhaps } = report;
  const mayLose: Cell[][] =
    approximate.length === 0
      ? []
      : [
          [
            'people who may lose reach, not in these figures: near cut places that only may count',
            `0 to ${approximateMost(report)}`,
          ],
        ];
  return [
    ['people on this map', people.total],
    ['people within reach before', people.before],
    ['people within reach after', people.after],
    ['people who lose reach', people.lost.middle],
    ['people who lose reach: least', people.lost.least],
    ['people who lose reach: most', people.lost.most],
    ...mayLose,
    ['of them, with nowhere left on the map to walk to', nowhere],
    ['of them, near an edge beyond which nothing is loaded', nearEdge],
    ['people who gain reach', people.gained.middle],
    ['people who gain reach: least', people.gained.least],
    ['people who gain reach: most', people.gained.most],
    ['people who keep reach but walk further', kept.people],
    ['their mean extra walk, metres', kept.extraWalkMetres],
    ['people who had reach and walk less', nearer.people],
    ['their mean saving, metres', nearer.lessWalkMetres],
    ['people not within reach, but perhaps, before', perhaps.before],
    ['people not within reach, but perhaps, after', perhaps.after],
  ];
}
