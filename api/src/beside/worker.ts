import type { DatabaseSetting } from '../store/database-setting.ts';
import { openDatabase } from '../store/open.ts';
import { createStores } from '../store/stores.ts';
import type { Answer, Ask } from './messages.ts';
import { type Work, workOver } from './work.ts';

/** The process that does the heavy work. It is told its database first, then what to do, and ends with its asker. */
let work: Promise<Work> | undefined;

process.on('message', (said: Ask | { readonly database: DatabaseSetting }) => {
  if ('database' in said) {
    work = openDatabase(said.database).then(({ db }) => workOver(createStores(db)));
    // Told again, with the reason, to whoever asks for something.
    work.catch(() => undefined);
    return;
  }
  void answer(said).then((heard) => process.send?.(heard));
});
process.on('disconnect', () => process.exit(0));
// The asker is told to stop by the same key or signal, and lets go of this process when it has.
process.on('SIGINT', () => undefined);

async function answer({ id, task, with: given }: Ask): Promise<Answer> {
  try {
    const doing = (await work)?.[task] as ((...given: readonly unknown[]) => Promise<unknown>) | undefined;
    return { id, made: await doing?.(...given) };
  } catch (error) {
    return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
