import { createHash } from 'node:crypto';
import type { Person } from '@kith/core/keep/roles';
import type { SheetMapping } from '@kith/core/sheet/understanding';
import type { Database } from '../open.ts';
import { readVersion } from '../version-store.ts';
import { rememberedMapping } from './sheet-mappings.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { type MadePlan, makePlan, runSheet } from './sheet-run.ts';
import { changeSheet, forgetOldCells, type KeptSheet, keepSheet, sheetOf, sheetsOf } from './sheet-store.ts';
import { undoSheet } from './sheet-undo.ts';
import { speakerOf } from './sheet-voice.ts';

/** Plans that are held: whoever looks at one asks for page after page of it, and then runs it. */
const PLANS = 3;

/** How the sender's last file with a header was read. */
export type Remembered = (header: string) => Promise<SheetMapping | undefined>;

/** Spreadsheets that people bring. */
export function sheetStores(db: Database) {
  const plans = new Map<string, MadePlan>();
  /** What importing would do; made anew once the file, the database or the day is another. */
  const planFor = async (person: Person, sheet: KeptSheet, at: string): Promise<MadePlan> => {
    const { data } = await readVersion(db);
    const asks = [person.id, person.role, person.organisations.map(({ id }) => id)];
    const key = createHash('sha256')
      .update(JSON.stringify([data, at.slice(0, 10), asks, sheet.id, sheet.cells, sheet.about.mapping]))
      .digest('base64');
    const made = plans.get(key) ?? (await makePlan(db, person, sheet, at));
    plans.delete(key);
    plans.set(key, made);
    for (const old of [...plans.keys()].slice(0, -PLANS)) plans.delete(old);
    return made;
  };
  return {
    sheets: {
      keep: (person: Person, sheet: Parameters<typeof keepSheet>[2], at: string) =>
        keepSheet(db, person, sheet, at),
      get: (person: Person, id: string) => sheetOf(db, person, id),
      list: (person: Person, limit: number) => sheetsOf(db, person, limit),
      /** @param change is given the file, and how another of its sheets was read before, by its header */
      change: (
        person: Person,
        id: string,
        change: (sheet: KeptSheet | undefined, remembered: Remembered) => Promise<KeptSheet> | KeptSheet,
      ) =>
        changeSheet(db, person, id, (sheet, tx) =>
          change(sheet, async (header) => sheet && rememberedMapping(tx, speakerOf(person, sheet), header)),
        ),
      remembered:
        (person: Person, sheet: Pick<KeptSheet, 'organisationId'>): Remembered =>
        (header) =>
          rememberedMapping(db, speakerOf(person, sheet), header),
      plan: async (person: Person, sheet: KeptSheet, at: string): Promise<SheetPlan> =>
        (await planFor(person, sheet, at)).plan,
      run: (person: Person, id: string, at: string) =>
        runSheet(db, person, id, at, (sheet) => planFor(person, sheet, at)),
      undo: (person: Person, id: string, at: string) => undoSheet(db, person, id, at),
      /** Empties files that are 30 days old. */
      forgetOld: (at: string) => forgetOldCells(db, at),
    },
  };
}
