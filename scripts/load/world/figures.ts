import type { AreaValue } from '@kith/api/store/area-store';
import { INDICATORS, type IndicatorDefinition } from '@kith/core/area/indicators';
import type { CensusPercents } from '../census-percent.ts';
import { msoaNameOf } from '../msoa-boundaries.ts';
import type { NomisTable } from '../nomis-bulk.ts';
import type { AreaTables } from './area-tables.ts';
import { oneDecimal, percentOf } from './one-decimal.ts';

interface Answer {
  readonly value: number;
  readonly source: string;
  readonly geography: 'lsoa' | 'msoa';
}
/** A figure from one place, or null where that place has none. The first that has one is taken. */
type Way = (tables: AreaTables, area: Named, indicator: IndicatorDefinition) => Answer | null;
interface Named {
  readonly code: string;
  readonly name: string;
}

/** Where each figure comes from, best first: Nomis, the tidied tables, and last the wider MSOA. */
const WAYS: Readonly<Record<string, readonly Way[]>> = {
  'age-65-over': [nomis('ts007a', 'aged65Over'), age('aged65Over')],
  'age-16-24': [nomis('ts007a', 'aged16To24'), age('aged16To24')],
  'one-person': ways('ts003', 'onePerson', 'onePerson'),
  'not-married': ways('ts002', 'married', 'notMarried', true),
  'fair-health': ways('ts037', 'fair', 'fairHealth'),
  'bad-health': ways('ts037', 'bad', 'badHealth'),
  disabled: [
    nomis('ts038', 'disabled'),
    ({ disability }, { code }, { source }) => {
      const row = disability?.get(code);
      return row === undefined ? null : own(percentOf(row.disabled, row.residents), source);
    },
  ],
  rented: [
    nomis('ts054', 'renting'),
    ({ tenure }, { code }, { source }) => {
      const row = tenure?.get(code);
      return row === undefined ? null : own(percentOf(row.renting, row.households), source);
    },
  ],
  'unpaid-care': ways('ts039', 'noCare', 'unpaidCare', true),
  'no-car': ways('ts045', 'noCar', 'noCar'),
  deprivation: [
    ({ deprivation }, { code }, { source }) => own(deprivation?.get(code)?.decile ?? null, source),
  ],
  'modelled-loneliness': [
    ({ loneliness }, { code }, { source }) => {
      const row = loneliness?.get(code);
      return row === undefined ? null : own(oneDecimal(row.percent), source);
    },
  ],
};

/** Every figure of an area. What is not known is null, with the reason. */
export function figuresOf(tables: AreaTables, area: Named): AreaValue[] {
  return INDICATORS.map((indicator) => {
    const { id, year } = indicator;
    for (const way of WAYS[id] ?? []) {
      const found = way(tables, area, indicator);
      if (found === null) continue;
      const { value, source, geography } = found;
      return { area: area.code, indicator: id, value, reason: null, geography, source, year };
    }
    const reason = reasonFor(tables, indicator);
    return {
      area: area.code,
      indicator: id,
      value: null,
      reason,
      geography: 'lsoa',
      source: indicator.source,
      year,
    };
  });
}

/** Nomis of the area, its own percentages, Nomis of the MSOA, percentages of the MSOA: in this order. */
function ways(table: NomisTable, count: string, percent: keyof CensusPercents, rest = false): Way[] {
  return [
    nomis(table, count, rest),
    percents('lsoa', percent),
    nomis(table, count, rest, 'msoa'),
    percents('msoa', percent),
  ];
}

/** A share of a Nomis table's total: of those counted, or of the rest. */
function nomis(table: NomisTable, count: string, rest = false, geography: 'lsoa' | 'msoa' = 'lsoa'): Way {
  return (tables, area, { source }) => {
    const code = geography === 'lsoa' ? area.code : msoaOf(tables, area);
    const row = tables.nomis[table]?.get(code);
    const part = row?.counts[count] ?? null;
    if (row === undefined || part === null) return null;
    const value = percentOf(rest ? row.total - part : part, row.total);
    return value === null ? null : { value, source, geography };
  };
}

function percents(geography: 'lsoa' | 'msoa', percent: keyof CensusPercents): Way {
  return (tables, area, { source }) => {
    const row =
      geography === 'lsoa'
        ? tables.percentLsoa?.get(area.code)
        : tables.percentMsoa?.get(msoaOf(tables, area));
    const value = row?.[percent] ?? null;
    return value === null ? null : { value: oneDecimal(value), source, geography };
  };
}

function age(count: 'aged16To24' | 'aged65Over'): Way {
  return (tables, { code }, { source }) => {
    const row = tables.age?.get(code);
    return row === undefined ? null : own(percentOf(row[count], row.people), source);
  };
}

function own(value: number | null, source: string): Answer | null {
  return value === null ? null : { value, source, geography: 'lsoa' };
}

function msoaOf({ msoaCodes }: AreaTables, { name }: Named): string {
  return msoaCodes.get(msoaNameOf(name)) ?? '';
}

/** The tables that a figure can come from. */
const TABLES: Readonly<Record<string, (tables: AreaTables) => readonly unknown[]>> = {
  'age-65-over': ({ nomis: { ts007a }, age: table }) => [ts007a, table],
  'one-person': ({ nomis: { ts003 }, ...rest }) => [ts003, rest.percentLsoa, rest.percentMsoa],
  'not-married': ({ nomis: { ts002 }, ...rest }) => [ts002, rest.percentLsoa, rest.percentMsoa],
  'fair-health': ({ nomis: { ts037 }, ...rest }) => [ts037, rest.percentLsoa, rest.percentMsoa],
  'bad-health': ({ nomis: { ts037 }, ...rest }) => [ts037, rest.percentLsoa, rest.percentMsoa],
  disabled: ({ nomis: { ts038 }, disability }) => [ts038, disability],
  rented: ({ nomis: { ts054 }, tenure }) => [ts054, tenure],
  'unpaid-care': ({ nomis: { ts039 }, ...rest }) => [ts039, rest.percentLsoa, rest.percentMsoa],
  'no-car': ({ nomis: { ts045 }, ...rest }) => [ts045, rest.percentLsoa, rest.percentMsoa],
  deprivation: ({ deprivation }) => [deprivation],
  'modelled-loneliness': ({ loneliness }) => [loneliness],
};

function reasonFor(tables: AreaTables, { id }: IndicatorDefinition): string {
  if (id === 'age-16-24' && tables.age === null && tables.nomis.ts007a !== undefined) {
    return 'The table that was loaded (TS007A) has bands of five years: 16 to 24 cannot be made of them. TS007B has it.';
  }
  const wanted = id === 'age-16-24' ? TABLES['age-65-over'] : TABLES[id];
  const some = wanted?.(tables).some((table) => table !== undefined && table !== null) ?? false;
  return some
    ? 'No figure is published for this area.'
    : 'The table it stands in was not among the files loaded.';
}
