import type { DatabaseSetting } from './database-setting.ts';
import { SettingError } from './setting-error.ts';

/** Puts a failure of a remote database into words that name the setting to look at. Never shows the token. */
export function explainRemoteFailure(error: unknown, setting: DatabaseSetting): SettingError {
  if (error instanceof SettingError) return error;
  const said = textOf(error);
  const where = `The database server at ${setting.label}`;
  const hasToken = setting.kind === 'remote' && setting.token !== undefined;
  if (/\b(401|403)\b|unauthori[sz]ed|forbidden/i.test(said)) {
    return new SettingError(
      hasToken
        ? `${where} refused the access token. Check KITH_DB_TOKEN: it may be mistyped, out of date, or for another database.`
        : `${where} asks for an access token. Set KITH_DB_TOKEN.`,
      { cause: error },
    );
  }
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|fetch failed|timeout|aborted|socket/i.test(said)) {
    return new SettingError(
      `${where} does not answer. Check the address in KITH_DB and that the server is running.`,
      { cause: error },
    );
  }
  return new SettingError(
    `${where} answered, but not as a libSQL server does. Check that KITH_DB is the address of the database itself.`,
    { cause: error },
  );
}

/** The message of an error and of all that caused it. */
function textOf(error: unknown): string {
  const parts: string[] = [];
  for (let at: unknown = error; at !== undefined && at !== null && parts.length < 8; ) {
    if (!(at instanceof Error)) {
      parts.push(String(at));
      break;
    }
    const code = 'code' in at ? String(at.code) : '';
    const status = 'status' in at ? String(at.status) : '';
    parts.push(at.name, at.message, code, status);
    at = at.cause;
  }
  return parts.join(' ');
}
