import type { DataReport } from '@kith/core/source/data-report';

/** Districts of one load named one by one; more are counted. */
const MOST_NAMED = 3;

/**
 * What a load was for, in words, by the districts that are held: "all England", "Rutland", "7 districts".
 * @param scope `england`, or the code of a district, a county or a region
 * @param codes the districts it was loaded for; empty where that was not kept
 */
export function scopeWords(
  scope: string,
  codes: readonly string[],
  districts: Pick<DataReport, 'districts'>['districts'],
): string {
  if (scope === 'england') return 'all England';
  const asked = new Set(codes.length > 0 ? codes : [scope]);
  const names = districts.filter(({ code }) => asked.has(code)).map(({ name }) => name);
  if (names.length === 0 || names.length < codes.length) return scope;
  if (names.length > MOST_NAMED) return `${names.length} districts`;
  return names.join(', ');
}
