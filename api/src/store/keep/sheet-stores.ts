import type { Person } from '@kith/core/keep/roles';
import type { Cells, SheetMapping } from '@kith/core/sheet/understanding';
import type { Database } from '../open.ts';
import { planSheet } from './sheet-plan.ts';
import { runSheet } from './sheet-run.ts';
import {
  type KeptSheet,
  keepSheet,
  rememberedMapping,
  type SheetAbout,
  saveSheet,
  senderOfSheet,
  sheetOf,
  sheetsOf,
} from './sheet-store.ts';
import { undoSheet } from './sheet-undo.ts';

/** Spreadsheets that people bring. */
export function sheetStores(db: Database) {
  return {
    sheets: {
      keep: (person: Person, sheet: Parameters<typeof keepSheet>[2], at: string) =>
        keepSheet(db, person, sheet, at),
      get: (person: Person, id: string) => sheetOf(db, person, id),
      list: (person: Person, limit: number) => sheetsOf(db, person, limit),
      save: (id: string, now: { readonly cells?: Cells; readonly about?: SheetAbout }) =>
        saveSheet(db, id, now),
      remembered: (person: Person, header: string): Promise<SheetMapping | undefined> =>
        rememberedMapping(db, senderOfSheet(person), header),
      plan: (sheet: KeptSheet) => planSheet(db, sheet),
      run: (person: Person, sheet: KeptSheet, at: string) => runSheet(db, person, sheet, at),
      undo: (person: Person, sheet: KeptSheet, at: string) => undoSheet(db, person, sheet, at),
    },
  };
}
