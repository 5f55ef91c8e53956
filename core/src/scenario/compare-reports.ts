import type { Cut } from './cut.ts';
import { formatWhen } from './cut-words.ts';
import { canonicalJson } from './hash.ts';
import type { AreaLoss, ScenarioReport } from './report.ts';

/** One figure of two reports, with `difference` = `b` less `a`. */
export interface ComparedFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: 'people' | 'households';
  readonly a: number;
  readonly b: number;
  readonly difference: number;
}

/** People of one area who lose (or gain) reach under two scenarios; middle detour factor. */
export interface ComparedArea {
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  readonly a: number;
  readonly b: number;
  readonly difference: number;
}

export interface Comparison {
  /** The two ask the same of the same data, so that only their cuts make the difference. */
  readonly same: boolean;
  /** Where the questions themselves differ, a sentence each; empty when `same`. */
  readonly differs: readonly string[];
  readonly rows: readonly ComparedFigure[];
  /** Areas where not as many lose reach: the greatest difference first, then by code. */
  readonly areas: readonly ComparedArea[];
  /** Areas where not as many gain reach, in the same order. */
  readonly areasGaining: readonly ComparedArea[];
  readonly onlyA: readonly Cut[];
  readonly onlyB: readonly Cut[];
}

/** Sets two reports of one map side by side. Turned round, every difference has the other sign. */
export function compareReports(a: ScenarioReport, b: ScenarioReport): Comparison {
  const differs = differences(a, b);
  return {
    same: differs.length === 0,
    differs,
    rows: figures(a, b),
    areas: areasApart(a, b, (area) => area.lost.middle),
    areasGaining: areasApart(a, b, (area) => area.gained.middle),
    onlyA: onlyIn(a, b),
    onlyB: onlyIn(b, a),
  };
}

const FIFTH_LABELS = ['lower risk', '', '', '', 'higher risk'];

function figures(a: ScenarioReport, b: ScenarioReport): ComparedFigure[] {
  const row = (
    id: string,
    label: string,
    of: (report: ScenarioReport) => number,
    unit: ComparedFigure['unit'] = 'people',
  ): ComparedFigure => ({ id, label, unit, a: of(a), b: of(b), difference: of(b) - of(a) });
  const groups = a.groups.flatMap(({ id, label, unit }, at) => [
    row(`${id}-lost`, `${label}: lose reach`, (report) => report.groups[at]?.lost.middle ?? 0, unit),
    row(`${id}-gained`, `${label}: gain reach`, (report) => report.groups[at]?.gained.middle ?? 0, unit),
  ]);
  const fifths = a.fifths.map(({ fifth }, at) => {
    const level = FIFTH_LABELS[(fifth ?? 0) - 1];
    const name = fifth === null ? 'No risk score' : `Risk fifth ${fifth}${level ? ` (${level})` : ''}`;
    const of = (report: ScenarioReport) => report.fifths[at]?.lost.middle ?? 0;
    return row(`fifth-${fifth ?? 'none'}-lost`, `${name}: lose reach`, of);
  });
  const rows = [
    row('people-lost', 'People who lose reach', ({ people }) => people.lost.middle),
    row('people-gained', 'People who gain reach', ({ people }) => people.gained.middle),
    row('people-after', 'People within reach after', ({ people }) => people.after),
    row('kept', 'People who keep reach but walk further', ({ kept }) => kept.people),
    row('nearer', 'People who had reach and walk less', ({ nearer }) => nearer.people),
    ...groups,
    row('households-lost', 'All households: lose reach', (each) => each.households.lost.middle, 'households'),
    ...fifths,
  ];
  // What nobody gains under either is not worth a line, nor are areas without a score where there are none.
  const always = new Set(['people-lost', 'people-after']);
  const quiet = (id: string) => id.endsWith('-gained') || id === 'nearer' || id === 'fifth-none-lost';
  return rows.filter((each) => always.has(each.id) || !quiet(each.id) || each.a !== 0 || each.b !== 0);
}

function areasApart(a: ScenarioReport, b: ScenarioReport, of: (area: AreaLoss) => number): ComparedArea[] {
  const inA = new Map(a.areas.map((area) => [area.code, area]));
  const inB = new Map(b.areas.map((area) => [area.code, area]));
  return [...new Map([...inA, ...inB]).values()]
    .map(({ code, name, ward }) => {
      const [first, second] = [inA.get(code), inB.get(code)];
      const lost = { a: first ? of(first) : 0, b: second ? of(second) : 0 };
      return { code, name, ward, ...lost, difference: lost.b - lost.a };
    })
    .filter(({ difference }) => difference !== 0)
    .sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference) || (x.code < y.code ? -1 : 1));
}

function onlyIn(a: ScenarioReport, b: ScenarioReport): Cut[] {
  const inB = new Set(b.scenario.cuts.map(canonicalJson));
  return a.scenario.cuts.filter((cut) => !inB.has(canonicalJson(cut)));
}

/** Where two questions differ, a sentence each: first of all what makes figures not comparable. */
function differences(a: ScenarioReport, b: ScenarioReport): string[] {
  const [one, two] = [a.scenario, b.scenario];
  const found: string[] = [];
  const say = (is: boolean, words: string) => is && found.push(words);
  const kinds = (report: ScenarioReport) => [...report.scenario.kinds].sort().join(', ');
  const time = (report: ScenarioReport) => formatWhen(report.scenario.when);
  say(one.patch !== two.patch, 'They are of different maps.');
  say(a.dataVersion !== b.dataVersion, 'They were worked out from different versions of the data.');
  say(kinds(a) !== kinds(b), `Different kinds of place count: ${kinds(a)}; and ${kinds(b)}.`);
  say(
    a.limitMetres !== b.limitMetres,
    `The limits differ: ${metres(a.limitMetres)} and ${metres(b.limitMetres)} of walking.`,
  );
  say(time(a) !== time(b), `They ask about different times: ${time(a)}; and ${time(b)}.`);
  say(
    one.someWeeks !== two.someWeeks && (one.when !== null || two.when !== null),
    'Only one of them counts places that are open in some weeks only.',
  );
  say(
    one.checkedSince !== two.checkedSince,
    `They ask for different checks: ${since(one.checkedSince)}; and ${since(two.checkedSince)}.`,
  );
  say(one.on !== two.on, `They look at different days: ${day(one.on)}; and ${day(two.on)}.`);
  say(one.lens !== two.lens, 'They sort areas by the risk of different people, so the fifths differ.');
  return found;
}

function metres(limit: number): string {
  return `${Math.round(limit)} m`;
}
function since(checkedSince: string | null): string {
  return checkedSince === null ? 'any place counts' : `only places checked since ${checkedSince}`;
}
function day(on: string | null): string {
  return on ?? 'after every end';
}
