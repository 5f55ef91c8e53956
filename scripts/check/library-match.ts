import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { realUprn } from '@kith/core/place/match';
import type { Matchable } from '@kith/core/place/match/matchable';
import { matchAll } from '../load/match/assign.ts';
import { ACE_FILE, OPEN_SCHEMA_FILE, readAce, readOpenSchema } from '../make-starter/library-files.ts';
import { SharedFiles } from '../make-starter/shared-files.ts';
import type { Checks } from './checks.ts';
import { READ_DISAGREEMENTS, READ_MISSES, type Reading } from './library-match-read.ts';

/** A row of one of the two lists: with its UPRN beside it, which the matcher is not shown. */
interface Row {
  readonly place: Matchable;
  readonly uprn: string;
  /** Council, name and postcode: for people. */
  readonly words: string;
}

/**
 * The Arts Council's list against the open-schema file, every row of both as published, matched without the UPRN.
 * Truth is an equal UPRN of 8 digits or more. It can judge a pair where either side's UPRN is on the other list; it is
 * wrong where a council gave a row the UPRN of another, so every disagreement has been read.
 */
export function libraryMatch(folder: string, checks: Checks): void {
  const { ace, schema } = readRows(folder);
  const started = performance.now();
  const places = [...ace, ...schema].map(({ place }) => place);
  const { merges, candidates } = matchAll(places, new Set());
  const milliseconds = performance.now() - started;

  const byId = new Map([...ace, ...schema].map((row) => [row.place.id, row]));
  const [aceByUprn, schemaByUprn] = [rowsByUprn(ace), rowsByUprn(schema)];
  const truth = ace.flatMap((row) =>
    (schemaByUprn.get(row.uprn) ?? []).map((other) => ({ ace: row, schema: other })),
  );
  const partner = new Map(merges.map(({ fromId, toId }) => [toId, fromId]));
  const found = truth.filter((pair) => partner.get(pair.ace.place.id) === pair.schema.place.id);
  const judged = [...partner].flatMap(([aceId, schemaId]) => {
    const [one, other] = [byId.get(aceId), byId.get(schemaId)];
    const canJudge = one && other && (schemaByUprn.has(one.uprn) || aceByUprn.has(other.uprn));
    return canJudge ? [{ ace: one, schema: other }] : [];
  });
  const words = (pair: { ace: Row; schema: Row }) => `${pair.ace.words} = ${pair.schema.words}`;
  const disagreeing = judged.filter((pair) => pair.ace.uprn !== pair.schema.uprn).map(words);
  const missed = truth.filter((pair) => partner.get(pair.ace.place.id) !== pair.schema.place.id).map(words);

  console.log(
    `\nLibraries: ${ace.length} rows of the Arts Council, ${schema.length} in the open schema, without the UPRN`,
  );
  console.log(
    `  ${merges.length} made one, ${candidates.length} for a person, in ${Math.round(milliseconds)} ms`,
  );
  console.log(
    `  truth: ${truth.length} pairs of rows with one UPRN; ${judged.length} pairs made one can be judged by it`,
  );
  const unedited = percent(judged.length - disagreeing.length, judged.length);
  console.log(
    `  precision unedited: ${judged.length - disagreeing.length} of ${judged.length}, ${unedited}%`,
  );
  console.log(
    `  recall unedited: ${found.length} of ${truth.length}, ${percent(found.length, truth.length)}%`,
  );

  const right = read('disagreement', disagreeing, READ_DISAGREEMENTS, checks);
  checks.atLeast(
    'libraries: precision after reading, percent',
    percent(judged.length - disagreeing.length + right, judged.length),
    99,
  );
  const wrongTruth = read('miss', missed, READ_MISSES, checks);
  checks.atLeast('libraries: recall unedited, percent', percent(found.length, truth.length), 97);
  checks.atLeast(
    'libraries: recall after reading, percent',
    percent(found.length, truth.length - wrongTruth),
    97,
  );
  checks.atMost('libraries: milliseconds to match them all', Math.round(milliseconds), 5000);
}

/** Holds what was found against what was read. @returns for how many the truth is wrong */
function read(what: string, found: readonly string[], readings: readonly Reading[], checks: Checks): number {
  const known = new Map(readings.map((reading) => [reading.pair, reading]));
  for (const pair of found) if (!known.has(pair)) console.log(`  not read: ${pair}`);
  checks.equal(`libraries: every ${what} has been read`, found.filter((pair) => !known.has(pair)).length, 0);
  checks.equal(
    `libraries: every ${what} that was read is there still`,
    readings.filter(({ pair }) => !found.includes(pair)).length,
    0,
  );
  const count = (verdict: Reading['verdict']) =>
    found.filter((pair) => known.get(pair)?.verdict === verdict).length;
  console.log(
    `  ${what}: ${found.length} read: truth wrong ${count('truth wrong')}, match wrong ${count('match wrong')}`,
  );
  return count('truth wrong');
}

function readRows(folder: string): { ace: Row[]; schema: Row[] } {
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

function rowsByUprn(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const byUprn = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.uprn !== '') byUprn.set(row.uprn, [...(byUprn.get(row.uprn) ?? []), row]);
  }
  return byUprn;
}

function plain(postcode: string): string {
  return postcode.replaceAll(' ', '');
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}
