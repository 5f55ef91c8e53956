import { brcLoneliness, type ModelledLoneliness } from '../brc-loneliness.ts';
import { type AgeCounts, censusAge } from '../census-age.ts';
import { censusDisability, type DisabilityCounts } from '../census-disability.ts';
import { type PercentRow, percentLsoa, percentMsoa } from '../census-percent.ts';
import { censusTenure, type TenureCounts } from '../census-tenure.ts';
import type { SourceFile } from '../files/found-file.ts';
import { type Deprivation, indicesOfDeprivation } from '../iod.ts';
import { type Centroid, lsoaCentroids } from '../lsoa-centroids.ts';
import { msoaBoundaries } from '../msoa-boundaries.ts';
import { type NomisRow, type NomisTable, nomisBulk } from '../nomis-bulk.ts';
import type { PartTally } from '../run/tally.ts';
import { type RuralUrbanClass, ruralUrban } from '../rural-urban.ts';
import { eachRow } from './each-row.ts';
import { type FilesBySource, filesOf } from './source-files.ts';

type ByCode<Row> = ReadonlyMap<string, Row>;

/** Everything known of areas besides their shape, by code. A table that was not among the files is null. */
export interface AreaTables {
  readonly centroids: ByCode<Centroid>;
  readonly ruralUrban: ByCode<RuralUrbanClass>;
  readonly age: ByCode<AgeCounts> | null;
  readonly disability: ByCode<DisabilityCounts> | null;
  readonly tenure: ByCode<TenureCounts> | null;
  readonly percentLsoa: ByCode<PercentRow> | null;
  readonly percentMsoa: ByCode<PercentRow> | null;
  /** Codes of MSOAs by name. */
  readonly msoaCodes: ReadonlyMap<string, string>;
  /** Rows of LSOAs and of MSOAs by code. */
  readonly nomis: Readonly<Partial<Record<NomisTable, ByCode<NomisRow>>>>;
  readonly deprivation: ByCode<Deprivation> | null;
  readonly loneliness: ByCode<ModelledLoneliness> | null;
}

/** Reads the tables, and keeps the rows of the areas that are wanted and of all MSOAs. */
export async function readAreaTables(
  files: FilesBySource,
  tally: PartTally,
  isWanted: (code: string) => boolean,
): Promise<AreaTables> {
  const keeps = (code: string) => isWanted(code) || /^E02/.test(code);
  const table = async <Row extends { readonly code: string }>(
    source: SourceFile<Row>,
  ): Promise<Map<string, Row> | null> => {
    const own = filesOf(files, source);
    if (own.length === 0) return null;
    const rows = new Map<string, Row>();
    await eachRow(tally, source, own, (row) => {
      if (!keeps(row.code)) return false;
      if (!rows.has(row.code)) rows.set(row.code, row);
      return true;
    });
    return rows;
  };
  const msoas = await table(msoaBoundaries);
  return {
    centroids: (await table(lsoaCentroids)) ?? new Map(),
    ruralUrban: (await table(ruralUrban)) ?? new Map(),
    age: await table(censusAge),
    disability: await table(censusDisability),
    tenure: await table(censusTenure),
    percentLsoa: await table(percentLsoa),
    percentMsoa: await table(percentMsoa),
    msoaCodes: new Map([...(msoas?.values() ?? [])].map(({ code, name }) => [name, code])),
    nomis: await readNomis(files, tally, keeps),
    deprivation: await table(indicesOfDeprivation),
    loneliness: await table(brcLoneliness),
  };
}

async function readNomis(
  files: FilesBySource,
  tally: PartTally,
  keeps: (code: string) => boolean,
): Promise<AreaTables['nomis']> {
  const tables: Partial<Record<NomisTable, Map<string, NomisRow>>> = {};
  for (const source of nomisBulk) {
    await eachRow(tally, source, filesOf(files, source), (row) => {
      if (!keeps(row.code)) return false;
      const known = tables[row.table] ?? new Map<string, NomisRow>();
      tables[row.table] = known;
      const before = known.get(row.code);
      known.set(
        row.code,
        before === undefined ? row : { ...before, counts: bothOf(before.counts, row.counts) },
      );
      return true;
    });
  }
  return tables;
}

/** What the one table cannot tell the other may: 16 to 24 is in TS007B and not in TS007A. */
function bothOf(first: NomisRow['counts'], second: NomisRow['counts']): NomisRow['counts'] {
  return Object.fromEntries(
    Object.entries(first).map(([name, count]) => [name, count ?? second[name] ?? null]),
  );
}
