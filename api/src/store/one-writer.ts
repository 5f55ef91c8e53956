import { AsyncLocalStorage } from 'node:async_hooks';
import type { Client, Transaction, TransactionMode } from '@libsql/client';
import { isBusy } from './busy.ts';

/** The transaction that the code running now is part of. */
const within = new AsyncLocalStorage<{ readonly client: Client; open: boolean }>();

/** Work of a transaction, known as such: a write of its own that it begins beside the transaction is refused, not waited for. */
export async function asTransactionOf<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const mark = { client, open: true };
  try {
    return await within.run(mark, work);
  } finally {
    mark.open = false;
  }
}

/** A `with` leads to either. What only looks like a write waits its turn: no harm. */
const WRITES =
  /^(?!\s*(?:select|with|pragma|explain)\b)|^\s*with\b.*\b(?:insert\s+into|update|delete\s+from)\b/is;

/**
 * Lets one write of this process begin when the one before has ended, without keeping anything else from running.
 * SQLite has one writer: a second would block the whole process until it gave up, the first one's work with it.
 * Writers of other processes are still waited for by the busy timeout.
 *
 * A connection on which a write could not begin is left with that statement in progress: nothing can be committed on it
 * ever after ("cannot commit transaction - SQL statements in progress"). So the connections are made anew then, which
 * closes them all: never while a transaction is open, nor between a reader's taking one and its using it.
 */
export function oneWriter(client: Client): Client {
  const plain = {
    execute: client.execute.bind(client) as (...given: unknown[]) => ReturnType<Client['execute']>,
    batch: client.batch.bind(client),
    migrate: client.migrate.bind(client),
    transaction: client.transaction.bind(client),
  };
  let last: Promise<unknown> = Promise.resolve();
  let open = 0;
  let broken = false;

  const renew = () =>
    new Promise<void>((resolve, reject) => {
      // A step of its own: what readers took before it they have used by then.
      setImmediate(() => {
        if (!broken || open > 0) return resolve();
        broken = false;
        Promise.resolve(client.reconnect()).then(resolve, reject);
      });
    });

  /** @returns what ends the turn */
  const turn = async (): Promise<() => void> => {
    const mark = within.getStore();
    if (mark?.client === client && mark.open) {
      throw new Error('A write beside a transaction that waits for it would never end: use the transaction.');
    }
    const before = last;
    let end = () => {};
    last = new Promise<void>((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  };

  const afterBusy = async (error: unknown): Promise<never> => {
    if (isBusy(error)) {
      broken = true;
      await renew();
    }
    throw error;
  };

  const inTurn = async <T>(write: () => Promise<T>): Promise<T> => {
    const end = await turn();
    try {
      return await write().catch(afterBusy);
    } finally {
      end();
    }
  };

  client.execute = (...given: unknown[]) => {
    const [asked] = given as [string | { readonly sql: string }];
    const text = typeof asked === 'string' ? asked : asked.sql;
    return WRITES.test(text) ? inTurn(() => plain.execute(...given)) : plain.execute(...given);
  };
  client.batch = (...given) => inTurn(() => plain.batch(...given));
  client.migrate = (...given) => inTurn(() => plain.migrate(...given));
  client.transaction = async (mode: TransactionMode = 'write') => {
    const end = mode === 'write' ? await turn() : () => {};
    try {
      const begun = await plain.transaction(mode).catch(afterBusy);
      open += 1;
      return whenSettled(begun, () => {
        open -= 1;
        if (broken) renew().then(end, end);
        else end();
      });
    } catch (error) {
      end();
      throw error;
    }
  };
  return client;
}

/** @param settled called once, whichever way the transaction ends */
function whenSettled(transaction: Transaction, settled: () => void): Transaction {
  const { commit, rollback, close } = transaction;
  let over = false;
  const once = () => {
    if (!over) settled();
    over = true;
  };
  transaction.commit = () => commit.call(transaction).finally(once);
  transaction.rollback = () => rollback.call(transaction).finally(once);
  transaction.close = () => {
    close.call(transaction);
    once();
  };
  return transaction;
}
