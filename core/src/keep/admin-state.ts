import { z } from 'zod';

/** A backup that was made and looked through. */
export const lastBackupSchema = z.object({
  /** ISO time. */
  at: z.string(),
  /** Its name, without the folder. */
  file: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
export type LastBackup = z.infer<typeof lastBackupSchema>;

/** Something that was done, and when (ISO time). */
const happenedSchema = z.object({ at: z.string(), summary: z.string() });

/** How much there is of everything in the database, and when what happened last. */
export const storedStateSchema = z.object({
  counts: z.object({
    places: z.int(),
    closed: z.int(),
    areas: z.int(),
    statements: z.int(),
    people: z.int(),
    organisations: z.int(),
    kept: z.int(),
    photos: z.int(),
  }),
  /**
   * What awaits a steward: what people sent; `twins`, likely duplicates that Kith found itself; `apart`, set aside as
   * likely spam. `oldest`: ISO time, of what people sent and is not set aside.
   */
  waiting: z.object({ honest: z.int(), twins: z.int(), apart: z.int(), oldest: z.string().nullable() }),
  /** Places that people keep, by how long ago they were checked. Each of the three is in the one before it too. */
  freshness: z.object({ due: z.int(), stale: z.int(), old: z.int() }),
  reminders: z.object({ open: z.int(), lastSent: z.string().nullable() }),
  lastLoad: happenedSchema.nullable(),
  /** `place`: the one that it is about, by its name of now; null where it is about several, or none that is listed. */
  lastChange: happenedSchema
    .extend({ place: z.object({ id: z.string(), name: z.string() }).nullable() })
    .nullable(),
  lastBackup: lastBackupSchema.nullable(),
});
export type StoredState = z.infer<typeof storedStateSchema>;

/** How this Kith stands: the same, with what the machine says of itself. */
export const adminStateSchema = storedStateSchema.extend({
  /** Of Kith itself. */
  version: z.string(),
  /** Of the data, as every answer is made from it. */
  data: z.string(),
  /** Null where the database is on a server. */
  databaseBytes: z.int().nullable(),
  /** Letters to deliver by hand; null where a mail server takes them. */
  outbox: z.int().nullable(),
});
export type AdminState = z.infer<typeof adminStateSchema>;
