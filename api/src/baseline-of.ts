import type { HomePoint } from '@kith/core/area/area';
import type { PatchId } from '@kith/core/area/patches';
import type { Baseline } from '@kith/core/reach/baseline';
import { shareGroups } from '@kith/core/reach/share-groups';
import type { LensId } from '@kith/core/risk/lenses';
import type { AreaScore } from '@kith/core/risk/score';
import type { AreaRecord, AreaValue } from './store/area-store.ts';

export interface BaselineParts {
  readonly version: string;
  readonly patch: PatchId;
  /** Areas, figures and scores of everything loaded, all in one order. */
  readonly areas: readonly AreaRecord[];
  readonly values: ReadonlyMap<string, readonly AreaValue[]>;
  readonly scores: Readonly<Record<LensId, readonly AreaScore[]>>;
  readonly homePoints: readonly HomePoint[];
  readonly places: Baseline['places'];
}

/** The columns of one patch that scenarios are played over, with groups shared over home points. */
export function baselineOf(parts: BaselineParts): Baseline {
  const inside = parts.areas.flatMap((area, at) => (area.patch === parts.patch ? [{ area, at }] : []));
  const pointsOf = new Map<string, HomePoint[]>();
  for (const point of parts.homePoints) {
    const list = pointsOf.get(point.area);
    if (list === undefined) pointsOf.set(point.area, [point]);
    else list.push(point);
  }
  const fifths = (lens: LensId) => inside.map(({ at }) => parts.scores[lens][at]?.fifth ?? null);
  const areas = inside.map(({ area }) => area);
  return {
    version: parts.version,
    patch: parts.patch,
    areas: {
      code: areas.map((area) => area.code),
      name: areas.map((area) => area.name),
      ward: areas.map((area) => area.ward),
      district: areas.map((area) => area.district),
      ruralUrban: areas.map((area) => area.ruralUrban),
      residents: areas.map((area) => area.residents),
      households: areas.map((area) => area.households),
      edgeMetres: areas.map((area) => area.edgeMetres),
      fifths: { older: fifths('older'), young: fifths('young'), all: fifths('all') },
    },
    homePoints: homeColumns(parts, inside, pointsOf),
    places: parts.places,
  };
}

function homeColumns(
  parts: BaselineParts,
  inside: readonly { area: AreaRecord; at: number }[],
  pointsOf: ReadonlyMap<string, readonly HomePoint[]>,
): Baseline['homePoints'] {
  const columns: Baseline['homePoints'] = {
    area: [],
    easting: [],
    northing: [],
    residents: [],
    aged65Over: [],
    disabled: [],
    livingAlone: [],
    noCar: [],
    households: [],
  };
  for (const [index, { area, at }] of inside.entries()) {
    const points = pointsOf.get(area.code) ?? [];
    if (points.length === 0) continue;
    const shared = shareGroups(
      {
        households: area.households,
        aged65Over: area.aged65Over,
        disabled: area.disabled,
        livingAlone: householdsWith(parts, 'one-person', at),
        noCar: householdsWith(parts, 'no-car', at),
      },
      points.map((point) => point.residents),
    );
    for (const [nth, point] of points.entries()) {
      columns.area.push(index);
      columns.easting.push(point.easting);
      columns.northing.push(point.northing);
      columns.residents.push(point.residents);
      columns.aged65Over.push(shared.aged65Over[nth] ?? 0);
      columns.disabled.push(shared.disabled[nth] ?? 0);
      columns.livingAlone.push(shared.livingAlone[nth] ?? 0);
      columns.noCar.push(shared.noCar[nth] ?? 0);
      columns.households.push(shared.households[nth] ?? 0);
    }
  }
  return columns;
}

/**
 * Households of an area with a characteristic, from its percentage. Where an area has no figure, its district's
 * share stands in (all loaded, where the district has none), so that a gap is not counted as nobody.
 */
function householdsWith({ areas, values }: BaselineParts, indicator: string, at: number): number {
  const figures = values.get(indicator) ?? [];
  const area = areas[at];
  if (area === undefined) return 0;
  const own = figures[at]?.value ?? null;
  const percent =
    own ??
    meanPercent(areas, figures, (other) => other.districtCode === area.districtCode) ??
    meanPercent(areas, figures, () => true) ??
    0;
  return Math.round((area.households * percent) / 100);
}

function meanPercent(
  areas: readonly AreaRecord[],
  figures: readonly AreaValue[],
  wanted: (area: AreaRecord) => boolean,
): number | null {
  let households = 0;
  let sum = 0;
  for (const [at, area] of areas.entries()) {
    const value = figures[at]?.value ?? null;
    if (value === null || !wanted(area)) continue;
    households += area.households;
    sum += area.households * value;
  }
  return households === 0 ? null : sum / households;
}
