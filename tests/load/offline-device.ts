import { randomUUID } from 'node:crypto';
import { sendUntilAnswered, type Writer } from './writers.ts';

/**
 * A device whose edits are made while there is no server, of what it saw before, and sent when there is one. Nobody but
 * it and a colleague writes to its place, and the colleague every second time to the very field it has edited.
 */
export interface OfflineDevice {
  readonly writer: Writer;
  /** What should stand of each field, one value after another. */
  readonly phones: string[];
  readonly accesses: string[];
  /** Values that were refused: they should stand nowhere. */
  readonly refused: string[];
}

export const offlineDevice = (writer: Writer): OfflineDevice => ({
  writer,
  phones: [],
  accesses: [],
  refused: [],
});

/**
 * One round for each time that the server is gone. An edit of what nobody changed is taken; one of what the colleague
 * changed meanwhile is refused, and says what stands.
 * @throws where an answer is another
 */
export async function editOffline(
  device: OfflineDevice,
  url: () => string,
  gone: () => Promise<boolean>,
): Promise<void> {
  const { writer, phones, accesses, refused } = device;
  const path = `/api/places/${writer.placeId}/edits`;
  const send = (field: string, was: string | null, value: string, key: string) =>
    sendUntilAnswered(writer, url, path, { key, changes: [{ field, was, value }], why: null });
  for (let n = 1; await gone(); n++) {
    // Made now, of what was seen before; sent once there is a server again.
    const [access, phone] = [`Ring bell ${n}`, `0116 496 ${1000 + n}`];
    const [sawAccess, sawPhone] = [accesses.at(-1) ?? null, phones.at(-1) ?? null];
    const [accessKey, phoneKey] = [randomUUID(), randomUUID()];
    const isChanged = n % 2 === 0;
    if (isChanged) {
      const theirs = `0116 496 ${2000 + n}`;
      expectStatus(await send('phone', sawPhone, theirs, randomUUID()), 201);
      phones.push(theirs);
    }
    expectStatus(await send('access', sawAccess, access, accessKey), 201);
    accesses.push(access);
    const answer = await send('phone', sawPhone, phone, phoneKey);
    expectStatus(answer, isChanged ? 409 : 201);
    if (isChanged) {
      const told = JSON.stringify(answer.said);
      if (!told.includes(phones.at(-1) ?? 'none')) throw new Error(`It does not say what stands: ${told}`);
      refused.push(phone);
    } else phones.push(phone);
  }
}

function expectStatus(
  { status, said }: { readonly status: number; readonly said: object },
  wanted: number,
): void {
  if (status !== wanted) throw new Error(`${wanted} was due and ${status} came: ${JSON.stringify(said)}`);
}
