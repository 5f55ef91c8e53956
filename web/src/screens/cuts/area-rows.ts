import type { AreaLoss, ScenarioReport } from '@kith/core/scenario/report';
import { whole } from '../../words/area-words.ts';
import { countOf, further } from './words.ts';

/** A column of the table of areas: how it is headed, and what it is sorted by. */
export interface AreaColumn {
  readonly id: string;
  readonly label: string;
  /** What is counted, where the heading alone would not say. */
  readonly unit?: 'people' | 'households' | 'of those who lose out' | 'households that lose out';
  readonly numeric: boolean;
  readonly by: (area: AreaLoss, nameOf: (place: string) => string) => string | number | null;
}

export const AREA_COLUMNS: readonly AreaColumn[] = [
  { id: 'name', label: 'Area', numeric: false, by: (area) => area.name },
  { id: 'lost', label: 'Lose out', unit: 'people', numeric: true, by: (area) => area.lost.middle },
  { id: 'gained', label: 'Gain', unit: 'people', numeric: true, by: (area) => area.gained.middle },
  { id: 'before', label: 'Before', unit: 'people', numeric: true, by: (area) => area.before },
  { id: 'after', label: 'After', unit: 'people', numeric: true, by: (area) => area.after },
  {
    id: 'aged65Over',
    label: '65 and over',
    unit: 'of those who lose out',
    numeric: true,
    by: (area) => area.aged65Over,
  },
  {
    id: 'disabled',
    label: 'Disabled',
    unit: 'of those who lose out',
    numeric: true,
    by: (area) => area.disabled,
  },
  {
    id: 'livingAlone',
    label: 'Living alone',
    unit: 'households that lose out',
    numeric: true,
    by: (area) => area.livingAlone,
  },
  { id: 'noCar', label: 'No car', unit: 'households that lose out', numeric: true, by: (area) => area.noCar },
  { id: 'fifth', label: 'Fifth of risk', numeric: true, by: (area) => area.fifth },
  {
    id: 'next',
    label: 'Where most would go',
    numeric: false,
    by: (area, nameOf) => (area.nextPlace === null ? null : nameOf(area.nextPlace)),
  },
  { id: 'extra', label: 'Further', numeric: true, by: (area) => area.extraWalkMetres },
];

export interface AreaSort {
  readonly column: string;
  readonly up: boolean;
}

/** The next sort when a heading is pressed: numbers start from the most, words from A; pressed again it turns. */
export function sortBy(sort: AreaSort, column: string): AreaSort {
  if (sort.column === column) return { column, up: !sort.up };
  return { column, up: AREA_COLUMNS.find((each) => each.id === column)?.numeric === false };
}

/** Areas in the order asked for; no value comes last either way, and ties keep the order of their codes. */
export function sorted(
  areas: readonly AreaLoss[],
  { column, up }: AreaSort,
  nameOf: (place: string) => string,
): AreaLoss[] {
  const by = AREA_COLUMNS.find((each) => each.id === column)?.by ?? ((area: AreaLoss) => area.lost.middle);
  const sign = up ? 1 : -1;
  return [...areas].sort((a, b) => {
    const [left, right] = [by(a, nameOf), by(b, nameOf)];
    const tie = a.code < b.code ? -1 : 1;
    if (left === right) return tie;
    if (left === null) return 1;
    if (right === null) return -1;
    const order =
      typeof left === 'string' && typeof right === 'string'
        ? left.localeCompare(right, 'en-GB', { numeric: true })
        : Number(left) - Number(right);
    return order === 0 ? tie : sign * order;
  });
}

/** A group among those who lose out of an area; a dash where nobody does, so that no one reads it as a group of none. */
export function groupWords(
  area: AreaLoss,
  group: 'aged65Over' | 'disabled' | 'livingAlone' | 'noCar',
): string {
  return area.lost.middle === 0 && area[group] === 0 ? '–' : whole(area[group]);
}

/** Where most of those who lose out would go. Nobody loses out under the middle factor: nothing to say. */
export function nextWords(area: AreaLoss, nameOf: (place: string) => string): string {
  if (area.lost.middle === 0) return '–';
  return area.nextPlace === null ? 'Nothing left' : nameOf(area.nextPlace);
}

/** How much further that is; the sign of a dash where there is nothing to walk to, or nobody who must. */
export function furtherWords(area: AreaLoss): string {
  return area.extraWalkMetres === null ? '–' : further(area.extraWalkMetres);
}

/** The areas of a report that lose someone under any of the three detour factors. */
export function losingAreas(report: ScenarioReport): AreaLoss[] {
  return report.areas.filter((area) => area.lost.most > 0);
}

/** Those that lose or gain someone: the ones the table lists. */
export function changedAreas(report: ScenarioReport): AreaLoss[] {
  return report.areas.filter((area) => area.lost.most > 0 || area.gained.most > 0);
}

/** What the table says above its rows, under the middle factor: `5 areas lose out, 2 gain`. */
export function areasInBrief(areas: readonly AreaLoss[]): string {
  const losing = areas.filter((area) => area.lost.middle > 0).length;
  const gaining = areas.filter((area) => area.gained.middle > 0).length;
  if (losing === 0 && gaining > 0) return `${countOf(gaining, 'areas')} ${gaining === 1 ? 'gains' : 'gain'}`;
  const lose =
    losing === 0 ? 'No area loses out' : `${countOf(losing, 'areas')} ${losing === 1 ? 'loses' : 'lose'} out`;
  return gaining === 0 ? lose : `${lose}, ${whole(gaining)} ${gaining === 1 ? 'gains' : 'gain'}`;
}

/** The columns of the table: that of gains only where somebody gains. */
export function columnsOf(areas: readonly AreaLoss[]): readonly AreaColumn[] {
  const gains = areas.some((area) => area.gained.most > 0);
  return gains ? AREA_COLUMNS : AREA_COLUMNS.filter((column) => column.id !== 'gained');
}
