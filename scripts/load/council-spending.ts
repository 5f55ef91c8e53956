import { type Columns, hasColumns } from './files/columns.ts';
import type { SourceFile } from './files/found-file.ts';
import { readTable } from './files/read-table.ts';
import { FINANCIAL_YEAR, figureIn, figureProblem, type SpendingRow } from './money/spending-row.ts';

export const SPENDING_SOURCE = 'mhclg-culture-spending';

const FIGURE = 'cultural_and_related_net_current_gbp000';
const COLUMNS: Columns<'year' | 'ecode' | 'onsCode' | 'authority' | 'class' | 'figure'> = {
  year: { is: ['year', 'financial year'] },
  ecode: { is: ['ecode', 'e-code'] },
  onsCode: { is: ['ons_code', 'ons code'], optional: true },
  authority: { is: ['authority', 'local authority'] },
  class: { is: ['class'] },
  figure: { is: [FIGURE, /^culturalandrelated.*netcurrent/] },
};

/** Net current spend on culture by authority and year, as a tidy table. */
export const councilSpending: SourceFile<SpendingRow> = {
  source: SPENDING_SOURCE,
  what: 'the table of council spending on culture',
  recognise: (head) => hasColumns(head, COLUMNS),
  async *read(file, reject) {
    for await (const rows of readTable(file, COLUMNS, reject)) {
      yield rows.flatMap(({ row, cells }) => {
        const { year, ecode, onsCode, authority, class: authorityClass, figure } = cells;
        const problem = figureProblem(figure);
        if (problem !== null) {
          reject({ row, column: FIGURE, problem });
          return [];
        }
        if (!FINANCIAL_YEAR.test(year)) {
          reject({
            row,
            column: 'year',
            problem: `"${year.slice(0, 20)}" is not a financial year such as 2017-18.`,
          });
          return [];
        }
        return [{ row, year, ecode, onsCode, authority, authorityClass, gbpThousand: figureIn(figure) }];
      });
    }
  },
};
