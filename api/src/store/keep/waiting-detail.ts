import { type NewPlace, pinSchema } from '@kith/core/keep/contribution';
import { KEPT_FIELDS, type KeptField, labelOf } from '@kith/core/keep/fields';
import type { BeforeAfter, Neighbour, WaitingDetail } from '@kith/core/keep/queue';
import { placeFields } from '@kith/core/place/place';
import { differences } from '../merge-queue-store.ts';
import type { Database } from '../open.ts';
import { getPlace } from '../place-store.ts';
import { winningClaims } from '../winning-claim.ts';
import { lookAlikes } from './look-alikes.ts';
import { emailOf } from './people-store.ts';
import { photosSent } from './photo-store.ts';
import { positionFrom } from './place-ground.ts';
import { type Standing, sameValue, standingClaims, valueNow } from './standing-claims.ts';
import { waitingLike } from './waiting-alike.ts';
import { type BodyOf, bodyOf, photosIn } from './waiting-body.ts';
import { getTwins, twinsOf } from './waiting-list.ts';
import { waitingById } from './waiting-store.ts';
import { toWaiting } from './waiting-words.ts';
import { withDistances, withMoves } from './where-words.ts';

const kindSchema = placeFields.shape.kind;
type Position = NonNullable<WaitingDetail['position']>;

/**
 * One thing that waits, as a steward decides on it: what it would change before and after, where it is, what is like
 * it nearby. Of a decided one the same, for looking back. Undefined where nothing has that id.
 */
export async function getWaiting(db: Database, id: string): Promise<WaitingDetail | undefined> {
  const pair = twinsOf(id);
  if (pair !== null) return twinsDetail(db, pair);
  const row = await waitingById(db, id);
  if (row === undefined) return undefined;
  const [line] = await toWaiting(db, [row]);
  if (line === undefined) return undefined;
  const body = bodyOf(row);
  const standing = row.placeId === null ? undefined : await standingOrNone(db, row.placeId);
  const position =
    body.kind === 'new-place' ? await placeSent(db, body.sent) : standing && positionOf(standing);
  return {
    ...line,
    asker: await askerOf(db, body, row.userId),
    words: wordsOf(body),
    rows: await withMoves(db, rowsOf(body, standing)),
    position: position ?? null,
    neighbours: [
      ...(body.kind === 'new-place' ? await waitingLike(db, row.id) : []),
      ...(await neighboursOf(db, body, row.placeId, standing)).map((near) => ({ ...near, waits: null })),
    ],
    photos: await photosSent(db, row.placeId, photosIn(body)),
  };
}

async function standingOrNone(db: Database, placeId: string): Promise<Standing | undefined> {
  const found = await getPlace(db, placeId);
  return found.found === 'nothing' ? undefined : (await standingClaims(db, placeId)).standing;
}

function positionOf(standing: Standing): Position | null {
  const position = valueNow(standing, 'position');
  if (typeof position !== 'object' || position === null) return null;
  const { lon, lat, spreadMetres } = position as Position;
  return { lon, lat, spreadMetres };
}

async function placeSent(db: Database, sent: NewPlace): Promise<Position | null> {
  const position = await positionFrom(db, sent);
  return position && { lon: position.lon, lat: position.lat, spreadMetres: position.spreadMetres };
}

/** Fields by which a place becomes like another that is listed. */
const LIKENESS_FIELDS: readonly KeptField[] = ['name', 'kind', 'position', 'address', 'postcode'];

/** What it may be the same as: of an edit, once what tells places apart is edited. */
async function neighboursOf(
  db: Database,
  body: BodyOf,
  placeId: string | null,
  standing: Standing | undefined,
): Promise<Neighbour[]> {
  if (body.kind === 'new-place') return lookAlikes(db, body.sent);
  if ((body.kind !== 'edit' && body.kind !== 'conflict') || placeId === null) return [];
  if (!body.edit.changes.some(({ field }) => LIKENESS_FIELDS.includes(field))) return [];
  const said = new Map<KeptField, unknown>(body.edit.changes.map(({ field, value }) => [field, value]));
  const text = (field: KeptField): string | null => {
    const value = said.has(field) ? said.get(field) : standing && valueNow(standing, field);
    return typeof value === 'string' ? value : null;
  };
  const pin = pinSchema.safeParse(said.get('position') ?? (standing && valueNow(standing, 'position')));
  return lookAlikes(db, {
    name: text('name') ?? '',
    kind: kindSchema.safeParse(text('kind')).data ?? null,
    pin: pin.success ? pin.data : null,
    postcode: text('postcode'),
    address: text('address'),
    not: placeId,
  });
}

/** Keeping gives the right to change a listing unasked: whoever grants it has to see who asks. */
async function askerOf(db: Database, body: BodyOf, userId: string | null): Promise<WaitingDetail['asker']> {
  if (body.kind !== 'keep') return null;
  return { email: userId === null ? null : await emailOf(db, userId), website: body.website };
}

function wordsOf(body: BodyOf): string | null {
  if (body.kind === 'edit' || body.kind === 'conflict') return body.edit.why;
  if (body.kind === 'report') return body.detail;
  if (body.kind === 'keep') return body.words;
  return body.kind === 'photo' ? body.alt : null;
}

function rowsOf(body: BodyOf, standing: Standing | undefined): BeforeAfter[] {
  if (body.kind === 'new-place') return rowsOfNew(body.sent);
  if (body.kind === 'edit' || body.kind === 'conflict') {
    return body.edit.changes.map(({ field, was = null, value = null }) => {
      const now = standing === undefined ? null : valueNow(standing, field);
      const row = { field, label: labelOf(field), before: was, after: value };
      return sameValue(field, now, was) ? row : { ...row, meanwhile: now };
    });
  }
  if (body.kind === 'report' && body.reason === 'closed') {
    const before = standing === undefined ? null : valueNow(standing, 'status');
    return [{ field: 'status', label: labelOf('status'), before, after: 'closed' }];
  }
  return [];
}

function rowsOfNew(sent: NewPlace): BeforeAfter[] {
  const said: Partial<Record<KeptField, unknown>> = { ...sent, position: sent.pin };
  return KEPT_FIELDS.flatMap(({ id, label }) => {
    const after = said[id] ?? null;
    return after === null ? [] : [{ field: id, label, before: null, after }];
  });
}

/** Two listings side by side: `before` is what the one that stays says, `after` what the one that goes does. */
async function twinsDetail(
  db: Database,
  pair: { readonly fromId: string; readonly toId: string },
): Promise<WaitingDetail | undefined> {
  const line = await getTwins(db, pair);
  const [from, to] = [await getPlace(db, pair.fromId), await getPlace(db, pair.toId)];
  if (line === undefined || from.found !== 'place' || to.found !== 'place') return undefined;
  const [there, stays] = [await standingClaims(db, pair.fromId), await standingClaims(db, pair.toId)];
  // The same whichever of them stays: a page is made of what was said of both.
  const both = winningClaims([...there.claims, ...stays.claims], there.listed || stays.listed);
  const merged = new Map(both.map(({ field, value }) => [field as string, value]));
  const rows = differences(from.place.claims, to.place.claims).flatMap((each) => {
    const kept = KEPT_FIELDS.find(({ id }) => id === each.field);
    if (kept === undefined) return [];
    return [
      {
        field: kept.id,
        label: kept.label,
        before: each.to?.value ?? null,
        after: each.from?.value ?? null,
        shown: merged.get(each.field) ?? null,
      },
    ];
  });
  return {
    ...line,
    asker: null,
    words: null,
    rows: await withDistances(db, rows),
    position: positionOf(stays.standing) ?? positionOf(there.standing),
    neighbours: [to.place, from.place].map((each) => ({
      id: each.id,
      name: each.name,
      kind: each.kind,
      address: [each.address, each.postcode].filter(Boolean).join(', ') || null,
      straightMetres: null,
      likeness: Number(/(\d+)% likely/.exec(line.summary)?.[1] ?? 0) / 100,
      reasons: line.reasons,
      waits: null,
    })),
    photos: [],
  };
}
