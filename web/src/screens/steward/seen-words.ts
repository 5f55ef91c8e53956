import type { BeforeAfter, WaitingDetail } from '@kith/core/keep/queue';
import type { WaitingKind } from '@kith/core/keep/waiting-kinds';
import type { Pins } from '../../map/types.ts';
import { saidWords } from '../../words/kept-words.ts';
import { spotsOf, standsNow } from './steward-words.ts';

/** What the small map shows of what waits; `round` is the spot that is looked around: of a move where it would go. */
export function seenOnMap(detail: WaitingDetail) {
  const spots = spotsOf(detail);
  const kind = detail.rows.find(({ field }) => field === 'kind')?.after;
  return {
    ...spots,
    round: detail.kind === 'twins' ? (spots.here ?? spots.there) : (spots.there ?? spots.here),
    newKind: detail.kind !== 'new-place' ? null : typeof kind === 'string' ? kind : 'other',
  };
}

interface Pinned {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly precision: string;
  readonly lon: number | null;
  readonly lat: number | null;
}
/** Pins of what stands around, and of the place itself: it may be closed, or far from where it would go. */
export function pinsWith(around: readonly Pinned[], own: Pinned | null): Pins {
  const all = own === null || around.some(({ id }) => id === own.id) ? around : [...around, own];
  const shown = all.flatMap((each) =>
    each.lon === null || each.lat === null ? [] : [{ ...each, lon: each.lon, lat: each.lat }],
  );
  return {
    version: shown.map(({ id, lon, lat }) => `${id} ${lon} ${lat}`).join(),
    id: shown.map((each) => each.id),
    name: shown.map((each) => each.name),
    kind: shown.map((each) => each.kind),
    status: shown.map((each) => each.status),
    lon: shown.map((each) => each.lon),
    lat: shown.map((each) => each.lat),
    precision: shown.map((each) => each.precision),
    outside: shown.map(() => false),
  };
}

/** Less alike than this, what is near an edited place is only in the way: nothing can be answered to it there. */
const LEAST_OF_EDIT = 30;
/** What may be the same place, and what it is headed: of a listed one nothing can be said to be the same. */
export function likeIt({ kind, rows, neighbours }: Pick<WaitingDetail, 'kind' | 'rows' | 'neighbours'>) {
  if (kind === 'new-place') return { title: 'Is it one of these?', neighbours };
  const moves = rows.some(({ field }) => field === 'position');
  return {
    title: moves ? 'Places like it near the new spot' : 'Places like it near by',
    neighbours: neighbours.filter(({ likeness }) => Math.round(100 * likeness) >= LEAST_OF_EDIT),
  };
}

const AMENDABLE: readonly WaitingKind[] = ['new-place', 'edit', 'conflict', 'report'];
export const isAmendable = (kind: WaitingKind): boolean => AMENDABLE.includes(kind);

/** What is shown field by field: while it is amended only where it stands, as the form has no room for two spots. */
export const rowsShown = (rows: readonly BeforeAfter[], amending: boolean): readonly BeforeAfter[] =>
  amending ? rows.filter(({ field }) => field === 'position') : rows;

/** The listing says already what it would say then. */
export const isSaidAlready = (row: BeforeAfter): boolean =>
  saidWords(row.field, standsNow(row)) === saidWords(row.field, row.after);

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A moment in a line of a list, by the clock of Britain: "today, 19:58", "23 Nov, 19:58", "23 Nov 2025, 19:58". */
export function shortMoment(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const said = (when: Date, shape: Intl.DateTimeFormatOptions): string =>
    when.toLocaleString('en-GB', { timeZone: 'Europe/London', ...shape });
  const day = (when: Date): string => said(when, { dateStyle: 'short' });
  const ofYear = said(at, { year: 'numeric' });
  const time = said(at, { hour: '2-digit', minute: '2-digit' });
  if (day(at) === day(now)) return `today, ${time}`;
  const short = said(at, { day: 'numeric', month: 'short' });
  return `${short}${ofYear === said(now, { year: 'numeric' }) ? '' : ` ${ofYear}`}, ${time}`;
}
