import type { RejectedGroup, RejectedRow } from '@kith/core/source/data-report';
import { sql } from 'drizzle-orm';
import type { Database } from './open.ts';

const EXAMPLES = 3;
/** Groups listed per source; the rest are in the download. */
const MOST_GROUPS = 40;

export interface RejectedPage {
  readonly rows: RejectedRow[];
  /** Give it back for the page that follows; null at the end. */
  readonly next: number | null;
}

/**
 * Rows that could not be used. A file that several parts were made of is told once: as the part has it that could not
 * use most of it. A file of the same name with other bytes is another file.
 */
const ONCE = sql`with used as (
    select part, scope, source, file, row_number() over (
      partition by source, file, sha256 order by rows_rejected desc, at desc, part, scope
    ) as place from load_file
  ), rejected as (
    select r.id as id, r.source as source, r.file as file, r."row" as "row", r."column" as "column", r.problem as problem
    from rejected_row r left join used using (part, scope, source, file) where coalesce(used.place, 1) = 1
  )`;

type Rejected = RejectedRow & { readonly id: number };

/** Rejected rows in the order they were met, a page at a time. */
export async function listRejected(
  db: Database,
  source: string | undefined,
  after: number,
  limit: number,
): Promise<RejectedPage> {
  const own = source === undefined ? sql`` : sql`and source = ${source}`;
  const rows = await db.all<Rejected>(
    sql`${ONCE} select * from rejected where id > ${after} ${own} order by id limit ${limit + 1}`,
  );
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map(({ source: from, file, row, column, problem }) => ({
      source: from,
      file,
      row,
      column,
      problem,
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

interface Group {
  readonly files: Set<string>;
  readonly column: string | null;
  readonly problem: string;
  count: number;
  readonly examples: RejectedGroup['examples'];
}

/** Rejected rows of every source, those with one reason together, the most common first. */
export async function groupRejected(
  db: Database,
): Promise<ReadonlyMap<string, { kept: number; groups: RejectedGroup[] }>> {
  const rows = await db.all<Rejected>(sql`${ONCE} select * from rejected order by id`);
  const bySource = new Map<string, { kept: number; groups: Map<string, Group> }>();
  for (const { source, file, row, column, problem } of rows) {
    const found = bySource.get(source) ?? { kept: 0, groups: new Map<string, Group>() };
    bySource.set(source, found);
    found.kept += 1;
    const reason = reasonOf(problem);
    const key = JSON.stringify([column, reason]);
    const group = found.groups.get(key) ?? {
      files: new Set(),
      column,
      problem: reason,
      count: 0,
      examples: [],
    };
    found.groups.set(key, group);
    group.files.add(file);
    group.count += 1;
    if (group.examples.length < EXAMPLES) group.examples.push({ file, row, problem });
  }
  return new Map(
    [...bySource].map(([source, { kept, groups }]) => [
      source,
      {
        kept,
        groups: [...groups.values()]
          .sort((a, b) => b.count - a.count)
          .slice(0, MOST_GROUPS)
          .map((group) => ({ ...group, files: group.files.size })),
      },
    ]),
  );
}

/** What differs from row to row: words in quotes, a name with its code, postcodes, codes and numbers. */
const VALUES = [
  /"[^"]*"|“[^”]*”|‘[^’]*’/g,
  /^[A-Z][^.:()]{0,60} \([A-Z]?\d[\w-]*\)/g,
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g,
  /\b[A-Z]\d{8}\b/g,
  /-?\d[\d,]*(\.\d+)?/g,
] as const;

/** The reason without the value at fault, so that rows with one reason are counted together. */
export function reasonOf(problem: string): string {
  return VALUES.reduce((text, value) => text.replace(value, '…'), problem).replace(/…(\s*…)+/g, '…');
}
