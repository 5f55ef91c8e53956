import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database with the whole starter in it. Copy it; do not write to it. */
    seededDb: string;
  }
}

/** Loads the starter once for all end-to-end files, with the very command that `npm start` uses. */
export default function seedOnce(project: TestProject): () => void {
  const root = join(import.meta.dirname, '..', '..');
  const folder = mkdtempSync(join(tmpdir(), 'kith-e2e-'));
  const db = join(folder, 'seeded.db');
  const run = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join('scripts', 'load', 'starter', 'starter.ts')],
    { cwd: root, env: { ...process.env, KITH_DB: db }, encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`The starter did not load:\n${run.stdout}${run.stderr}`);
  project.provide('seededDb', db);
  return () => rmSync(folder, { recursive: true, force: true });
}
