import { putMoney } from '@kith/api/store/money-store';
import { councilSpending } from '../council-spending.ts';
import { councilSpendingWorkbook } from '../council-spending-workbook.ts';
import { councilsToday } from '../money/councils-today.ts';
import { moneyOf } from '../money/money-of.ts';
import type { SpendingRow } from '../money/spending-row.ts';
import { readDistricts } from '../world/geography.ts';
import { type FilesBySource, LOOKUP_SOURCES } from '../world/source-files.ts';
import type { PartWork } from './part.ts';
import { districtsHeld } from './shared-world.ts';
import { PartTally } from './tally.ts';

const SPENDING = [councilSpending, councilSpendingWorkbook] as const;

/** What the councils asked for spend on culture, year by year. */
export function moneyPart(files: FilesBySource): PartWork {
  return {
    part: 'money',
    reads: [...SPENDING, ...LOOKUP_SOURCES],
    needs: [SPENDING],
    after: ['areas'],
    async load({ db, choice, tally, progress }) {
      const step = progress.step('Council spending', 'rows', null);
      const rows: SpendingRow[] = [];
      // The tidy table comes first: of two rows for one council and year the first counts.
      for (const source of SPENDING) rows.push(...(await tally.all(source, files.get(source) ?? [])));
      const districts = await readDistricts(files, new PartTally());
      const held = await districtsHeld(db);
      const councils = councilsToday(districts, (code) => held.has(code));
      const first = tally.files.find(({ source }) => source === councilSpending.source);
      const { money, elsewhere, leftOut } = moneyOf(rows, councils, first?.log.reject ?? (() => {}));
      const asked = new Set(choice.districts.flatMap(({ code, authorityCode }) => [code, authorityCode]));
      const wanted = money.filter(({ authorityCode }) => asked.has(authorityCode));
      const passed = Object.values(leftOut).reduce((sum, rows) => sum + rows, 0);
      await putMoney(db, wanted);
      tally.note(councilSpending.source, 'elsewhere', elsewhere + passed + money.length - wanted.length);
      step.done(`${wanted.length.toLocaleString('en-GB')} years of councils`);
      return `${wanted.length.toLocaleString('en-GB')} years of councils`;
    },
  };
}
