import type { AreaValue } from '@kith/api/store/area-store';
import { figuresHeld } from '@kith/api/store/figure-store';
import { INDICATORS } from '@kith/core/area/indicators';
import { type PartContext, PartFailure } from './part.ts';

/**
 * A file that is damaged or was left out must not wipe what an earlier load brought: figures that are held of these
 * districts are not replaced by none.
 * @throws PartFailure naming what would be lost, and what it is made from
 */
export async function refuseIfFiguresGo(
  { db, sources }: Pick<PartContext, 'db' | 'sources'>,
  districts: ReadonlySet<string>,
  values: readonly AreaValue[],
): Promise<void> {
  const held = await figuresHeld(db, districts);
  const made = new Set(values.flatMap(({ indicator, value }) => (value === null ? [] : [indicator])));
  const lost = INDICATORS.filter(({ id }) => held.has(id) && !made.has(id));
  if (lost.length === 0) return;
  const figures = lost.map(({ label }) => `"${label}"`).join(', ');
  const files = [...new Set(lost.map(({ source }) => sources.get(source)?.title ?? source))].join('; ');
  throw new PartFailure(
    `No area was changed: ${figures} would lose its figures because the file they are made from is missing or cannot be used (${files}). ` +
      'Put it back (or load into a new database).',
  );
}
