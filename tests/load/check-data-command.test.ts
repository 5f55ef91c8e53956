import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataReport } from '@kith/core/source/data-report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallKith, type TemporaryKith } from './temporary-kith.ts';

const root = join(import.meta.dirname, '..', '..');

let kith: TemporaryKith;
beforeAll(async () => {
  kith = await smallKith();
});
afterAll(() => kith.close());

function run(...args: string[]): { status: number | null; out: string; err: string } {
  const done = spawnSync(
    process.execPath,
    ['--import', 'tsx', join('scripts', 'check', 'data.ts'), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, KITH_DB: join(kith.folder, 'none.db') },
    },
  );
  return { status: done.status, out: done.stdout, err: done.stderr };
}

describe('npm run check:data', () => {
  it('prints the report in plain tables and ends well where all holds', () => {
    const { status, out } = run('--db', kith.file);
    expect(status).toBe(0);
    expect(out).toMatch(/^Data report of /);
    expect(out).toMatch(/\nareas +6\n/);
    expect(out).toMatch(/\nopenbenches-2026-05 +2026-05 +cc-by-sa +3 /);
    expect(out).toMatch(/No car or van: 1 without\. No figure is published for this area\./);
    expect(out).toMatch(/All \d+ checks hold\.\n$/);
  });

  it('gives the same as JSON', () => {
    const { status, out } = run('--db', kith.file, '--json');
    expect(status).toBe(0);
    expect((JSON.parse(out) as DataReport).held.areas).toBe(6);
  });

  it('ends with 1, says what is wrong and how to mend it', async () => {
    await kith.open.client.execute("update source set licence = '' where id = 'iod-2025'");
    const { status, out } = run('--db', kith.file);
    await kith.open.client.execute(
      "update source set licence = 'Open Government Licence v3.0' where id = 'iod-2025'",
    );
    expect(status).toBe(1);
    expect(out).toContain('LOOK  1 sources lack a licence');
    expect(out).toContain('such as: iod-2025');
    expect(out).toContain('To mend it: Write them into data/sources.json');
  });

  it('says what to do where there is no data, or an option is not known', () => {
    const nothing = run();
    expect(nothing.status).toBe(1);
    expect(nothing.err).toContain('npm start');
    expect(nothing.err).toMatch(/^There is no database .*none\.db\./);
    expect(existsSync(join(kith.folder, 'none.db'))).toBe(false);
    const unknown = run('--dbb', 'x');
    expect(unknown.status).toBe(1);
    expect(unknown.err).toContain("Unknown option '--dbb'");
    expect(unknown.err).toContain('--json');
  });
});
