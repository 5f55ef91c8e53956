import { randomUUID } from 'node:crypto';
import { replaceCandidates } from '@kith/api/store/merge-queue-store';
import { openDatabase } from '@kith/api/store/open';
import type { NewPlace } from '@kith/core/keep/contribution';
import { bareNewPlace } from '../contract/new-place.ts';
import { TINY_PNG } from '../contract/photo-bytes.ts';

/** What people send to the stewards, over the API and without an account. */
export class Sending {
  readonly #url: string;
  readonly #db: string;

  constructor({ url, db }: { readonly url: string; readonly db: string }) {
    this.#url = url;
    this.#db = db;
  }

  async #post<T>(path: string, type: string, body: BodyInit): Promise<T> {
    const answer = await fetch(`${this.#url}/api${path}`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  #json = <T>(path: string, body: unknown): Promise<T> =>
    this.#post(path, 'application/json', JSON.stringify(body));

  photo(alt: string, place?: string): Promise<{ id: string }> {
    const query = new URLSearchParams({ alt, ...(place ? { place } : {}) });
    return this.#post(`/photos?${query}`, 'image/png', new Uint8Array(TINY_PNG));
  }

  place(said: Partial<NewPlace> & Pick<NewPlace, 'name' | 'pin'>): Promise<{ reference: string }> {
    return this.#json('/contributions', bareNewPlace(said));
  }

  edit(placeId: string, field: string, was: unknown, value: unknown, why: string | null = null) {
    return this.#json<{ reference: string }>(`/places/${placeId}/edits`, {
      key: randomUUID(),
      changes: [{ field, was, value }],
      why,
    });
  }

  report(placeId: string, reason: string, detail: string) {
    return this.#json<{ reference: string }>(`/places/${placeId}/reports`, { reason, detail });
  }

  /** Two listings that may be one, as a load would have found. */
  async twins(fromId: string, toId: string): Promise<void> {
    const open = await openDatabase({ kind: 'file', path: this.#db, label: this.#db }, 10_000);
    await replaceCandidates(open.db, [{ fromId, toId, score: 0.86, reasons: ['nearly the same name'] }]);
    open.close();
  }
}
