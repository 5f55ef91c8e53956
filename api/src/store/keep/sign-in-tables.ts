import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import * as tables from '../../db/auth-schema.ts';
import type { Database } from '../open.ts';

/** The tables of signing in, as the sign-in library reads and writes them. */
export function signInTables(db: Database) {
  return drizzleAdapter(db, { provider: 'sqlite', schema: tables });
}
