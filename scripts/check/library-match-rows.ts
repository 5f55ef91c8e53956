import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { realUprn } from '@kith/core/place/match';
import type { Matchable } from '@kith/core/place/match/matchable';
import { ACE_FILE, OPEN_SCHEMA_FILE, readAce, readOpenSchema } from '../make-starter/library-files.ts';
import { SharedFiles } from '../make-starter/shared-files.ts';

/** A row of one of the two lists: with its UPRN beside it, which the matcher is not shown. */
export interface Row {
  readonly place: Matchable;
  readonly uprn: string;
  /** Council, name and postcode: for people. */
  readonly words: string;
}

/** Every row of both lists as the matcher is shown it, placed by postcode. */
export function readRows(folder: string): { ace: Row[]; schema: Row[] } {
  const files = new SharedFiles(folder);
  const [aceRows, schemaRows] = [readAce(files), readOpenSchema(files)];
  const aceUprns = files.table(ACE_FILE, ['uprn']);
  const schemaCells = files.table(OPEN_SCHEMA_FILE, ['Unique property reference number', 'Year closed']);
  const grid = postcodeGrid(
    files,
    folder,
    new Set([...aceRows, ...schemaRows].map(({ postcode }) => plain(postcode))),
  );
  const ace = aceRows.map((row, at) =>
    toRow(
      'ace',
      at,
      row,
      row.authority,
      aceUprns[at]?.uprn ?? '',
      row.grid ?? grid.get(plain(row.postcode)) ?? null,
      {
        closed: row.operation === 'closed' || row.yearClosed !== null,
        mobile: row.type.includes('mobile'),
      },
    ),
  );
  const schema = schemaRows.map((row, at) => {
    const cells = schemaCells[at];
    const uprn = cells?.['Unique property reference number'] ?? '';
    return toRow('open-schema', at, row, row.council, uprn, grid.get(plain(row.postcode)) ?? null, {
      // Any year closes it: where the year is not known the file has 1900.
      closed: cells?.['Year closed'].trim() !== '',
      mobile: /\bmobile\b/i.test(row.name),
    });
  });
  return { ace, schema };
}

function toRow(
  list: string,
  at: number,
  row: { readonly name: string; readonly address: readonly string[]; readonly postcode: string },
  council: string,
  uprn: string,
  grid: readonly [number, number] | null,
  { closed, mobile }: { readonly closed: boolean; readonly mobile: boolean },
): Row {
  return {
    uprn: realUprn(uprn),
    words: [council, row.name, row.postcode].join(' | '),
    place: {
      id: `${list} ${String(at + 2).padStart(5, '0')}`,
      name: row.name,
      kind: 'library',
      status: closed ? 'closed' : 'open',
      mobile,
      easting: mobile ? null : (grid?.[0] ?? null),
      northing: mobile ? null : (grid?.[1] ?? null),
      precision: 'postcode',
      spreadMetres: 0,
      postcode: row.postcode || null,
      address: row.address.join(', ') || null,
      councils: [council],
      uprn: null,
      lists: [list],
      goneFrom: [],
      rank: list === 'ace' ? 0 : 1,
    },
  };
}

/** Positions of the postcodes wanted, from every file of Code-Point Open. */
function postcodeGrid(
  files: SharedFiles,
  folder: string,
  wanted: ReadonlySet<string>,
): Map<string, [number, number]> {
  const grid = new Map<string, [number, number]>();
  for (const name of readdirSync(join(folder, 'data', 'postcodes')).sort()) {
    if (!/^codepoint_open_2014-08_[a-z]+\.csv\.gz$/.test(name)) continue;
    for (const line of files.text(`data/postcodes/${name}`).split('\n')) {
      const [postcode = '', , east = '', north = ''] = line.split(',');
      const key = postcode.replace(/["\s]/g, '');
      if (wanted.has(key) && Number(east) > 0) grid.set(key, [Number(east), Number(north)]);
    }
  }
  return grid;
}

function plain(postcode: string): string {
  return postcode.replaceAll(' ', '');
}
