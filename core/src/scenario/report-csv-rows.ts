import { DAYS } from '../place/week.ts';
import type { WeekReach } from '../reach/week-reach.ts';
import type { Cell } from './csv.ts';
import { DAY_NAMES } from './cut-words.ts';
import type { Band, Counts, ScenarioReport } from './report.ts';

/** Why a place only may count, in words. */
export const WHY: { readonly [why in ScenarioReport['approximate'][number]['why']]: string } = {
  spot: 'known only to its village',
  hours: 'hours not known',
  'some-weeks': 'open then in some weeks only',
  unchecked: 'not checked since the day asked for',
  stale: 'listed by people alone, and not checked for long',
};
const BAND = ['lose reach', 'lose reach: least', 'lose reach: most'];
const GAIN = ['gain reach', 'gain reach: least', 'gain reach: most'];
/** The headings of `counts`. */
export const COUNTS = ['in all', 'within reach before', 'within reach after', ...BAND, ...GAIN];
export const SHORTENED_HEADINGS = [
  ...['reference', 'name', 'hours a week before', 'hours a week after'],
  ...['hours of some weeks only before', 'hours of some weeks only after'],
];
export const CURVE_HEADINGS = [
  'walk of at most, metres',
  ...['people before', 'people before: least', 'people before: most'],
  ...['people after', 'people after: least', 'people after: most'],
];
export const AREA_HEADINGS = [
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

/** People within reach in each hour of the week. */
export function weekRows({ before, after }: WeekReach): Cell[][] {
  return before.map((people, slot) => [
    DAY_NAMES[DAYS[Math.floor(slot / 24)] ?? 'mo'],
    slot % 24,
    people,
    after[slot] ?? 0,
  ]);
}

/** One count with its bands, under `COUNTS`. */
export function counts({ total, before, after, lost, gained }: Counts): Cell[] {
  return [total, before, after, ...band(lost), ...band(gained)];
}

/** People within each walk, under `CURVE_HEADINGS`. */
export function curveRows({ curve: { metres, before, after } }: ScenarioReport): Cell[][] {
  return metres.map((walk, at) => [
    walk,
    ...[before, after].flatMap((side) => [side.middle[at] ?? 0, side.least[at] ?? 0, side.most[at] ?? 0]),
  ]);
}

function band({ middle, least, most }: Band): number[] {
  return [middle, least, most];
}

/** An area, under `AREA_HEADINGS`. @param nameOf names of next places */
export function areaRow(area: ScenarioReport['areas'][number], nameOf: ReadonlyMap<string, string>): Cell[] {
  return [
    ...[area.code, area.name, area.ward, area.district, area.residents, area.fifth],
    ...[area.before, area.after, ...band(area.lost), ...band(area.gained)],
    ...[area.aged65Over, area.disabled, area.livingAlone, area.noCar],
    ...[area.newlyNone, area.keptFurther],
    area.nextPlace === null ? null : (nameOf.get(area.nextPlace) ?? area.nextPlace),
    ...[area.nextWalkMetres, area.extraWalkMetres, area.perhapsStill, area.nearEdge],
  ];
}

/** Hours before and after, under `SHORTENED_HEADINGS`. */
export function shortenedRow(each: ScenarioReport['shortened'][number]): Cell[] {
  return [
    ...[each.place, each.name, each.before ?? 'not known', each.after],
    ...[each.someWeeksBefore ?? 'not known', each.someWeeksAfter],
  ];
}
