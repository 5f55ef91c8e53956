import { checkValue } from '../keep/check-value.ts';
import { postcodeIn, postcodeOf } from '../keep/contact-shapes.ts';
import type { KeptField } from '../keep/fields.ts';
import { dateIn } from './dates.ts';
import { kindOfWords } from './kind-words.ts';
import { type DateOrder, type Meaning, meaningLabel } from './meanings.ts';
import type { About, RowCells } from './read-cells.ts';
import { positionOf } from './read-position.ts';
import { timesOf } from './read-times.ts';
import type { RowProblem, SheetMapping, SheetRow } from './understanding.ts';
import { oneLine, plain } from './words.ts';

interface RowAt {
  /** 1 for the second of a row that was split. */
  readonly part: number;
  /** Cells that say something. */
  readonly filled: number;
  /** ISO day. */
  readonly today: string | undefined;
}

/** One row, or null where it cannot go in; the problems say why, and what of it is left out. */
export function readRow(
  cells: RowCells,
  mapping: SheetMapping,
  { part, filled, today }: RowAt,
): { row: SheetRow | null; problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const out = (about: About, problem: string, todo: string) => {
    problems.push(cells.problem(about, problem, todo, 'out'));
    return { row: null, problems };
  };
  /** A heading, a footnote or a total: nothing is lost that it stays out. */
  const noPlace = (problem: string, todo: string) => {
    problems.push({ ...cells.problem('name', problem, todo, 'out'), noPlace: true });
    return { row: null, problems };
  };
  const note = (about: About, problem: string, todo: string) => {
    problems.push(cells.problem(about, problem, todo, 'note'));
  };
  /** A text checked as the forms check it; left out with a note where it does not fit. */
  const text = (field: KeptField, meaning: Meaning, given: string): string | null => {
    if (given === '') return null;
    const checked = checkValue(field, given);
    if (checked.ok) return typeof checked.value === 'string' ? checked.value : null;
    note(
      meaning,
      `${meaningLabel(meaning)}: "${given.slice(0, 80)}" is left out. ${checked.problem}`,
      'Change the cell, or leave it: the rest of the row goes in.',
    );
    return null;
  };

  const name = cells.one('name').replace(/^["“]|["”]$/g, '');
  if (name === '') {
    return filled === 1
      ? noPlace(
          'Only one cell of this row is filled, and it is no name. It may be a heading or a note.',
          'Nothing to do if it is a heading. If it is a place, write its name in.',
        )
      : out('name', 'This row has no name.', 'Write in what the place is called.');
  }
  if (/^(sub ?)?totals?\b|^count\b|^grand total/i.test(name))
    return noPlace('This looks like a row of totals, not a place.', 'Nothing to do. It is left out.');
  const named = checkValue('name', name);
  if (!named.ok) return out('name', named.problem, 'Change the name in the cell.');
  if (/^[=+@<]/.test(name)) {
    return out(
      'name',
      'This is a formula or code, not the name of a place.',
      'Write in what the place is called.',
    );
  }
  if (filled === 1) {
    return noPlace(
      'Only this cell of the row is filled. It may be a heading.',
      'Nothing to do if it is a heading. If it is a place, write in where it is.',
    );
  }
  const kindCell = cells.one('kind');
  const kind = kindOfWords(kindCell) ?? kindOfWords(name) ?? mapping.kind;
  if (kind === null) {
    return out(
      cells.has('kind') ? 'kind' : 'name',
      'Nothing says what this is.',
      'Write in what it is, such as hall, library or group, or choose one for all rows that do not say.',
    );
  }

  const addressCells = cells.all('address');
  const town = cells.one('town') || null;
  const postcode = postcodeOfRow(cells, addressCells, note);
  const address = text('address', 'address', addressOf(addressCells, town, postcode, name));
  const { at, fault } = positionOf(cells, mapping, note);
  if (postcode === null && at === null && address === null && town === null) {
    if (fault !== null) return out(fault.about, fault.problem, `${fault.todo}, or write in a postcode.`);
    const meaning = WHERE.find((each) => cells.has(each)) ?? 'name';
    return out(meaning, 'Nothing says where it is.', 'Write in a postcode, an address or coordinates.');
  }
  if (fault !== null && !fault.empty)
    note(
      fault.about,
      fault.problem,
      `${fault.todo}, or leave it: the postcode or the address says where it is.`,
    );
  const times = timesOf(cells, note);
  const closing = cells.one('closed');
  const closedOn = closing === '' ? null : dateIn(closing, mapping.dates);
  const statusWords = plain(cells.one('status'));
  const closed =
    closedOn !== null || /\b(closed|ceased|ended|no|inactive|defunct|finished)\b/.test(statusWords);
  if (closing !== '' && closedOn === null)
    note('closed', `"${closing}" is no date that can be read.`, 'Write it as 31/12/2025.');
  const checked = cells.one('checked');
  const checkedDay = checkedOf(checked, mapping.dates, today, note);

  const wheelchairWords = plain(cells.one('wheelchair'));
  const wheelchair = wheelchairOf(wheelchairWords);
  const accessWords = [wheelchair === null ? cells.one('wheelchair') : '', ...cells.all('access')]
    .filter((each) => each !== '')
    .join('; ');
  return {
    problems,
    row: {
      row: cells.number,
      part,
      name: String(named.value),
      kind,
      address,
      town,
      postcode,
      at,
      status: closed ? 'closed' : /\btemporar/.test(statusWords) ? 'temporarily-closed' : 'open',
      yearClosed: closedOn === null ? null : Number(closedOn.slice(0, 4)),
      when: text('when', 'when', times.when),
      openingHours: times.openingHours,
      forWhom: text('forWhom', 'forWhom', cells.one('forWhom')),
      phone: text('phone', 'phone', phoneOf(cells.one('phone'))),
      email: text(
        'email',
        'email',
        cells
          .one('email')
          .replace(/^mailto:/i, '')
          .split(/[;,\s]+/)[0] ?? '',
      ),
      website: text('website', 'website', cells.one('website').split(/[;,\s]+/)[0] ?? ''),
      operator: text('operator', 'operator', cells.one('operator')),
      wheelchair,
      access: text('access', 'access', accessWords),
      notes: text('notes', 'notes', cells.all('notes').join('\n')),
      uprn: uprnOf(cells.one('uprn')),
      sourceId: cells.one('sourceId').slice(0, 60) || null,
      checkedOn: checkedDay !== null && checkedDay.length === 10 ? checkedDay : null,
    },
  };
}

/** The day a row was checked, or null, which is said, where that is no date or one to come. */
function checkedOf(
  cell: string,
  order: DateOrder,
  today: string | undefined,
  note: (meaning: Meaning, problem: string, todo: string) => void,
): string | null {
  if (cell === '') return null;
  const day = dateIn(cell, order);
  if (day === null) {
    const otherWay = dateIn(cell, order === 'day-first' ? 'month-first' : 'day-first') !== null;
    const first = order === 'day-first' ? 'day' : 'month';
    note(
      'checked',
      `"${cell}" is no date that can be read${otherWay ? ` with the ${first} first` : ''}.`,
      `Write it as 31/12/2025${otherWay ? ', or choose which comes first, the day or the month' : ''}.`,
    );
    return null;
  }
  if (today === undefined || day <= today) return day;
  note(
    'checked',
    `"${cell}" is still to come, so it is not taken as the day of a check.`,
    'Write in the day when it was last checked.',
  );
  return null;
}

/** Columns that say where, the most useful to fill in first. */
const WHERE: readonly Meaning[] = ['postcode', 'address', 'town', 'easting', 'latitude', 'coordinates'];

function postcodeOfRow(
  cells: RowCells,
  address: readonly string[],
  note: (meaning: Meaning, problem: string, todo: string) => void,
): string | null {
  const cell = cells.one('postcode');
  const own = postcodeOf(cell) ?? postcodeIn(cell) ?? postcodeOf(mended(cell));
  if (own !== null) return postcodeOf(own);
  const inAddress = postcodeIn(address.join(', '));
  if (cell !== '') {
    note(
      'postcode',
      `"${cell}" is not a whole postcode.`,
      inAddress === null
        ? 'Write in the whole postcode, such as LE19 4AA.'
        : `Nothing to do: ${inAddress} stands in the address.`,
    );
  }
  return inAddress === null ? null : postcodeOf(inAddress);
}

/** Letters and digits that are taken for each other: the outward part ends and the inward begins with a digit. */
function mended(cell: string): string {
  const bare = cell.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z]{1,2}[A-Z\d]{1,2}[A-Z\d]{3}$/.test(bare)) return cell;
  const digit = (letter = '') => ({ O: '0', I: '1', L: '1', S: '5' })[letter] ?? letter;
  const inward = bare.slice(-3);
  return `${bare.slice(0, -3).replace(/^([A-Z]{1,2})O/, '$10')}${digit(inward[0])}${inward.slice(1)}`;
}

/** The lines of an address in one, without the postcode, the name and what is said twice. */
function addressOf(
  lines: readonly string[],
  town: string | null,
  postcode: string | null,
  name: string,
): string {
  const bare = postcode?.replace(' ', '') ?? '';
  const parts = [...lines, town ?? '']
    .flatMap((line) => line.split(','))
    .map((part) =>
      bare === '' ? part : part.replace(new RegExp(`${bare.slice(0, -3)}\\s*${bare.slice(-3)}`, 'i'), ''),
    )
    .map(oneLine)
    .filter((part) => part !== '' && plain(part) !== plain(name));
  return parts.filter((part, at) => parts.findIndex((each) => plain(each) === plain(part)) === at).join(', ');
}

/** Spreadsheets take the 0 off a phone number that they hold as a number. */
function phoneOf(cell: string): string {
  const digits = cell.replace(/[\s()-]/g, '');
  return /^[1-37]\d{9}$/.test(digits) || /^1\d{8}$/.test(digits) ? `0${cell}` : cell;
}

function uprnOf(cell: string): string | null {
  const digits = cell.replace(/\.0+$/, '').replace(/\s/g, '');
  return /^\d{6,12}$/.test(digits) ? digits : null;
}

function wheelchairOf(words: string): 'yes' | 'limited' | 'no' | null {
  if (/^(y|yes|true|full|fully|accessible|step free|1)$/.test(words)) return 'yes';
  if (/^(n|no|false|none|0|not accessible)$/.test(words)) return 'no';
  return /^(limited|partial|partly|some|part)$/.test(words) ? 'limited' : null;
}
