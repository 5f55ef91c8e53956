import type { Baseline } from '@kith/core/reach/baseline';
import { shareGroups } from '@kith/core/reach/share-groups';
import type { LensId } from '@kith/core/risk/lenses';
import type { HomeColumns } from './home-columns.ts';
import type { Means } from './means.ts';
import type { RiskColumns } from './risk-columns.ts';
import type { AreaRecord } from './store/area-store.ts';
import type { ValueColumn } from './value-column.ts';

export interface BareParts {
  /** All areas loaded, and which of them are on the map. */
  readonly areas: readonly AreaRecord[];
  readonly rows: readonly number[];
  readonly homes: HomeColumns;
}

export interface LandParts extends BareParts {
  readonly risk: Readonly<Record<LensId, RiskColumns>>;
  readonly livingAlone: Households;
  readonly noCar: Households;
}

/** A percentage of households over all areas, with its means. */
interface Households {
  readonly column: ValueColumn;
  readonly means: Means;
}

/** A baseline but for its places: the same whichever kinds of place are asked about. */
export type Land = Pick<Baseline, 'areas' | 'homePoints'>;

/** The areas of a map and where their people live, with groups shared over home points. */
export function landOf(parts: LandParts): Land {
  const tenths = (lens: LensId) => parts.rows.map((at) => parts.risk[lens].tenth(at));
  return {
    areas: {
      ...areaColumns(parts),
      tenths: { older: tenths('older'), young: tenths('young'), all: tenths('all') },
    },
    homePoints: homeColumns(parts),
  };
}

/**
 * The same areas and home points in the same order, without groups and tenths, which for all of England take seconds:
 * enough to say how near places are, and nothing can be played over it.
 */
export function bareLandOf(parts: BareParts): Land {
  const { homes } = parts;
  const homePoints = emptyHomes();
  for (const [index, at] of parts.rows.entries()) {
    for (let point = homes.start[at] ?? 0; point < (homes.start[at + 1] ?? 0); point++) {
      homePoints.area.push(index);
      homePoints.easting.push(homes.easting[point] ?? 0);
      homePoints.northing.push(homes.northing[point] ?? 0);
      homePoints.residents.push(homes.residents[point] ?? 0);
    }
  }
  return { areas: { ...areaColumns(parts), tenths: { older: [], young: [], all: [] } }, homePoints };
}

function areaColumns({ areas, rows }: BareParts) {
  const inside = rows.flatMap((at) => areas[at] ?? []);
  return {
    code: inside.map((area) => area.code),
    name: inside.map((area) => area.name),
    ward: inside.map((area) => area.ward),
    district: inside.map((area) => area.district),
    ruralUrban: inside.map((area) => area.ruralUrban),
    residents: inside.map((area) => area.residents),
    households: inside.map((area) => area.households),
    edgeMetres: inside.map((area) => area.edgeMetres),
  };
}

function emptyHomes(): Baseline['homePoints'] {
  return {
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
}

function homeColumns(parts: LandParts): Baseline['homePoints'] {
  const { homes } = parts;
  const columns = emptyHomes();
  for (const [index, at] of parts.rows.entries()) {
    const area = parts.areas[at];
    const start = homes.start[at] ?? 0;
    const residents = homes.residents.slice(start, homes.start[at + 1]);
    if (area === undefined || residents.length === 0) continue;
    const shared = shareGroups(
      {
        households: area.households,
        aged65Over: area.aged65Over,
        disabled: area.disabled,
        livingAlone: householdsWith(parts.livingAlone, area, at),
        noCar: householdsWith(parts.noCar, area, at),
      },
      residents,
    );
    for (const [nth, people] of residents.entries()) {
      columns.area.push(index);
      columns.easting.push(homes.easting[start + nth] ?? 0);
      columns.northing.push(homes.northing[start + nth] ?? 0);
      columns.residents.push(people);
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
function householdsWith({ column, means }: Households, area: AreaRecord, at: number): number {
  const percent = column.value(at) ?? means.byDistrict.get(area.districtCode) ?? means.all ?? 0;
  return Math.round((area.households * percent) / 100);
}
