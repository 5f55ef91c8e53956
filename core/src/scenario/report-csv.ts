import { DAYS } from '../place/week.ts';
import type { WeekReach } from '../reach/week-reach.ts';
import type { Source } from '../source/source.ts';
import { type Cell, csvText } from './csv.ts';
import type { Cut } from './cut.ts';
import { CUT_WORDS, cutDetail, DAY_NAMES } from './cut-words.ts';
import type { Band, Counts, ScenarioReport } from './report.ts';
import { aboutRows, totalRows } from './report-csv-totals.ts';

/** What a report does not hold itself and its file must say. */
export interface ReportMeta {
  /** The map's name in words. */
  readonly patchName: string;
  /** Names of the places that the cuts name; more do no harm, and one that is missing goes by its reference. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly Pick<
    Source,
    'title' | 'publisher' | 'vintage' | 'licence' | 'attribution' | 'url'
  >[];
  /** People within reach in each hour of the week, where it was worked out. */
  readonly week?: WeekReach | null;
}

/**
 * A report as a CSV file: parameters, cuts, totals, groups, risk, distances, areas, next places and sources, one part
 * below the other. The first column names the part; each part starts with a row of headings. Carries no date of its
 * own, so that the same report gives the same bytes.
 */
export function reportCsv(report: ScenarioReport, meta: ReportMeta): string {
  const known = new Map(meta.places.map(({ id, name }) => [id, name]));
  const nameOf = (place: string) => known.get(place) ?? place;
  const nextNames = new Map(report.nextPlaces.map(({ place, name }) => [place, name]));
  return csvText([
    ...part('About', ['item', 'value'], aboutRows(report, meta.patchName)),
    ...part(
      'Cuts',
      ['what', 'reference', 'name', 'in detail'],
      report.scenario.cuts.map((cut) => cutRow(cut, nameOf)),
    ),
    ...part('Totals', ['what', 'number'], totalRows(report)),
    ...part(
      'Groups',
      ['group', 'counted in', ...COUNTS],
      [
        ['Everyone', 'people', ...counts(report.people)],
        ['All households', 'households', ...counts(report.households)],
        ...report.groups.map((group): Cell[] => [group.label, group.unit, ...counts(group)]),
      ],
    ),
    ...part(
      'Risk fifths',
      ['fifth (1 lower risk, 5 higher)', ...COUNTS],
      report.fifths.map(({ fifth, ...each }) => [fifth ?? 'no score', ...counts(each)]),
    ),
    ...part(
      'Risk tenths',
      ['tenth (1 lower risk, 10 higher)', ...COUNTS],
      report.tenths.map(({ tenth, ...each }) => [tenth ?? 'no score', ...counts(each)]),
    ),
    ...part('How far people walk', CURVE_HEADINGS, curveRows(report)),
    ...(meta.week
      ? part(
          'Hours of the week',
          ['day', 'from, hour', 'within reach before', 'within reach after'],
          weekRows(meta.week),
        )
      : []),
    ...part(
      'Areas',
      AREA_HEADINGS,
      report.areas.map((area) => areaRow(area, nextNames)),
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
      'Places that only may count',
      ['reference', 'name', 'why', 'lose reach: from', 'lose reach: to'],
      report.approximate.map(({ place, name, why, most }) => [place, name, WHY[why], 0, most]),
    ),
    ...part(
      'Fewer hours',
      ['reference', 'name', 'hours a week before', 'hours a week after'],
      report.shortened.map(({ place, name, before, after }) => [place, name, before ?? 'not known', after]),
    ),
    ...part(
      'Grants',
      ['grant', 'ends on', 'has ended by the day looked at', 'closes'],
      report.grants.map(({ grant, endsOn, ended, closes }) => [
        grant,
        endsOn ?? 'not yet known',
        ended,
        closes.map(nameOf).join('; '),
      ]),
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

const WHY: { readonly [why in ScenarioReport['approximate'][number]['why']]: string } = {
  spot: 'known only to its village',
  hours: 'hours not known',
  'some-weeks': 'open then in some weeks only',
  unchecked: 'not checked since the day asked for',
};
const BAND = ['lose reach', 'lose reach: least', 'lose reach: most'];
const GAIN = ['gain reach', 'gain reach: least', 'gain reach: most'];
const COUNTS = ['in all', 'within reach before', 'within reach after', ...BAND, ...GAIN];
const CURVE_HEADINGS = [
  'walk of at most, metres',
  ...['people before', 'people before: least', 'people before: most'],
  ...['people after', 'people after: least', 'people after: most'],
];
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
  ...GAIN,
  ...['aged 65 and over who lose reach', 'disabled people who lose reach'],
  ...['households living alone that lose reach', 'households with no car that lose reach'],
  ...['nobody within reach any more', 'extra person-metres of those who keep reach'],
  ...['where most would go', 'mean walk there, metres', 'mean extra walk, metres'],
  ...['another place may be near', 'near the edge of the map'],
];

function weekRows({ before, after }: WeekReach): Cell[][] {
  return before.map((people, slot) => [
    DAY_NAMES[DAYS[Math.floor(slot / 24)] ?? 'mo'],
    slot % 24,
    people,
    after[slot] ?? 0,
  ]);
}

function part(name: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): Cell[][] {
  return [['part', ...headings], ...rows.map((row) => [name, ...row])];
}

function cutRow(cut: Cut, nameOf: (place: string) => string): Cell[] {
  const [reference, name] =
    cut.type === 'end-grant'
      ? [null, cut.grant]
      : cut.type === 'open'
        ? [cut.site, cut.name]
        : [cut.place, nameOf(cut.place)];
  return [CUT_WORDS[cut.type], reference, name, cutDetail(cut, nameOf)];
}

function counts({ total, before, after, lost, gained }: Counts): Cell[] {
  return [total, before, after, ...band(lost), ...band(gained)];
}

function curveRows({ curve: { metres, before, after } }: ScenarioReport): Cell[][] {
  return metres.map((walk, at) => [
    walk,
    ...[before, after].flatMap((side) => [side.middle[at] ?? 0, side.least[at] ?? 0, side.most[at] ?? 0]),
  ]);
}

function band({ middle, least, most }: Band): number[] {
  return [middle, least, most];
}

function areaRow(area: ScenarioReport['areas'][number], nameOf: ReadonlyMap<string, string>): Cell[] {
  return [
    ...[area.code, area.name, area.ward, area.district, area.residents, area.fifth],
    ...[area.before, area.after, ...band(area.lost), ...band(area.gained)],
    ...[area.aged65Over, area.disabled, area.livingAlone, area.noCar],
    ...[area.newlyNone, area.keptFurther],
    area.nextPlace === null ? null : (nameOf.get(area.nextPlace) ?? area.nextPlace),
    ...[area.nextWalkMetres, area.extraWalkMetres, area.perhapsStill, area.nearEdge],
  ];
}
