import type { WeekReach } from '@kith/core/reach/week-reach';
import { sitesOpenAgain } from '@kith/core/scenario/opens-again';
import type { ScenarioReport } from '@kith/core/scenario/report';
import { type ReportMeta, reportCsv } from '@kith/core/scenario/report-csv';
import type { Source } from '@kith/core/source/source';
import type { OpensAgain } from './cut-places.ts';

/** `kith-cuts-kirklees-2026-11-23.csv`. The day is that of the reader: the file itself carries none. */
export function reportFileName(patch: string, day: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `kith-cuts-${patch}-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.csv`;
}

/** The report as a file for a spreadsheet. The mark at its start tells Excel that it is UTF-8. */
export function reportFile(
  report: ScenarioReport,
  places: ReportMeta['places'],
  sources: readonly Source[],
  patchName: string,
  week: WeekReach | null,
  opensAgain: OpensAgain,
): Blob {
  const again = sitesOpenAgain(report.scenario.cuts, opensAgain);
  const text = reportCsv(report, { patchName, places, sources, week, again });
  return new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' });
}

/** Hands a file to the reader to keep. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
