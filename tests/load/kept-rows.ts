import type { OpenDatabase } from '@kith/api/store/open';

/** One row of each table of keeping, of the log and of those who sign in, as a Kith of migration 0010 wrote them. */
const ROWS: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  source: {
    id: 'people',
    title: 'Said by people',
    publisher: 'Kith',
    licence: 'OGL',
    licence_url: 'https://example.org',
    attribution: 'People',
    vintage: 'today',
    caution: 'none',
    priority: 1,
  },
  change: { id: 7, at: '2026-11-20T10:00:00Z', kind: 'edit', author: 'person:u', summary: 'Phone' },
  claim: {
    id: 9,
    place_id: 'p',
    field: 'phone',
    value: '"0116"',
    source: 'people',
    source_detail: 'halls.csv, row 3',
    basis: 'checked',
    licence: 'OGL',
    author: 'person:u',
    change_id: 7,
  },
  user: { id: 'u', email: 'u@example.org', created_at: 1, updated_at: 2, given_role: 'steward' },
  session: { id: 's', token: 't', expires_at: 3, created_at: 1, updated_at: 2, user_id: 'u' },
  passkey: {
    id: 'k',
    public_key: 'pk',
    user_id: 'u',
    credential_id: 'c',
    counter: 4,
    device_type: 'singleDevice',
    backed_up: 0,
  },
  organisation: { id: 'o', name: 'Friends', website: 'https://example.org', at: '2026-11-20T10:00:00Z' },
  organisation_member: { organisation_id: 'o', user_id: 'u', since: '2026-11-20T10:00:00Z' },
  keeper: { id: 5, place_id: 'p', organisation_id: 'o', since: '2026-11-20T10:00:00Z', change_id: 7 },
  waiting: {
    id: 'w',
    reference: 'K7QX-2MPA',
    kind: 'report',
    place_id: 'p',
    title: 'A hall',
    summary: 'The times are wrong',
    body: '{"reason":"hours","detail":null}',
    at: '2026-11-20T10:00:00Z',
    role: 'visitor',
    sender_hash: 'h',
    doubt: 0.25,
    apart: 1,
    copy_of: 'x',
    reasons: '["why"]',
  },
  day_salt: { day: '2026-11-20', salt: 'salt' },
  photo: {
    id: 'f',
    place_id: 'p',
    type: 'image/png',
    width: 1,
    height: 2,
    alt: 'The door',
    data: 'bytes',
    at: '2026-11-20T10:00:00Z',
    state: 'shown',
  },
  risk_note: {
    id: 'n',
    place_id: 'p',
    reason: 'grant-ends',
    amount_gbp: 900,
    ends_on: '2027-03-31',
    funder: 'The council',
    words: 'It ends.',
    public: 1,
    author: 'org:o',
    at: '2026-11-20T10:00:00Z',
    change_id: 7,
  },
  reminder: {
    token_hash: 'r',
    place_id: 'p',
    user_id: 'u',
    organisation_id: 'o',
    sent_at: '2026-11-20T10:00:00Z',
    expires_at: '2027-01-20T10:00:00Z',
  },
  api_token: {
    id: 'a',
    token_hash: 'th',
    organisation_id: 'o',
    name: 'Our program',
    created_by: 'person:u',
    created_at: '2026-11-20T10:00:00Z',
  },
  sheet_import: {
    id: 'i',
    user_id: 'u',
    organisation_id: 'o',
    file_name: 'halls.csv',
    at: '2026-11-20T10:00:00Z',
    cells: '[]',
    mapping: '{}',
    state: 'imported',
    counts: '{}',
    change_id: 7,
  },
  sheet_mapping: { sender: 'org:o', header: 'name', mapping: '{}', at: '2026-11-20T10:00:00Z' },
  privacy_removal: { id: 3, what: 'photo', at: '2026-11-20T10:00:00Z', by: 'person:u' },
};

/** Writes them. @returns what each of these tables holds now, all columns that it has */
export async function writeKept({ client }: OpenDatabase): Promise<Record<string, unknown[]>> {
  for (const [table, row] of Object.entries(ROWS)) {
    const columns = Object.keys(row);
    const sql = `insert into "${table}" (${columns.join()}) values (${columns.map(() => '?').join()})`;
    await client.execute({ sql, args: Object.values(row) });
  }
  return readKept({ client });
}

export async function readKept({ client }: Pick<OpenDatabase, 'client'>): Promise<Record<string, unknown[]>> {
  const held: Record<string, unknown[]> = {};
  for (const table of Object.keys(ROWS)) {
    held[table] = (await client.execute(`select * from "${table}"`)).rows.map((row) => ({ ...row }));
  }
  return held;
}
