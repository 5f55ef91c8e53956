import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '@kith/core/keep/roles';
import type { SheetMapping } from '@kith/core/sheet/understanding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, type KithApp } from '../contract/kith-app.ts';
import { starterKith, type TemporaryKith } from '../load/temporary-kith.ts';

interface Expected {
  readonly why: string;
  readonly encoding: string;
  /** What a person answers or chooses, one press or choice each: parts of the mapping. */
  readonly actions: readonly Partial<SheetMapping>[];
  readonly good: readonly string[];
  /** Names among the good ones that Kith has. */
  readonly known?: readonly string[];
  /** Row and column, from 1, of each that stays out. */
  readonly bad: readonly (readonly [number, number])[];
  /** Row and column of what a person is told of rows that go in; others may be told too. */
  readonly notes: readonly (readonly [number, number])[];
  readonly hours: Readonly<Record<string, string>>;
}
interface Brought {
  readonly id: string;
  readonly file: { readonly encoding: string };
  readonly mapping: SheetMapping;
}
interface Dry {
  readonly counts: Record<string, number>;
  readonly first: Record<'new' | 'changed' | 'same', { name: string; openingHours: string | null }[]>;
  readonly asks: readonly unknown[];
  readonly problems: readonly {
    row: number;
    column: number;
    weight: string;
    problem: string;
    todo: string;
  }[];
}

const folder = join(import.meta.dirname, 'files');
const files = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>;
const STEWARD: Person = { id: 'steward-1', role: 'steward', organisations: [] };
/** A choice, with the time to read why it is asked: a minute each leaves five minutes to spare for four of them. */
const MOST_ACTIONS = 4;

let kith: TemporaryKith;
let app: KithApp;
beforeAll(async () => {
  kith = await starterKith();
  await kith.open.client.execute(
    "insert into user (id, name, email, email_verified, created_at, updated_at) values ('steward-1', '', 's@example.org', 1, 0, 0)",
  );
  app = appOf(kith, { person: async () => STEWARD, now: () => new Date('2026-11-23T10:00:00Z') });
});
afterAll(() => kith.close());

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

describe('messy spreadsheets', () => {
  it('are ten', () => expect(Object.keys(files)).toHaveLength(10));

  it.each(Object.entries(files))(
    '%s goes in: every good row, and every bad one explained',
    async (name, expected) => {
      const body = new Uint8Array(readFileSync(join(folder, name)));
      const path = `/api/imports?fileName=${name}`;
      const brought = await read<Brought>(await app.request(path, { method: 'POST', body }));
      expect(brought.file.encoding).toBe(expected.encoding);
      expect(expected.actions.length).toBeLessThanOrEqual(MOST_ACTIONS);
      let mapping = brought.mapping;
      for (const action of expected.actions) {
        mapping = { ...mapping, ...action };
        const put = {
          method: 'PUT',
          body: JSON.stringify(mapping),
          headers: { 'Content-Type': 'application/json' },
        };
        await read(await app.request(`/api/imports/${brought.id}/mapping`, put));
      }
      const dry = await read<Dry>(await app.get(`/api/imports/${brought.id}/dry-run`));
      const rows = [...dry.first.new, ...dry.first.changed, ...dry.first.same];
      const out = dry.problems.filter(({ weight }) => weight === 'out');
      expect(out.map(({ row, column }) => [row, column])).toEqual(expected.bad);
      expect(rows.map((row) => row.name).sort()).toEqual([...expected.good].sort());
      expect(dry.first.new.map((row) => row.name)).not.toEqual(
        expect.arrayContaining([...(expected.known ?? ['-'])]),
      );
      expect(dry.asks).toEqual([]);
      const told = dry.problems.map(({ row, column }) => `${row}:${column}`);
      for (const [row, column] of expected.notes) expect(told).toContain(`${row}:${column}`);
      for (const { problem, todo } of dry.problems) {
        expect(problem.length).toBeGreaterThan(10);
        expect(todo).toMatch(/\.$/);
      }
      const hours = Object.fromEntries(rows.map((row) => [row.name, row.openingHours]));
      expect(hours).toMatchObject(expected.hours);
      await read(await app.send(`/api/imports/${brought.id}/run`, {}));
      for (const each of expected.good) {
        const found = await app.get(`/api/search?q=${encodeURIComponent(each)}`);
        expect(JSON.stringify(await found.json())).toContain(each);
      }
    },
  );
});
