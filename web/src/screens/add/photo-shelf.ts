/**
 * Photos of drafts, in the device's own store of larger things (IndexedDB), by the key of the draft. Where a device
 * keeps none (a private window), they last as long as the page.
 */
const DATABASE = 'kith';
const TABLE = 'photos';
const inPage = new Map<string, Blob>();

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(TABLE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error('The store of photos is held by another page.'));
  });
}

async function use<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const work = database.transaction(TABLE, mode);
      const asked = ask(work.objectStore(TABLE));
      work.oncomplete = () => resolve(asked.result);
      work.onabort = () => reject(work.error);
    });
  } finally {
    database.close();
  }
}

export async function keepPhoto(key: string, photo: Blob): Promise<void> {
  inPage.set(key, photo);
  await use('readwrite', (table) => table.put(photo, key)).catch(() => undefined);
}

/** Null where there is none. */
export async function photoOf(key: string): Promise<Blob | null> {
  const here = inPage.get(key);
  if (here) return here;
  const kept: unknown = await use('readonly', (table) => table.get(key)).catch(() => null);
  return kept instanceof Blob ? kept : null;
}

export async function dropPhoto(key: string): Promise<void> {
  inPage.delete(key);
  await use('readwrite', (table) => table.delete(key)).catch(() => undefined);
}
