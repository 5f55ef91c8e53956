import { compareText, csvText } from './csv-text.ts';
import { patchOf } from './lookups.ts';
import { positionOnGrid } from './national-grid.ts';
import type { Postcode } from './postcodes.ts';

/** postcode-sectors.csv: the mean position of each sector's postcodes within a patch. */
export function postcodeSectorsCsv(postcodes: readonly Postcode[]): string {
  const sectors = new Map<string, Postcode[]>();
  for (const postcode of postcodes) {
    const patch = patchOf(postcode.districtCode);
    if (!patch) continue;
    const key = `${postcode.postcode.slice(0, -2)}|${patch}`;
    const members = sectors.get(key);
    if (members) members.push(postcode);
    else sectors.set(key, [postcode]);
  }
  const rows = [...sectors].map(([key, members]) => {
    const [sector, patch] = key.split('|') as [string, string];
    const easting = members.reduce((sum, member) => sum + member.easting, 0) / members.length;
    const northing = members.reduce((sum, member) => sum + member.northing, 0) / members.length;
    return { sector, patch, ...positionOnGrid(easting, northing), postcodes: members.length };
  });
  rows.sort((a, b) => compareText(a.sector, b.sector) || compareText(a.patch, b.patch));
  return csvText(['sector', 'patch', 'lon', 'lat', 'easting', 'northing', 'postcodes'], rows);
}
