import { type Person, VISITOR } from '@kith/core/keep/roles';
import type { Report } from '@kith/core/place/report';
import { REPORT_REASONS } from '@kith/core/place/report-reasons';
import { asc, eq, sql } from 'drizzle-orm';
import { waiting } from '../db/keeping-schema.ts';
import { place } from '../db/schema.ts';
import { keepWaiting } from './keep/waiting-store.ts';
import type { Database } from './open.ts';

/** A report as a steward reads it. */
export interface KeptReport {
  readonly reference: string;
  readonly placeId: string;
  readonly reason: string;
  readonly detail: string | null;
  readonly at: string;
}

/** Who sends a report. The network address is kept only as a hash of its day. */
export interface ReportSender {
  readonly person: Person;
  readonly address: string | null;
}

/** Keeps a report for a steward: it waits in the queue with all else. @returns the reference the sender may quote */
export async function keepReport(
  db: Database,
  placeId: string,
  report: Report,
  at: string,
  sender: ReportSender = { person: VISITOR, address: null },
): Promise<string> {
  const named = await db.select({ name: place.name }).from(place).where(eq(place.id, placeId));
  const detail = report.detail === undefined || report.detail === '' ? null : report.detail;
  const kept = await keepWaiting(db, {
    kind: 'report',
    placeId,
    title: named[0]?.name ?? 'A place that is no longer listed',
    summary: REPORT_REASONS.find(({ id }) => id === report.reason)?.label ?? report.reason,
    body: { reason: report.reason, detail },
    at,
    ...sender,
  });
  return kept.reference;
}

/** Reports, oldest first. */
export async function listReports(db: Database): Promise<KeptReport[]> {
  const rows = await db
    .select()
    .from(waiting)
    .where(eq(waiting.kind, 'report'))
    .orderBy(asc(waiting.at), asc(sql`rowid`));
  return rows.map(({ reference, placeId, body, at }) => {
    const { reason, detail } = JSON.parse(body) as { reason: string; detail: string | null };
    return { reference, placeId: placeId ?? '', reason, detail, at };
  });
}
