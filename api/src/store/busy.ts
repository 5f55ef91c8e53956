/** How long a connection waits for another's write to end before it gives up. */
export const BUSY_TIMEOUT_MS = 5_000;

/** The client waits without letting anything else run: while a server waits it answers nobody. */
export const SERVER_BUSY_TIMEOUT_MS = 1_500;

/** A load is in no hurry: it waits for others this long. */
export const LOAD_BUSY_TIMEOUT_MS = 60_000;

/** Whether something failed only because another process was writing all the while. Nothing was written then. */
export function isBusy(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && at.code.startsWith('SQLITE_BUSY')) return true;
  }
  return false;
}

/** What to say of it to who ran a command. */
export function busyMessage(waitedMs: number): string {
  const seconds = Math.round(waitedMs / 1000);
  return `Another load or change is being written to this database. It was waited for ${seconds} seconds: run the command again.`;
}
