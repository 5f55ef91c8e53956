import type { RejectedGroup, RejectedRow } from '@kith/core/source/data-report';
import { and, asc, eq, gt } from 'drizzle-orm';
import { rejectedRow } from '../db/schema.ts';
import type { Database } from './open.ts';

const EXAMPLES = 3;
/** Groups listed per source; the rest are in the download. */
const MOST_GROUPS = 40;

export interface RejectedPage {
  readonly rows: RejectedRow[];
  /** Give it back for the page that follows; null at the end. */
  readonly next: number | null;
}

/** Rejected rows in the order they were met, a page at a time. */
export async function listRejected(
  db: Database,
  source: string | undefined,
  after: number,
  limit: number,
): Promise<RejectedPage> {
  const rows = await db
    .select()
    .from(rejectedRow)
    .where(and(gt(rejectedRow.id, after), source === undefined ? undefined : eq(rejectedRow.source, source)))
    .orderBy(asc(rejectedRow.id))
    .limit(limit + 1);
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
  const rows = await db.select().from(rejectedRow).orderBy(asc(rejectedRow.id));
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
