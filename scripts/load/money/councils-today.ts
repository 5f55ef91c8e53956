import type { LoadedDistrict } from '../libraries/councils.ts';
import type { Council } from './money-of.ts';

/**
 * Every council of England from its districts: the districts themselves and the counties above them.
 * @param isLoaded says of the code of a district whether it is loaded; a county counts where any of its districts is
 */
export function councilsToday(
  districts: readonly LoadedDistrict[],
  isLoaded: (districtCode: string) => boolean,
): Council[] {
  const councils = new Map<string, Council>();
  for (const { code, name, authorityCode, authorityName, patch } of districts) {
    const here = isLoaded(code) ? patch : null;
    councils.set(code, { code, name, patch: here });
    if (authorityCode === code) continue;
    const known = councils.get(authorityCode)?.patch ?? null;
    councils.set(authorityCode, { code: authorityCode, name: authorityName, patch: known ?? here });
  }
  return [...councils.values()];
}
