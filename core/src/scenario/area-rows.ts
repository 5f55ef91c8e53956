import type { Baseline } from '../reach/baseline.ts';
import { detours } from '../reach/columns.ts';
import { isNearEdge } from '../reach/edge.ts';
import type { NearestLists } from '../reach/nearest.ts';
import type { LensId } from '../risk/lenses.ts';
import { fifthOf } from '../risk/tenths.ts';
import type { Before } from './before.ts';
import { bandOf, COUNTED, MIDDLE } from './counted.ts';
import { mostGoTo } from './next-places.ts';
import type { PlaceNamer } from './place-names.ts';
import type { AreaLoss } from './report.ts';
import { gainedAt, lostAt, type Tally } from './tally.ts';

const AGED = COUNTED.indexOf('aged65Over');
const DISABLED = COUNTED.indexOf('disabled');
const ALONE = COUNTED.indexOf('livingAlone');
const NO_CAR = COUNTED.indexOf('noCar');

/** One row of the report for each area in which anything changes: most people losing first, then most gaining. */
export function areaRows(
  baseline: Baseline,
  lists: NearestLists,
  lens: LensId,
  limitMetres: number,
  before: Before,
  tally: Tally,
  perhapsStill: ReadonlySet<number>,
  named: PlaceNamer,
): AreaLoss[] {
  const { areas } = baseline;
  const { middle } = detours(baseline);
  const rows: AreaLoss[] = [];
  for (const [row, area] of tally.areas.entries()) {
    if (!tally.isChanged(row)) continue;
    const lostOf = (column: number) => tally.of(row, lostAt(column) + MIDDLE);
    const lost = bandOf([0, 1, 2].map((factor) => tally.of(row, lostAt(0) + factor)));
    const gained = bandOf([0, 1, 2].map((factor) => tally.of(row, gainedAt(0) + factor)));
    const within = before.withinByArea[area] ?? 0;
    const after = within - lost.middle + gained.middle;
    const going = tally.destinations.ofArea(row);
    const next = mostGoTo(going);
    const people = going.reduce((sum, each) => sum + each.people, 0);
    const extra = going.reduce((sum, each) => sum + each.extraMetres, 0);
    rows.push({
      code: areas.code[area] ?? '',
      name: areas.name[area] ?? '',
      ward: areas.ward[area] ?? '',
      district: areas.district[area] ?? '',
      residents: areas.residents[area] ?? 0,
      fifth: fifthOf(areas.tenths[lens][area] ?? null),
      before: within,
      after,
      lost,
      gained,
      aged65Over: lostOf(AGED),
      disabled: lostOf(DISABLED),
      livingAlone: lostOf(ALONE),
      noCar: lostOf(NO_CAR),
      newlyNone: within > 0 && after === 0,
      keptFurther: tally.keptFurther(row),
      nextPlace: next === undefined ? null : named(next.place).place,
      nextWalkMetres: next === undefined ? null : Math.round(next.walkMetres / next.people),
      extraWalkMetres: people === 0 ? null : Math.round(extra / people),
      perhapsStill: perhapsStill.has(area),
      nearEdge: isNearEdge(baseline, area, lists.kinds, middle[area] ?? 1, limitMetres),
    });
  }
  return rows.sort(
    (a, b) =>
      b.lost.middle - a.lost.middle || b.gained.middle - a.gained.middle || (a.code < b.code ? -1 : 1),
  );
}
