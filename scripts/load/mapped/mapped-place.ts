import type { PlaceFields } from '@kith/core/place/place';
import { firstOf, websiteIn } from '../contact-text.ts';
import { folded } from '../files/columns.ts';
import type { Reject } from '../files/found-file.ts';
import { organisationMailbox } from '../libraries/library-facts.ts';
import { isOpeningHours } from '../osm/osm-hours.ts';
import type { Word } from '../place-claims.ts';
import { tidyPostcode } from '../postcode-text.ts';
import { slug } from '../slug.ts';
import { readDate } from './date-text.ts';
import { inDegrees, readPosition } from './mapped-position.ts';
import type { MappedRow } from './mapped-rows.ts';
import type { Mapping } from './mapping.ts';

/** Facts of one row, understood as its mapping says; where it lies is settled on the ground. */
export interface MappedPlace {
  /** Where it stands in the file: the header is row 1. */
  readonly row: number;
  readonly key: string;
  /** The key as the file has it. */
  readonly said: string;
  readonly fields: Partial<PlaceFields> & Pick<PlaceFields, 'name' | 'kind' | 'status'>;
  readonly postcode: string;
  readonly asOf: string | null;
  readonly basis: Word['basis'];
}

/** Understands a row as its mapping says; null, with the reason, where it cannot be used. */
export function placeOf(
  { row, cells, point }: MappedRow,
  mapping: Mapping,
  reject: Reject,
): MappedPlace | null {
  const refuse = (column: string | null, problem: string) => {
    reject({ row, column, problem });
    return null;
  };
  const cell = (column: string | undefined) =>
    column === undefined ? '' : (cells[column] ?? '').replace(/\s+/g, ' ');
  const name = cell(mapping.name);
  if (name === '')
    return refuse(mapping.name, 'The place has no name. Put its name in, or take the row out.');
  const key = mapping.key.map((column) => slug(cell(column))).join('/');
  if (/^\/*$/.test(key))
    return refuse(mapping.key.join(', '), 'The key of the row is empty: it could not be known again.');
  const kind = meaning(cells, mapping.kind);
  if (kind === null)
    return refuse(columnOf(mapping.kind), noMeaning('kind', cell(columnOf(mapping.kind) ?? undefined)));
  const status = mapping.status === undefined ? 'open' : meaning(cells, mapping.status);
  if (status === null)
    return refuse(columnOf(mapping.status), noMeaning('status', cell(mapping.status?.column)));
  const runBy = mapping.runBy === undefined ? '' : (meaning(cells, mapping.runBy) ?? '');
  const placed =
    point === null ? readPosition(cells, mapping) : inDegrees(String(point[0]), String(point[1]));
  if ('problem' in placed) return refuse(point === null ? 'position' : 'geometry', placed.problem);
  const postcode = tidyPostcode(cell(mapping.postcode));
  if (
    placed.position === null &&
    postcode === '' &&
    cell(mapping.postcode) !== '' &&
    mapping.council === undefined
  ) {
    const said = cell(mapping.postcode).slice(0, 40);
    return refuse(
      mapping.postcode ?? null,
      `"${said}" is no postcode. Correct it, or give the row a position.`,
    );
  }
  if (placed.position === null && postcode === '' && mapping.council === undefined) {
    const uprn = cell(mapping.uprn) === '' ? '' : ' A UPRN alone gives none.';
    return refuse(
      null,
      `The row has neither a position nor a postcode.${uprn} Add one, or name the "council" in the mapping.`,
    );
  }
  const date =
    mapping.asOf === undefined ? vintageOf(mapping) : readDate(cell(mapping.asOf.column), mapping.asOf.order);
  if ('problem' in date) return refuse(mapping.asOf?.column ?? null, date.problem);
  const hours = cell(mapping.openingHours);
  const isHours = hours !== '' && isOpeningHours(hours);
  const website = websiteIn(cell(mapping.website));
  const uprn = cell(mapping.uprn);
  return {
    row,
    key,
    said: mapping.key.map(cell).join('/'),
    postcode,
    asOf: date.asOf,
    basis: date.asOf === null ? 'undated' : (mapping.asOf?.means ?? 'published'),
    fields: {
      name,
      kind,
      status,
      position: placed.position,
      address: (mapping.address ?? []).map(cell).filter(Boolean).join(', '),
      phone: firstOf(cell(mapping.phone)),
      email: organisationMailbox(cell(mapping.email).toLowerCase(), name),
      ...(website === '' ? {} : { website }),
      when: cell(mapping.when) || (isHours ? '' : hours),
      openingHours: isHours ? hours : '',
      forWhom: cell(mapping.forWhom),
      runBy,
      operator: cell(mapping.operator),
      uprn: /^\d{8,12}$/.test(uprn) ? uprn : '',
      notes: cell(mapping.notes),
    },
  };
}

type Words<T extends string> =
  | T
  | {
      readonly column: string;
      readonly values: Readonly<Record<string, T>>;
      readonly otherwise?: T | undefined;
    };

/** What a constant or the word in a column stands for; null where the mapping does not say. */
function meaning<T extends string>(cells: Readonly<Record<string, string>>, words: Words<T>): T | null {
  if (typeof words === 'string') return words;
  const said = folded(cells[words.column] ?? '');
  const found = Object.entries(words.values).find(([word]) => folded(word) === said);
  return found?.[1] ?? words.otherwise ?? null;
}

function columnOf(words: Words<string> | undefined): string | null {
  return typeof words === 'object' ? words.column : null;
}

function noMeaning(what: string, said: string): string {
  const word = said === '' ? 'an empty cell' : `"${said.slice(0, 40)}"`;
  return `The mapping does not say which ${what} ${word} is. Add it to the values of "${what}", or give an "otherwise".`;
}

function vintageOf({ source }: Mapping): { readonly asOf: string | null } {
  return { asOf: /^\d{4}(-\d{2}){0,2}$/.test(source.vintage) ? source.vintage : null };
}
