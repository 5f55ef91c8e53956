import type { SheetMapping } from '@kith/core/sheet/understanding';
import type { KithApp } from '../contract/kith-app.ts';

interface TooMany {
  readonly sure: boolean;
  readonly words: string;
}
export interface Brought {
  readonly id: string;
  readonly remembered: boolean;
  readonly mapping: SheetMapping;
  readonly unsureName: number | null;
  readonly tooMany: TooMany | null;
  readonly file: {
    readonly encoding: string;
    readonly sheet: string | null;
    readonly sheets: readonly { readonly name: string; readonly rows: number }[];
    readonly why: string | null;
  };
}
export interface DryRow {
  readonly row: number;
  readonly name: string;
  readonly placeId: string | null;
  readonly openingHours: string | null;
  readonly waits: 'no' | 'in part' | 'yes';
  readonly changes: readonly { field: string; was: unknown; value: unknown; later?: unknown }[];
}
export interface DryProblem {
  readonly row: number;
  readonly column: number | null;
  readonly also?: readonly { readonly column: number; readonly value: string }[];
  readonly value: string;
  readonly weight: string;
  readonly problem: string;
  readonly todo: string;
}
export interface Dry {
  readonly counts: Readonly<Record<string, number>>;
  readonly tooMany: TooMany | null;
  readonly first: Readonly<Record<'new' | 'changed' | 'same', readonly DryRow[]>>;
  readonly asks: readonly { readonly row: number; readonly candidates: readonly { placeId: string }[] }[];
  readonly problems: readonly DryProblem[];
  readonly unlisted: number;
}

/** What came, or what was answered instead, so that a test says it. */
export async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Bringing spreadsheets to Kith through its routes. */
export function bringing(app: KithApp) {
  const at = (id: string, rest: string) => `/api/imports/${id}${rest}`;
  const put = (path: string, body: unknown) =>
    app
      .request(path, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      })
      .then(read<Brought>);
  return {
    bring: (body: string | Uint8Array<ArrayBuffer>, name = 'places.csv') =>
      app.request(`/api/imports?fileName=${name}`, { method: 'POST', body }).then(read<Brought>),
    remap: (id: string, mapping: SheetMapping) => put(at(id, '/mapping'), mapping),
    choose: (id: string, sheet: string) => put(at(id, '/sheet'), { sheet }),
    dryRun: (id: string) => app.get(at(id, '/dry-run')).then(read<Dry>),
    run: (id: string) =>
      app
        .send(at(id, '/run'), {})
        .then(read<{ counts: Record<string, number> }>)
        .then(({ counts }) => counts),
  };
}
