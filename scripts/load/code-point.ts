import { decode } from './files/decode.ts';
import {
  CutShortError,
  type FoundFile,
  type Head,
  type Reject,
  type SourceFile,
} from './files/found-file.ts';
import { cutRow } from './files/read-table.ts';
import { foldedPostcode } from './postcode-text.ts';

export interface PostcodeRow {
  /** Capitals without a space: `LE100AA`. */
  readonly folded: string;
  /** Whole metres of the National Grid. */
  readonly easting: number;
  readonly northing: number;
  /** As of the edition: districts are merged and named anew since. */
  readonly districtCode: string;
  /** `E92000001` England, `W92000004` Wales, `S92000003` Scotland. */
  readonly countryCode: string;
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;
const COUNTRY = /^[EWSNLM]9\d{7}$/;
/** Quality 90: the postcode has no position yet. */
const NO_POSITION = 90;
const COLUMNS = 10;

/**
 * Code-Point Open as Ordnance Survey publishes it: no header; postcode, quality, easting, northing, country, two
 * health areas, county, district, ward. 120 files, one to a postcode area, or one file of them all.
 */
export const codePoint: SourceFile<PostcodeRow> = {
  source: 'codepoint-open-2014',
  what: 'Code-Point Open, the postcodes of Great Britain',
  many: true,
  rolling: true,
  recognise: (head) =>
    head.format === 'csv' && (isUnit(head.columns) || (isHeader(head) && isUnit(head.second))),
  read: readCodePoint,
};

function isUnit(cells: readonly string[]): boolean {
  const [postcode = '', quality = '', easting = '', northing = '', country = ''] = cells;
  return (
    cells.length === COLUMNS &&
    POSTCODE.test(foldedPostcode(postcode)) &&
    [quality, easting, northing].every((cell) => /^\d+$/.test(cell)) &&
    (country === '' || COUNTRY.test(country))
  );
}

function isHeader({ columns }: Head): boolean {
  return columns.length === COLUMNS && /^(pc|postcode)$/i.test(columns[0] ?? '');
}

async function* readCodePoint(file: FoundFile, reject: Reject): AsyncIterable<readonly PostcodeRow[]> {
  let row = 0;
  const skip = isHeader(file.head) ? 1 : 0;
  for await (const { lines, unfinished } of linesOf(file, reject)) {
    const rows: PostcodeRow[] = [];
    for (const line of lines) {
      row += 1;
      if (row <= skip || line.trim() === '') continue;
      if (unfinished && isCut(line)) {
        reject(cutRow(row));
        continue;
      }
      const made = postcodeIn(line, (column, problem) => reject({ row, column, problem }));
      if (made !== null) rows.push(made);
    }
    yield rows;
  }
}

/** No cell of this table holds a comma, a quotation mark or a new line, so lines are split as they stand. */
function postcodeIn(line: string, fault: (column: string, problem: string) => void): PostcodeRow | null {
  const cells = line.replaceAll('"', '').split(',');
  const [postcode = '', quality = '', east = '', north = '', country = '', , , , district = ''] = cells;
  const folded = foldedPostcode(postcode);
  const [easting, northing] = [Number(east), Number(north)];
  if (cells.length !== COLUMNS) {
    fault('postcode', `The row has ${cells.length} cells where ${COLUMNS} are expected.`);
  } else if (!POSTCODE.test(folded)) {
    fault('postcode', `"${postcode.slice(0, 12)}" is no postcode.`);
  } else if (Number(quality) >= NO_POSITION || (easting === 0 && northing === 0)) {
    fault('easting', 'The postcode has no position in this edition. A later edition may give it one.');
  } else if (!isOnGrid(easting, northing)) {
    fault('easting', 'The postcode lies outside the British National Grid.');
  } else {
    return { folded, easting, northing, districtCode: district.trim(), countryCode: country.trim() };
  }
  return null;
}

/** Whether a last line without an end lacks some of its cells, or of the ward in its last one. */
function isCut(line: string): boolean {
  const cells = line.split(',');
  const ward = cells.at(-1)?.trim() ?? '';
  return cells.length < COLUMNS || (cells.length === COLUMNS && !/^(|""|"?[A-Z]\d{8}"?)$/.test(ward));
}

interface Lines {
  readonly lines: readonly string[];
  /** The last line of a file that does not end in a line end. */
  readonly unfinished: boolean;
}

/** Lines in batches. A file that stops before its end gives those it has, and one rejection. */
async function* linesOf(file: FoundFile, reject: Reject): AsyncGenerator<Lines> {
  let rest = '';
  try {
    for await (const piece of decode(file.open())) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      yield { lines, unfinished: false };
    }
    if (rest !== '') yield { lines: [rest], unfinished: true };
  } catch (error) {
    if (!(error instanceof CutShortError)) throw error;
    reject({ row: null, column: null, problem: error.message, endsEarly: true });
  }
}

function isOnGrid(easting: number, northing: number): boolean {
  return (
    Number.isInteger(easting) &&
    Number.isInteger(northing) &&
    easting > 0 &&
    easting < 700_000 &&
    northing > 0 &&
    northing < 1_300_000
  );
}
