import { randomBytes } from 'node:crypto';
import type { Report } from '@kith/core/place/report';
import { asc } from 'drizzle-orm';
import { problemReport } from '../db/schema.ts';
import { logChange } from './claim-store.ts';
import type { Database } from './open.ts';

/** A report as a steward reads it. Nothing about who sent it is kept. */
export interface KeptReport {
  readonly reference: string;
  readonly placeId: string;
  readonly reason: string;
  readonly detail: string | null;
  readonly at: string;
}

/** Letters and digits that cannot be taken for one another when read out over the phone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Keeps a report for a steward. @returns the reference the sender may quote, such as `K7QX-2MPA` */
export async function keepReport(db: Database, placeId: string, report: Report, at: string): Promise<string> {
  const reference = newReference();
  await db.transaction(async (tx) => {
    const summary = `Problem reported: ${report.reason}`;
    const changeId = await logChange(tx, { kind: 'report', at, author: 'anonymous', summary });
    const detail = report.detail === undefined || report.detail === '' ? null : report.detail;
    await tx
      .insert(problemReport)
      .values({ reference, placeId, reason: report.reason, detail, at, changeId });
  });
  return reference;
}

/** Reports, oldest first. */
export async function listReports(db: Database): Promise<KeptReport[]> {
  const rows = await db.select().from(problemReport).orderBy(asc(problemReport.id));
  return rows.map(({ reference, placeId, reason, detail, at }) => ({
    reference,
    placeId,
    reason,
    detail,
    at,
  }));
}

function newReference(): string {
  const letters = [...randomBytes(8)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
