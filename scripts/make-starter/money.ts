import { compareText, csvText } from './csv-text.ts';
import type { SharedFiles } from './shared-files.ts';

export const MONEY_FILE = 'data/money/mhclg_rs_net_current_cultural_by_la_2010_2018.csv.gz';

/**
 * The councils of the patches by the Treasury's code, which stays the same while their names vary. Police and
 * fire authorities have other codes and stay out. In Leicestershire the county runs libraries; its seven districts
 * run parks, museums and halls, so both are here.
 */
const COUNCILS: Readonly<Record<string, readonly [name: string, code: string, patch: string]>> = {
  E1401: ['Brighton and Hove', 'E06000043', 'brighton-and-hove'],
  E2401: ['Leicester', 'E06000016', 'leicestershire'],
  E2402: ['Rutland', 'E06000017', 'leicestershire'],
  E2421: ['Leicestershire', 'E10000018', 'leicestershire'],
  E2431: ['Blaby', 'E07000129', 'leicestershire'],
  E2432: ['Charnwood', 'E07000130', 'leicestershire'],
  E2433: ['Harborough', 'E07000131', 'leicestershire'],
  E2434: ['Hinckley and Bosworth', 'E07000132', 'leicestershire'],
  E2436: ['Melton', 'E07000133', 'leicestershire'],
  E2437: ['North West Leicestershire', 'E07000134', 'leicestershire'],
  E2438: ['Oadby and Wigston', 'E07000135', 'leicestershire'],
  E4703: ['Kirklees', 'E08000034', 'kirklees'],
};

/** money.csv: net current spend on culture, one row per council and published year. A gap in years stays a gap. */
export function moneyCsv(files: SharedFiles): string {
  const column = 'cultural_and_related_net_current_gbp000';
  const rows = files.table(MONEY_FILE, ['year', 'ecode', column]).flatMap((row) => {
    const council = COUNCILS[row.ecode];
    if (!council) return [];
    const [authority, authority_code, patch] = council;
    const spend = Math.round(Number(row[column]));
    return [{ authority, authority_code, patch, year: row.year, net_current_gbp_thousand: spend }];
  });
  rows.sort((a, b) => compareText(a.authority_code, b.authority_code) || compareText(a.year, b.year));
  return csvText(['authority', 'authority_code', 'patch', 'year', 'net_current_gbp_thousand'], rows);
}
