import type { WeekReach } from '../reach/week-reach.ts';
import type { Source } from '../source/source.ts';
import { type Cell, csvText } from './csv.ts';
import type { Cut } from './cut.ts';
import { CUT_WORDS, cutDetail, OPENS_AGAIN } from './cut-words.ts';
import type { ScenarioReport } from './report.ts';
import {
  AREA_HEADINGS,
  areaRow,
  COUNTS,
  CURVE_HEADINGS,
  counts,
  curveRows,
  SHORTENED_HEADINGS,
  shortenedRow,
  WHY,
  weekRows,
} from './report-csv-rows.ts';
import { aboutRows, totalRows } from './report-csv-totals.ts';

/** What a report does not hold itself and its file must say. */
export interface ReportMeta {
  /** The map's name in words. */
  readonly patchName: string;
  /** Names of the places that the cuts name; more do no harm, and one that is missing goes by its reference. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** References of new places that are closed ones opened again, as `sitesOpenAgain` finds them. */
  readonly again?: ReadonlySet<string>;
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
      report.scenario.cuts.map((cut) => cutRow(cut, nameOf, report.shortened, meta.again)),
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
    ...part('Fewer hours', SHORTENED_HEADINGS, report.shortened.map(shortenedRow)),
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

function part(name: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): Cell[][] {
  return [['part', ...headings], ...rows.map((row) => [name, ...row])];
}

function cutRow(
  cut: Cut,
  nameOf: (place: string) => string,
  shortened: ScenarioReport['shortened'],
  again: ReportMeta['again'],
): Cell[] {
  const [reference, name] =
    cut.type === 'end-grant'
      ? [null, cut.grant]
      : cut.type === 'open'
        ? [cut.site, cut.name]
        : [cut.place, nameOf(cut.place)];
  const hours = cut.type === 'shorten' ? shortened.find((each) => each.place === cut.place) : undefined;
  const beside = hours ? `; hours a week: ${hours.before ?? 'not known'} before, ${hours.after} after` : '';
  const what = cut.type === 'open' && again?.has(cut.site) ? OPENS_AGAIN : CUT_WORDS[cut.type];
  return [what, reference, name, `${cutDetail(cut, nameOf)}${beside}`];
}
