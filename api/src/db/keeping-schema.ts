import { sql } from 'drizzle-orm';
import { blob, check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './auth-schema.ts';
import { change } from './schema.ts';

/** The tables of keeping listings true: who keeps what, what waits for a steward, what was sent and what came of it. */

export const organisation = sqliteTable('organisation', {
  /** UUID, made by chance. */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  website: text('website'),
  /** Of the organisation, for everyone to read; as `email` is. */
  phone: text('phone'),
  email: text('email'),
  /** ISO time. */
  at: text('at').notNull(),
});

export const organisationMember = sqliteTable(
  'organisation_member',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** ISO time. */
    since: text('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.userId] }),
    index('member_by_user').on(table.userId),
  ],
);

/** Who keeps a place. Append-only but for its end. */
export const keeper = sqliteTable(
  'keeper',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    placeId: text('place_id').notNull(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    since: text('since').notNull(),
    /** ISO time; null while it keeps it. */
    until: text('until'),
    changeId: integer('change_id')
      .notNull()
      .references(() => change.id),
    /** The change that ended it. */
    endChangeId: integer('end_change_id').references(() => change.id),
  },
  (table) => [
    index('keeper_by_place').on(table.placeId),
    index('keeper_by_organisation').on(table.organisationId),
  ],
);

/** What waits for a steward, and what was decided. Decided ones stay: they are the answer to their reference. */
export const waiting = sqliteTable(
  'waiting',
  {
    /** 128 bits by chance, base64url: it cannot be guessed. */
    id: text('id').primaryKey(),
    /** What the sender may quote: `K7QX-2MPA`. */
    reference: text('reference').notNull().unique(),
    kind: text('kind', { enum: ['new-place', 'edit', 'report', 'keep', 'photo', 'conflict'] }).notNull(),
    /** The place it is about; of a new one the id that it will have. */
    placeId: text('place_id'),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    /** JSON, in the shape of its kind. */
    body: text('body').notNull(),
    /** Made on the sender's device: the same key is the same thing sent again. */
    key: text('key').unique(),
    at: text('at').notNull(),
    role: text('role').notNull(),
    userId: text('user_id').references(() => user.id, { onDelete: 'set null' }),
    /** SHA-256 of the sender's network address with the salt of its day; null once 30 days old, or signed in. */
    senderHash: text('sender_hash'),
    doubt: real('doubt').notNull(),
    apart: integer('apart', { mode: 'boolean' }).notNull(),
    /** The one that stands for a flood of near-copies, of which this is another; else null. */
    copyOf: text('copy_of'),
    /** JSON list of words. */
    reasons: text('reasons').notNull(),
    state: text('state', { enum: ['waiting', 'accepted', 'rejected'] })
      .notNull()
      .default('waiting'),
    decidedAt: text('decided_at'),
    /** The steward, as the log names a person. */
    decidedBy: text('decided_by'),
    /** To the sender. */
    note: text('note'),
    /** Of one that was turned down because it is the same place: the id of that place, listed or to be. */
    sameAs: text('same_as'),
    /** The change that accepting it made. */
    changeId: integer('change_id').references(() => change.id),
  },
  (table) => [
    index('waiting_by_state').on(table.state, table.apart, table.at),
    index('waiting_by_place').on(table.placeId),
    index('waiting_by_sender').on(table.senderHash),
    index('waiting_by_original').on(table.copyOf),
    check('waiting_body_is_json', sql`json_valid(${table.body})`),
  ],
);

/** Where a new place is said to be, whatever became of it: what is like it is looked for round the spot. */
export const waitingSpot = sqliteTable(
  'waiting_spot',
  {
    waitingId: text('waiting_id')
      .primaryKey()
      .references(() => waiting.id, { onDelete: 'cascade' }),
    easting: integer('easting').notNull(),
    northing: integer('northing').notNull(),
    precision: text('precision').notNull(),
    spreadMetres: integer('spread_metres').notNull(),
  },
  (table) => [index('waiting_spot_by_easting').on(table.easting, table.northing)],
);

/** Two new places, both sent, that may be one: found when the later came. Each pair stands here both ways. */
export const waitingAlike = sqliteTable(
  'waiting_alike',
  {
    oneId: text('one_id')
      .notNull()
      .references(() => waiting.id, { onDelete: 'cascade' }),
    otherId: text('other_id')
      .notNull()
      .references(() => waiting.id, { onDelete: 'cascade' }),
    /** 0 to 1: the chance that they are the same place. */
    score: real('score').notNull(),
    /** JSON list of words. */
    reasons: text('reasons').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.oneId, table.otherId] }),
    index('waiting_alike_by_other').on(table.otherId),
  ],
);

/** That something turned down was put back into the queue, and what had been decided of it. Append-only. */
export const waitingPutBack = sqliteTable(
  'waiting_put_back',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    waitingId: text('waiting_id')
      .notNull()
      .references(() => waiting.id, { onDelete: 'cascade' }),
    /** ISO time, and the steward as the log names a person. */
    at: text('at').notNull(),
    by: text('by').notNull(),
    /** Of the decision that it took back. */
    rejectedAt: text('rejected_at').notNull(),
    rejectedBy: text('rejected_by').notNull(),
    note: text('note'),
  },
  (table) => [index('put_back_by_waiting').on(table.waitingId)],
);

/** Salts of single days, for the hashes of senders' addresses. Gone after 30 days, and the hashes with them. */
export const daySalt = sqliteTable('day_salt', {
  day: text('day').primaryKey(),
  salt: text('salt').notNull(),
});

/** Photos, as they came from the sender's device: small, without where they were taken. */
export const photo = sqliteTable(
  'photo',
  {
    id: text('id').primaryKey(),
    placeId: text('place_id'),
    type: text('type', { enum: ['image/jpeg', 'image/png', 'image/webp'] }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** What is on it, for those who cannot see it. */
    alt: text('alt').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
    at: text('at').notNull(),
    /** Only `shown` is sent to anyone but stewards. */
    state: text('state', { enum: ['waiting', 'shown', 'removed'] }).notNull(),
  },
  (table) => [index('photo_by_place').on(table.placeId, table.state)],
);

/** That a place may go, as those who keep it say. Append-only but for its end. */
export const riskNote = sqliteTable(
  'risk_note',
  {
    id: text('id').primaryKey(),
    placeId: text('place_id').notNull(),
    reason: text('reason', {
      enum: ['grant-ends', 'hours-cut', 'for-sale', 'volunteers', 'other'],
    }).notNull(),
    amountGbp: integer('amount_gbp'),
    endsOn: text('ends_on'),
    funder: text('funder'),
    words: text('words'),
    public: integer('public', { mode: 'boolean' }).notNull(),
    /** As the log names a person or an organisation. */
    author: text('author').notNull(),
    at: text('at').notNull(),
    /** ISO time; null while it stands. */
    withdrawnAt: text('withdrawn_at'),
    changeId: integer('change_id')
      .notNull()
      .references(() => change.id),
    /** The change that took it back. */
    withdrawChangeId: integer('withdraw_change_id').references(() => change.id),
  },
  (table) => [index('risk_note_by_place').on(table.placeId)],
);

/** Reminders sent. The link holds a token; here is only its hash. */
export const reminder = sqliteTable(
  'reminder',
  {
    tokenHash: text('token_hash').primaryKey(),
    placeId: text('place_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    /** When it was begun: the letter goes out right after. */
    sentAt: text('sent_at').notNull(),
    /** When the letter had gone out; null: it is on its way, or Kith was stopped in between. */
    wentAt: text('went_at'),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
    answer: text('answer', { enum: ['still-right', 'closed'] }),
  },
  (table) => [index('reminder_by_place').on(table.placeId)],
);

/** Keys of organisations to the API. The key is shown once; here is only its hash. */
export const apiToken = sqliteTable(
  'api_token',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    name: text('name').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: text('created_at').notNull(),
    lastUsedOn: text('last_used_on'),
    revokedAt: text('revoked_at'),
  },
  (table) => [index('api_token_by_organisation').on(table.organisationId)],
);

/** A spreadsheet that was brought: as it came, how it was understood, and what came of it. */
export const sheetImport = sqliteTable(
  'sheet_import',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').references(() => user.id, { onDelete: 'set null' }),
    organisationId: text('organisation_id').references(() => organisation.id),
    fileName: text('file_name').notNull(),
    at: text('at').notNull(),
    /** JSON: cells as text, rows of columns. Emptied once it is imported or 30 days old. */
    cells: text('cells').notNull(),
    /** JSON: header row, columns, coordinate system, corrections. */
    mapping: text('mapping').notNull(),
    state: text('state', { enum: ['open', 'imported', 'undone'] }).notNull(),
    /** JSON: counts of what came of it. */
    counts: text('counts').notNull(),
    changeId: integer('change_id').references(() => change.id),
    undoneBy: integer('undone_by').references(() => change.id),
  },
  (table) => [index('sheet_import_by_user').on(table.userId)],
);

/** How a sender's files are to be understood: by whoever sends them, and the words of their header row. */
export const sheetMapping = sqliteTable(
  'sheet_mapping',
  {
    /** `org:<id>` or `person:<id>`. */
    sender: text('sender').notNull(),
    /** The folded words of the header row, in order. */
    header: text('header').notNull(),
    mapping: text('mapping').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sender, table.header] })],
);

/** That something was removed for good on a privacy request: which, when and by whom, and nothing of what it said. */
export const privacyRemoval = sqliteTable('privacy_removal', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  what: text('what').notNull(),
  at: text('at').notNull(),
  by: text('by').notNull(),
});
