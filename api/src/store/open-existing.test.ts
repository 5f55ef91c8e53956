import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { databaseSetting } from './database-setting.ts';
import { openDatabase } from './open.ts';
import { openExisting } from './open-existing.ts';

const folder = mkdtempSync(join(tmpdir(), 'kith-existing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('refuses a file that is not there, and makes none', async () => {
  const setting = databaseSetting({ KITH_DB: join(folder, 'none', 'wrong.db') }, folder);
  await expect(openExisting(setting)).rejects.toThrow(
    /^There is no database .*wrong\.db\. Check the name after --db/,
  );
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

it('opens one that is there', async () => {
  const setting = databaseSetting({ KITH_DB: join(folder, 'kith.db') }, folder);
  (await openDatabase(setting)).close();
  (await openExisting(setting)).close();
});
