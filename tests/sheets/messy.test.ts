import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetMapping } from '@kith/core/sheet/understanding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KithApp } from '../contract/kith-app.ts';
import type { TemporaryKith } from '../load/temporary-kith.ts';
import { bringing, type DryProblem } from './bringing.ts';
import { enderbyKith } from './enderby.ts';
import { secondsOfActs } from './person-acts.ts';

interface Expected {
  readonly why: string;
  readonly encoding: string;
  /** What a person answers or chooses, one press or choice each: parts of the mapping. */
  readonly actions: readonly Partial<SheetMapping>[];
  readonly good: readonly string[];
  /** Names among the good ones that Kith has. */
  readonly known?: readonly string[];
  /** Row, from 1, of each that stays out, and the columns of which one is wrong. */
  readonly bad: readonly (readonly number[])[];
  /** Row and column of what a person is told of rows that go in; others may be told too. */
  readonly notes: readonly (readonly [number, number])[];
  readonly hours: Readonly<Record<string, string>>;
}
const folder = join(import.meta.dirname, 'files');
const files = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected>;
/** What a person may need of their own time for one file, waiting for Kith left out. */
const MOST_SECONDS = 5 * 60;

let kith: TemporaryKith;
let app: KithApp;
beforeAll(async () => {
  ({ kith, app } = await enderbyKith());
});
afterAll(() => kith.close());

const cellsOf = ({ row, column, also = [] }: DryProblem) => [row, column, ...also.map((cell) => cell.column)];

describe('messy spreadsheets', () => {
  it('are ten', () => expect(Object.keys(files)).toHaveLength(10));

  it.each(Object.entries(files))(
    '%s goes in: every good row, and every bad one explained',
    async (name, expected) => {
      const sheets = bringing(app);
      const brought = await sheets.bring(new Uint8Array(readFileSync(join(folder, name))), name);
      expect(brought.file.encoding).toBe(expected.encoding);
      let mapping = brought.mapping;
      for (const action of expected.actions) {
        mapping = { ...mapping, ...action };
        await sheets.remap(brought.id, mapping);
      }
      const dry = await sheets.dryRun(brought.id);
      expect(secondsOfActs(brought.mapping, mapping, dry.problems)).toBeLessThan(MOST_SECONDS);
      const rows = [...dry.first.new, ...dry.first.changed, ...dry.first.same];
      const out = dry.problems.filter(({ weight }) => weight === 'out');
      expect(out.map(cellsOf)).toEqual(expected.bad);
      expect(rows.map((row) => row.name).sort()).toEqual([...expected.good].sort());
      const taken = dry.first.new.map((row) => row.name);
      expect(taken.filter((each) => expected.known?.includes(each))).toEqual([]);
      // All that went in are among the first ten, so the lists above are whole.
      const { counts } = dry;
      expect(counts).toMatchObject({
        new: taken.length,
        changed: dry.first.changed.length,
        same: dry.first.same.length,
      });
      expect(rows).toHaveLength(expected.good.length);
      expect(dry.asks).toEqual([]);
      const told = dry.problems.map(({ row, column }) => `${row}:${column}`);
      for (const [row, column] of expected.notes) expect(told).toContain(`${row}:${column}`);
      // The halves of a row that was split say the same once: lists are told apart by it.
      expect(
        new Set(dry.problems.map(({ row, column, problem }) => `${row} ${column} ${problem}`)).size,
      ).toBe(dry.problems.length);
      for (const { problem, todo } of dry.problems) {
        expect(problem.length).toBeGreaterThan(10);
        expect(todo).toMatch(/\.$/);
      }
      const hours = Object.fromEntries(rows.map((row) => [row.name, row.openingHours]));
      expect(hours).toMatchObject(expected.hours);
      expect(await sheets.run(brought.id)).toEqual({
        added: counts.new,
        changed: counts.changed,
        same: counts.same,
        waiting: 0,
        leftOut: counts.leftOut,
      });
      for (const each of expected.good) {
        const found = await app.get(`/api/search?q=${encodeURIComponent(each)}`);
        expect(JSON.stringify(await found.json())).toContain(each);
      }
    },
  );
});
