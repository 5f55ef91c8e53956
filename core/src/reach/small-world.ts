import type { RuralUrban } from '../area/area.ts';
import type { Kind } from '../place/kinds.ts';
import type { PlaceStatus } from '../place/place.ts';
import { parseWeek, SLOTS, type Week } from '../place/week.ts';
import type { Baseline } from './baseline.ts';

/** A world small enough to check by hand, as rows. What is not said takes the plainest value. For tests only. */
export interface SmallWorld {
  readonly patch?: Baseline['patch'];
  readonly areas: readonly SmallArea[];
  readonly places: readonly SmallPlace[];
}
export interface SmallArea {
  readonly code: string;
  readonly ruralUrban?: RuralUrban;
  readonly edgeMetres?: number | null;
  /** Tenths of risk by lens, or fifths: a fifth f is then the higher of its two tenths, 2f. */
  readonly tenths?: ByLens;
  readonly fifths?: ByLens;
  readonly homePoints: readonly SmallHomePoint[];
}
interface ByLens {
  readonly older: number | null;
  readonly young: number | null;
  readonly all: number | null;
}
export interface SmallHomePoint {
  readonly easting: number;
  readonly northing: number;
  readonly residents: number;
  readonly households?: number;
  readonly aged65Over?: number;
  readonly disabled?: number;
  readonly livingAlone?: number;
  readonly noCar?: number;
}
export interface SmallPlace {
  readonly id: string;
  readonly name?: string;
  readonly kind?: Kind;
  readonly status?: PlaceStatus;
  readonly easting: number;
  readonly northing: number;
  readonly spreadMetres?: number;
  readonly outside?: boolean;
  /** 168 characters, or text that `parseWeek` reads; not said or null: not known. */
  readonly week?: string | null;
  readonly checkedOn?: string | null;
  readonly stale?: boolean;
}

/**
 * A baseline from a small world, frozen all the way down, so that a test fails where anything writes to it.
 * Places are sorted by id, as every baseline's are.
 */
export function smallWorld(world: SmallWorld): Baseline {
  const { areas } = world;
  const points = areas.flatMap((area, index) => area.homePoints.map((point) => ({ ...point, area: index })));
  const places = [...world.places].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sumOf = (area: SmallArea, column: 'residents' | 'households') =>
    area.homePoints.reduce((sum, point) => sum + (point[column] ?? 0), 0);
  const tenthsOf = (lens: keyof ByLens) => areas.map((area) => tenthOf(area, lens));
  const weeks = [...new Set(places.flatMap((place) => weekOf(place) ?? []))];
  return deepFreeze({
    version: 'small-world',
    patch: world.patch ?? 'leicestershire',
    areas: {
      code: areas.map((area) => area.code),
      name: areas.map((area) => `Area ${area.code}`),
      ward: areas.map(() => 'Ward'),
      district: areas.map(() => 'District'),
      ruralUrban: areas.map((area) => area.ruralUrban ?? 'urban'),
      residents: areas.map((area) => sumOf(area, 'residents')),
      households: areas.map((area) => sumOf(area, 'households')),
      edgeMetres: areas.map((area) => area.edgeMetres ?? null),
      tenths: { older: tenthsOf('older'), young: tenthsOf('young'), all: tenthsOf('all') },
    },
    homePoints: {
      area: points.map((point) => point.area),
      easting: points.map((point) => point.easting),
      northing: points.map((point) => point.northing),
      residents: points.map((point) => point.residents),
      aged65Over: points.map((point) => point.aged65Over ?? 0),
      disabled: points.map((point) => point.disabled ?? 0),
      livingAlone: points.map((point) => point.livingAlone ?? 0),
      noCar: points.map((point) => point.noCar ?? 0),
      households: points.map((point) => point.households ?? 0),
    },
    places: {
      id: places.map((place) => place.id),
      name: places.map((place) => place.name ?? place.id),
      kind: places.map((place) => place.kind ?? 'library'),
      status: places.map((place) => place.status ?? 'open'),
      easting: places.map((place) => place.easting),
      northing: places.map((place) => place.northing),
      lon: places.map(() => 0),
      lat: places.map(() => 0),
      spreadMetres: places.map((place) => place.spreadMetres ?? 0),
      outside: places.map((place) => place.outside ?? false),
      runBy: places.map(() => null),
      operator: places.map(() => null),
      district: places.map(() => null),
      week: places.map((place) => {
        const week = weekOf(place);
        return week === null ? null : weeks.indexOf(week);
      }),
      checkedOn: places.map((place) => place.checkedOn ?? null),
      stale: places.map((place) => place.stale ?? false),
    },
    weeks,
  });
}

function tenthOf({ tenths, fifths }: SmallArea, lens: keyof ByLens): number | null {
  const fifth = fifths?.[lens] ?? null;
  return tenths?.[lens] ?? (fifth === null ? null : fifth * 2);
}

/** @throws Error for text that is no week: a mistake in a test. */
function weekOf({ id, week = null }: SmallPlace): Week | null {
  if (week === null || week.length === SLOTS) return week;
  const parsed = parseWeek(week);
  if (parsed === null) throw new Error(`The week of ${id} cannot be read: ${week}`);
  return parsed;
}

/** Freezes a value and all that it holds. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}
