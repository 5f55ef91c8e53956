import type { DataReport, SourceReport } from '@kith/core/source/data-report';
import { whole } from '../load/whole-number.ts';
import { textTable } from './text-table.ts';

/** The report as plain text for a terminal. */
export function dataReportText(report: DataReport, database: string): string {
  return [
    heading(`Data report of ${database}`),
    `Version ${report.version}`,
    held(report),
    heading('When it was loaded'),
    loads(report),
    heading('Sources'),
    textTable(
      [
        'source',
        'year',
        'licence',
        'places',
        'districts',
        'statements',
        'figures',
        'rejected',
        'oldest check',
      ],
      report.sources.map((source) => [
        source.id,
        source.vintage,
        source.licenceFamily,
        source.gave.places,
        source.reaches?.districts ?? '',
        source.gave.statements,
        source.gave.areaFigures,
        source.rejected.total,
        oldest(source),
      ]),
    ),
    heading('Licences: what is shared alike is kept and exported apart'),
    textTable(
      ['licence', 'share alike', 'sources', 'statements'],
      report.licences.map((each) => [
        each.name,
        each.shareAlike ? 'yes' : 'no',
        each.sources,
        each.statements,
      ]),
    ),
    heading('Figures of areas'),
    textTable(
      ['figure', 'year', 'own', 'wider area', 'none'],
      report.indicators.map((each) => [each.label, each.year, each.own, each.wider, each.none]),
    ),
    ...report.indicators.flatMap(({ label, reasons }) =>
      reasons.map(({ reason, count }) => `  ${label}: ${whole(count)} without. ${reason}`),
    ),
    heading('How old what is shown of places is'),
    textTable(
      ['kind', 'places', 'undated', 'oldest check', 'newest check'],
      report.freshness.map((each) => [
        each.kind,
        each.places,
        each.undated,
        each.oldestCheck ?? 'none checked',
        each.newestCheck ?? '',
      ]),
    ),
    heading('One record per place'),
    `${whole(report.merges.merged)} listings merged (${whole(report.merges.byLoad)} certain, ${whole(report.merges.byPeople)} by people); ` +
      `${whole(report.merges.queue)} possible doubles wait; ${whole(report.merges.undone)} undone; ${whole(report.merges.keptApart)} kept apart.`,
    ...rejected(report.sources),
    heading('Checks'),
    ...report.checks.flatMap(checkLines),
    '',
    closing(report),
  ].join('\n');
}

const heading = (text: string): string => `\n${text}\n${'='.repeat(text.length)}`;

function held({ held: n }: DataReport): string {
  return textTable(
    ['held', 'rows'],
    [
      ['areas', n.areas],
      ['residents in them', n.residents],
      ['districts', n.districts],
      ['places', n.places],
      ['of them closed', n.closedPlaces],
      ['of them no longer on their source’s list', n.gonePlaces],
      ['statements about places', n.statements],
      ['figures of areas', n.areaFigures],
      ['home points', n.homePoints],
      ['postcodes', n.postcodes],
      ['beginnings of postcodes', n.postcodeSectors],
      ['names of towns and villages', n.placeNames],
      ['years of council spending', n.yearsOfSpending],
    ],
  );
}

function loads(report: DataReport): string {
  if (report.loads.length === 0) return 'Nothing is loaded.';
  return textTable(
    ['part', 'of', 'loaded at (UTC)'],
    report.loads.map(({ part, of, at }) => [part, of, at.slice(0, 16).replace('T', ' ')]),
  );
}

function oldest(source: SourceReport): string {
  const checked = source.dates.find((each) => each.basis === 'checked');
  if (checked?.oldest) return checked.oldest;
  return source.dates.length === 0 ? '' : 'not checked';
}

function rejected(sources: readonly SourceReport[]): string[] {
  const some = sources.filter((source) => source.rejected.total > 0);
  if (some.length === 0) return [heading('Rows that could not be used'), 'None.'];
  return [
    heading('Rows that could not be used'),
    ...some.flatMap(({ title, rejected: { total, groups } }) => [
      `${title}: ${whole(total)}`,
      ...groups.map(
        ({ count, problem, column, files, examples }) =>
          `  ${whole(count)} x ${column === null ? '' : `${column}: `}${problem} (${files === 1 ? examples[0]?.file : `${whole(files)} files`}, ${rowsOf(examples)})`,
      ),
    ]),
  ];
}

function rowsOf(examples: readonly { readonly row: number | null }[]): string {
  const rows = examples.flatMap(({ row }) => row ?? []);
  return rows.length === 0 ? 'the whole file' : `row ${rows.join(', ')}`;
}

function checkLines({ holds, count, says, mend, examples }: DataReport['checks'][number]): string[] {
  if (holds) return [`ok    ${says}`];
  return [
    `LOOK  ${whole(count)} ${says}`,
    `      such as: ${examples.join('; ')}`,
    `      To mend it: ${mend}`,
  ];
}

function closing({ checks }: DataReport): string {
  const wrong = checks.filter((check) => !check.holds).length;
  return wrong === 0
    ? `All ${checks.length} checks hold.`
    : `${wrong} of ${checks.length} checks ask for someone to look.`;
}
