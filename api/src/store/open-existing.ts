import { existsSync } from 'node:fs';
import type { DatabaseSetting } from './database-setting.ts';
import { type OpenDatabase, openDatabase } from './open.ts';
import { SettingError } from './setting-error.ts';

/**
 * Opens a database for a command that only makes sense where there is one: a slip in the name must not make an empty file.
 * @throws SettingError in plain English where there is no such file, or where it cannot be opened
 */
export async function openExisting(setting: DatabaseSetting): Promise<OpenDatabase> {
  if (setting.kind === 'file' && !existsSync(setting.path)) {
    throw new SettingError(
      `There is no database ${setting.label}. Check the name after --db (or KITH_DB); to make one, run npm start once, or npm run load -- --area NAME.`,
    );
  }
  return openDatabase(setting);
}
