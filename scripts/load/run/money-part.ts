import { putMoney } from '@kith/api/store/money-store';
import { councilSpending } from '../council-spending.ts';
import { councilSpendingWorkbook } from '../council-spending-workbook.ts';
import { councilsToday } from '../money/councils-today.ts';
import { moneyOf } from '../money/money-of.ts';
import type { SpendingRow } from '../money/spending-row.ts';
import { whole } from '../whole-number.ts';
import { type FilesBySource, LOOKUP_SOURCES } from '../world/source-files.ts';
import type { PartWork } from './part.ts';
import { districtsHeld, type SharedWorld } from './shared-world.ts';
import type { FileTally } from './tally.ts';

/** A year has about 450 councils and other bodies. */
const MOST_ROWS = 250_000;

const SPENDING = [councilSpending, councilSpendingWorkbook] as const;

/** What the councils asked for spend on culture, year by year. */
export function moneyPart(world: SharedWorld, files: FilesBySource): PartWork {
  return {
    part: 'money',
    reads: [...SPENDING, ...LOOKUP_SOURCES],
    needs: [SPENDING],
    after: ['areas'],
    async load({ db, choice, tally, progress }) {
      const step = progress.step('Council spending', 'rows', null);
      const rows: SpendingRow[] = [];
      // The tidy table comes first: of two rows for one council and year the first counts.
      const tallyOf = new Map<SpendingRow, FileTally>();
      for (const source of SPENDING) {
        for (const file of files.get(source) ?? []) {
          for (const row of await tally.all(source, [file], { mostRows: MOST_ROWS })) {
            rows.push(row);
            tallyOf.set(row, tally.of(source.source, file));
          }
        }
      }
      const held = await districtsHeld(db);
      const councils = councilsToday(await world.districts(), (code) => held.has(code));
      const { money, elsewhere, leftOut } = moneyOf(rows, councils, (rejection, row) =>
        tallyOf.get(row)?.refuse(rejection),
      );
      const asked = new Set(choice.districts.flatMap(({ code, authorityCode }) => [code, authorityCode]));
      const wanted = money.filter(({ authorityCode }) => asked.has(authorityCode));
      await putMoney(db, wanted);
      tally.leave(councilSpending.source, leftOut);
      tally.note(councilSpending.source, 'elsewhere', elsewhere + money.length - wanted.length);
      step.done(`${whole(wanted.length)} years of councils`);
      return `${whole(wanted.length)} years of councils`;
    },
  };
}
