import { DETOUR, PACES } from '../reach/walk.ts';
import { LENSES } from '../risk/lenses.ts';
import type { Source } from '../source/source.ts';
import { approximateMost } from './approximate-cuts.ts';
import { type Cell, csvText } from './csv.ts';
import type { Band, ScenarioReport } from './report.ts';

/** What a report does not hold itself and its file must say. */
export interface ReportMeta {
  /** The map's name in words. */
  readonly patchName: string;
  /** The closed places, in the order of the scenario's cuts. */
  readonly closed: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly Pick<
    Source,
    'title' | 'publisher' | 'vintage' | 'licence' | 'attribution' | 'url'
  >[];
}

/**
 * A report as a CSV file: parameters, totals, groups, fifths, areas, next places and sources, one part below the
 * other. The first column names the part; each part starts with a row of headings. Carries no date of its own, so
 * that the same report gives the same bytes.
 */
export function reportCsv(report: ScenarioReport, meta: ReportMeta): string {
  const nameOf = new Map(report.nextPlaces.map(({ place, name }) => [place, name]));
  return csvText([
    ...part('About', ['item', 'value'], about(report, meta)),
    ...part(
      'Closed places',
      ['reference', 'name'],
      meta.closed.map(({ id, name }) => [id, name]),
    ),
    ...part('Totals', ['what', 'number'], totals(report)),
    ...part(
      'Groups',
      ['group', 'counted in', 'in all', 'within reach before', 'within reach after', ...BAND],
      [
        groupRow('Everyone', 'people', report.people),
        groupRow('All households', 'households', report.households),
        ...report.groups.map((group) => groupRow(group.label, group.unit, group)),
      ],
    ),
    ...part(
      'Risk fifths',
      ['fifth (1 lower risk, 5 higher)', 'people in all', ...BAND],
      report.fifths.map(({ fifth, total, lost }) => [fifth ?? 'no score', total, ...band(lost)]),
    ),
    ...part(
      'Areas',
      AREA_HEADINGS,
      report.areas.map((area) => areaRow(area, nameOf)),
    ),
    ...part(
      'Where they would go',
      ['reference', 'name', 'people', 'mean walk, metres', 'mean extra walk, metres'],
      report.nextPlaces.map((next) => [
        next.place,
        next.name,
        next.people,
        next.walkMetres,
        next.extraWalkMetres,
      ]),
    ),
    ...part(
      'Places known only to their village',
      ['reference', 'name', 'lose reach: from', 'lose reach: to'],
      report.approximate.map(({ place, name, most }) => [place, name, 0, most]),
    ),
    ...part(
      'Sources',
      ['title', 'publisher', 'year of the data', 'licence', 'please say', 'address'],
      meta.sources.map((source) => [
        source.title,
        source.publisher,
        source.vintage,
        source.licence,
        source.attribution,
        source.url,
      ]),
    ),
  ]);
}

const DETOUR_WORDS = [
  { ruralUrban: 'urban', where: 'towns' },
  { ruralUrban: 'rural', where: 'the country' },
] as const;
const BAND = ['lose reach', 'lose reach: least', 'lose reach: most'];
const AREA_HEADINGS = [
  ...[
    'code',
    'name',
    'ward',
    'district',
    'people',
    'risk fifth',
    'within reach before',
    'within reach after',
  ],
  ...BAND,
  ...['aged 65 and over who lose reach', 'disabled people who lose reach'],
  ...['households living alone that lose reach', 'households with no car that lose reach'],
  ...['nobody within reach any more', 'extra person-metres of those who keep reach'],
  ...['where most would go', 'mean walk there, metres', 'mean extra walk, metres'],
  ...['another place may be near', 'near the edge of the map'],
];

function part(name: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): Cell[][] {
  return [['part', ...headings], ...rows.map((row) => [name, ...row])];
}

function groupRow(label: string, unit: string, counts: ScenarioReport['people']): Cell[] {
  return [label, unit, counts.total, counts.before, counts.after, ...band(counts.lost)];
}

function band({ middle, least, most }: Band): number[] {
  return [middle, least, most];
}

function about(report: ScenarioReport, meta: ReportMeta): Cell[][] {
  const { scenario, detour } = report;
  return [
    ['map', meta.patchName],
    ['kinds of place that count', scenario.kinds.join(', ')],
    ['minutes of walking', scenario.minutes],
    ['pace', PACES.find((pace) => pace.id === scenario.pace)?.label ?? scenario.pace],
    ['limit, walking metres', report.limitMetres],
    ...DETOUR_WORDS.flatMap(({ ruralUrban, where }) => [
      [`streets are longer than a straight line by, in ${where}`, detour[ruralUrban]],
      [`the factor behind the other two counts, in ${where}: low`, DETOUR[ruralUrban].low],
      [`the factor behind the other two counts, in ${where}: high`, DETOUR[ruralUrban].high],
    ]),
    ['risk is of', LENSES.find((lens) => lens.id === scenario.lens)?.label ?? scenario.lens],
    ['version of the data', report.dataVersion],
    ['hash of this scenario and data', report.hash],
    ['what this is not', 'People who lose reach, not people who become lonely.'],
  ];
}

function totals(report: ScenarioReport): Cell[][] {
  const { people, kept, nowhere, nearEdge, approximate } = report;
  const perhaps: Cell[][] =
    approximate.length === 0
      ? []
      : [
          [
            'people who may lose reach, not in these figures: places known only to their village',
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
    ...perhaps,
    ['of them, with nowhere left on the map to walk to', nowhere],
    ['of them, near an edge beyond which nothing is loaded', nearEdge],
    ['people who keep reach but walk further', kept.people],
    ['their mean extra walk, metres', kept.extraWalkMetres],
  ];
}

function areaRow(area: ScenarioReport['areas'][number], nameOf: ReadonlyMap<string, string>): Cell[] {
  return [
    ...[area.code, area.name, area.ward, area.district, area.residents, area.fifth],
    ...[area.before, area.after, ...band(area.lost)],
    ...[area.aged65Over, area.disabled, area.livingAlone, area.noCar],
    ...[area.newlyNone, area.keptFurther],
    area.nextPlace === null ? null : (nameOf.get(area.nextPlace) ?? area.nextPlace),
    ...[area.nextWalkMetres, area.extraWalkMetres, area.perhapsStill, area.nearEdge],
  ];
}
