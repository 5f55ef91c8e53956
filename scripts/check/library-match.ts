import { matchAll } from '../load/match/assign.ts';
import type { Checks } from './checks.ts';
import { READ_DISAGREEMENTS, READ_MISSES, type Reading } from './library-match-read.ts';
import { type Row, readRows } from './library-match-rows.ts';

/**
 * The Arts Council's list against the open-schema file, every row of both as published, matched without the UPRN.
 * Truth is an equal UPRN of 8 digits or more. It can judge a pair where either side's UPRN is on the other list; it is
 * wrong where a council gave a row the UPRN of another, so every disagreement has been read.
 */
export function libraryMatch(folder: string, checks: Checks): void {
  const { ace, schema } = readRows(folder);
  // Time of the processor, so that a busy machine does not fail the check.
  const started = process.cpuUsage();
  const places = [...ace, ...schema].map(({ place }) => place);
  const { merges, candidates } = matchAll(places, new Set());
  const milliseconds = process.cpuUsage(started).user / 1000;

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

function rowsByUprn(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const byUprn = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.uprn !== '') byUprn.set(row.uprn, [...(byUprn.get(row.uprn) ?? []), row]);
  }
  return byUprn;
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}
