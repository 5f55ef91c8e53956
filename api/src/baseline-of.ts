import { EVERYWHERE, type PatchId } from '@kith/core/area/patches';
import type { Baseline } from '@kith/core/reach/baseline';
import { shareGroups } from '@kith/core/reach/share-groups';
import type { LensId } from '@kith/core/risk/lenses';
import type { HomeColumns } from './home-columns.ts';
import type { Means } from './means.ts';
import type { RiskColumns } from './risk-columns.ts';
import type { AreaRecord } from './store/area-store.ts';
import type { ValueColumn } from './value-column.ts';

export interface ReachParts {
  readonly version: string;
  readonly patch: PatchId;
  /** All areas loaded, and which of them are on the map. */
  readonly areas: readonly AreaRecord[];
  readonly rows: readonly number[];
  readonly homes: HomeColumns;
  readonly places: Baseline['places'];
}

export interface BaselineParts extends ReachParts {
  readonly risk: Readonly<Record<LensId, RiskColumns>>;
  readonly livingAlone: Households;
  readonly noCar: Households;
}

/** A percentage of households over all areas, with its means. */
interface Households {
  readonly column: ValueColumn;
  readonly means: Means;
}

/** The columns of one patch that scenarios are played over, with groups shared over home points. */
export function baselineOf(parts: BaselineParts): Baseline {
  const { rows } = parts;
  const tenths = (lens: LensId) => rows.map((at) => parts.risk[lens].tenth(at));
  return {
    version: parts.version,
    patch: parts.patch,
    areas: {
      ...areaColumns(parts),
      tenths: { older: tenths('older'), young: tenths('young'), all: tenths('all') },
    },
    homePoints: homeColumns(parts),
    places: parts.places,
    weeks: [],
  };
}

/**
 * Everything loaded as one ground to work reach out on, but for its places. It has no groups and no tenths: no scenario
 * can be played over it, as no map of one council is that large.
 */
export function wholeGround(parts: Omit<ReachParts, 'patch' | 'places'>): Omit<Baseline, 'places' | 'weeks'> {
  const { area, easting, northing, residents } = parts.homes;
  return {
    version: parts.version,
    patch: EVERYWHERE,
    areas: { ...areaColumns(parts), tenths: { older: [], young: [], all: [] } },
    homePoints: {
      area,
      easting,
      northing,
      residents,
      aged65Over: [],
      disabled: [],
      livingAlone: [],
      noCar: [],
      households: [],
    },
  };
}

function areaColumns({ areas, rows }: Pick<ReachParts, 'areas' | 'rows'>) {
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

function homeColumns(parts: BaselineParts): Baseline['homePoints'] {
  const { homes } = parts;
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
