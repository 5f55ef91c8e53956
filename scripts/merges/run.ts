import { pairToMerge, standingMergeOf } from '@kith/api/store/match-store';
import { listCandidates, listDecisions } from '@kith/api/store/merge-queue-store';
import { keepApart, mergePlaces, undoMerge } from '@kith/api/store/merge-store';
import { mergedInto } from '@kith/api/store/merges';
import type { Database } from '@kith/api/store/open';
import { getPlace } from '@kith/api/store/place-store';
import type { Command } from './options.ts';
import { historyText, placeText, queueText, type Shown } from './text.ts';

/** What is printed: for a person, and as data. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
}

/**
 * Does what was asked.
 * @param at ISO time of the decision
 * @throws RangeError in plain English where it cannot be done
 */
export async function run(db: Database, command: Command, at: string): Promise<Answer> {
  switch (command.name) {
    case 'list': {
      const page = await listCandidates(db, command.limit, command.offset);
      return { text: queueText(page, command.offset), json: page };
    }
    case 'history': {
      const page = await listDecisions(db, command.limit, command.offset);
      return { text: historyText(page, command.offset), json: page };
    }
    case 'show': {
      const shown = await show(db, command.id);
      return { text: placeText(shown), json: shown };
    }
    case 'accept': {
      const { fromId, toId } = await pairToMerge(db, command.one, command.other);
      await mergePlaces(db, fromId, toId, command.by, at, ['a person says so']);
      const merge = await standingMergeOf(db, fromId);
      const text = `Merged: ${fromId} now answers with ${toId}.\nTo take it back: npm run merges -- undo ${merge} --by NAME\n`;
      return { text, json: { merged: { fromId, toId, merge } } };
    }
    case 'apart': {
      await found(db, command.one);
      await found(db, command.other);
      await keepApart(db, command.one, command.other, command.by, at);
      return {
        text: 'Kept apart: the pair will not be shown again.\n',
        json: { apart: [command.one, command.other] },
      };
    }
    case 'undo': {
      const { fromId, toId } = await undoMerge(db, await mergeNumber(db, command.id), command.by, at);
      const text = `Undone: ${fromId} and ${toId} are two places again, and will not be merged by a load.\n`;
      return { text, json: { undone: { fromId, toId } } };
    }
  }
}

async function show(db: Database, asked: string): Promise<Shown> {
  const { id, place } = await found(db, asked);
  const parts = (await mergedInto(db, [id])).get(id) ?? [];
  const merged: { id: string; merge: number | null }[] = [];
  for (const part of parts) merged.push({ id: part, merge: await standingMergeOf(db, part) });
  return { id, place, merged };
}

/** The place that an id stands for now. */
async function found(db: Database, id: string) {
  const first = await getPlace(db, id);
  const now = first.found === 'moved' ? first.to : id;
  const place = first.found === 'moved' ? await getPlace(db, now) : first;
  if (place.found === 'place') return { id: now, place: place.place };
  throw new RangeError(
    `No place has the id ${id}. Ids are in npm run merges -- list, and in the address of a place's page.`,
  );
}

async function mergeNumber(db: Database, id: string): Promise<number> {
  if (/^\d+$/.test(id)) return Number(id);
  const merge = await standingMergeOf(db, id);
  if (merge !== null) return merge;
  throw new RangeError(
    `${id} is merged into no other place. Numbers of merges are in npm run merges -- history.`,
  );
}
