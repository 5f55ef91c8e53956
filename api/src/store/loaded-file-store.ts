import type { LoadedFile } from '@kith/core/source/data-report';
import { asc } from 'drizzle-orm';
import { loadFile } from '../db/schema.ts';
import { type LoadPart, listLoadParts } from './load-store.ts';
import type { Database } from './open.ts';

type FileRow = typeof loadFile.$inferSelect;
type FileOf = LoadedFile & { readonly source: string };

/**
 * Files that loads read, each once for a source, however many parts were made of it. Two files of one name that differ
 * in their bytes are two.
 */
export async function listLoadedFiles(db: Database): Promise<FileOf[]> {
  const rows = await db
    .select()
    .from(loadFile)
    .orderBy(asc(loadFile.source), asc(loadFile.part), asc(loadFile.scope), asc(loadFile.file));
  const wider = widerScopes(await listLoadParts(db));
  const byFile = new Map<string, FileRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.source, row.file, row.sha256]);
    const known = byFile.get(key);
    if (known === undefined) byFile.set(key, [row]);
    else known.push(row);
  }
  return [...byFile.values()].flatMap((uses) => together(uses, wider) ?? []);
}

/** One file of all its uses: the part that used most of it says how much, and loads of several districts add up. */
function together(uses: readonly FileRow[], isWider: IsWider): FileOf | null {
  const [first] = uses;
  if (first === undefined) return null;
  const scopes = [...new Set(uses.map(({ scope }) => scope))];
  const widest = scopes.filter((scope) => !scopes.some((other) => isWider(other, scope)));
  const read = Math.max(...uses.map(({ rowsRead }) => rowsRead));
  const rejected = Math.max(...uses.map(({ rowsRejected }) => rowsRejected));
  const used = widest.reduce(
    (sum, scope) => sum + Math.max(...uses.map((use) => (use.scope === scope ? use.rowsKept : 0))),
    0,
  );
  const kept = Math.min(used, read - rejected);
  return {
    source: first.source,
    part: [...new Set(uses.map(({ part }) => part))].join(', '),
    scope: widest.join(', '),
    file: first.file,
    bytes: first.bytes,
    sha256: first.sha256,
    rowsRead: read,
    rowsKept: kept,
    rowsElsewhere: read - rejected - kept,
    rowsRejected: rejected,
    at:
      uses
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? first.at,
  };
}

type IsWider = (scope: string, than: string) => boolean;

/** Whether one load was for all the districts of another and more: what the smaller one used, it used too. */
function widerScopes(parts: readonly LoadPart[]): IsWider {
  const districts = new Map(parts.map(({ scope, districts: of }) => [scope, new Set(of)]));
  return (scope, than) => {
    if (scope === than) return false;
    if (scope === 'england') return true;
    const [own, other] = [districts.get(scope), districts.get(than)];
    if (own === undefined || other === undefined || other.size === 0) return false;
    return own.size > other.size && [...other].every((code) => own.has(code));
  };
}
