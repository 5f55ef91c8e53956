import type { Edit } from '@kith/core/keep/contribution';
import { describe, expect, it } from 'vitest';
import { pageShelf, type Shelf } from '../../add/kept-drafts.ts';
import {
  dropEdit,
  type EditSender,
  editsToSend,
  hasEditsToSend,
  keepEdit,
  sendEdits,
} from './edit-outbox.ts';

const OFF = new Error('no line');
const CHANGED = new Error('somebody changed it');

const edit = (key: string, was: string, value: string): Edit => ({
  key,
  changes: [{ field: 'phone', was, value }],
  why: null,
});
const hall = (key: string, was: string, value: string, person: string | null = null) => ({
  placeId: 'hall',
  placeName: 'Hall',
  person,
  edit: edit(key, was, value),
});

/** A server with one phone number, which takes an edit once and only from what stands. */
function server(phone: string) {
  const state = { phone, takes: true, answers: true, kept: new Map<string, string>() };
  const sender: EditSender = {
    async send(_, { key, changes }) {
      if (!state.takes) throw OFF;
      if (!state.kept.has(key)) {
        const [change] = changes;
        if (change?.was !== state.phone) throw CHANGED;
        state.phone = String(change.value);
        state.kept.set(key, `R-${key}`);
      }
      if (!state.answers) throw OFF;
      return { reference: state.kept.get(key) ?? '', outcome: 'shown', placeId: 'hall' };
    },
    standing: (error) => (error === CHANGED ? 'meanwhile' : 'later'),
  };
  return { state, sender };
}
const outcomes = async (
  shelf: Shelf,
  sender: EditSender,
  person: string | null = null,
  held?: ReadonlySet<string>,
) => (await sendEdits(shelf, sender, person, held)).map(({ outcome }) => outcome);

describe('an edit made without a line', () => {
  it('waits on the device, and arrives once though the answer was lost and it was sent again', async () => {
    const shelf = pageShelf();
    const { state, sender } = server('1');
    keepEdit(shelf, hall('a', '1', '2'));
    state.takes = false;
    expect(await outcomes(shelf, sender)).toEqual(['later']);
    expect(hasEditsToSend(shelf)).toBe(true);
    state.takes = true;
    state.answers = false;
    expect(await outcomes(shelf, sender)).toEqual(['later']);
    state.answers = true;
    expect(await outcomes(shelf, sender)).toEqual(['sent']);
    expect([state.phone, state.kept.size, hasEditsToSend(shelf)]).toEqual(['2', 1, false]);
    expect(await outcomes(shelf, sender)).toEqual([]);
  });

  it('writes nothing over: where somebody changed the same, it is for its sender to choose', async () => {
    const shelf = pageShelf();
    const { state, sender } = server('1');
    keepEdit(shelf, hall('a', '1', '2'));
    state.phone = '3';
    expect(await outcomes(shelf, sender)).toEqual(['meanwhile']);
    expect([state.phone, hasEditsToSend(shelf)]).toEqual(['3', false]);
  });

  it('gives way to what was typed after it, also while it is being sent', async () => {
    const shelf = pageShelf();
    const { state, sender } = server('1');
    keepEdit(shelf, hall('a', '1', '2'));
    const slow: EditSender = {
      ...sender,
      async send(id, sent) {
        const answer = await sender.send(id, sent);
        keepEdit(shelf, hall('b', '2', '4'));
        return answer;
      },
    };
    expect(await outcomes(shelf, slow)).toEqual(['sent']);
    expect(editsToSend(shelf).map((each) => each.edit.key)).toEqual(['b']);
    expect(await outcomes(shelf, sender)).toEqual(['sent']);
    expect(state.phone).toBe('4');
    dropEdit(shelf, { placeId: 'hall', person: null });
  });

  it('goes only as whoever pressed Send: of anybody else it is a draft again', async () => {
    const shelf = pageShelf();
    const { state, sender } = server('1');
    keepEdit(shelf, hall('a', '1', '2', 'amina'));
    keepEdit(shelf, hall('b', '1', '3', 'ben'));
    keepEdit(shelf, hall('v', '1', '4'));
    expect(await outcomes(shelf, sender, 'ben')).toEqual(['another', 'sent', 'another']);
    expect([state.phone, [...state.kept.keys()], hasEditsToSend(shelf)]).toEqual(['3', ['b'], false]);
  });

  it('is left to the form that is open on it', async () => {
    const shelf = pageShelf();
    const { state, sender } = server('1');
    keepEdit(shelf, hall('a', '1', '2'));
    expect(await outcomes(shelf, sender, null, new Set(['a']))).toEqual([]);
    expect([state.phone, hasEditsToSend(shelf)]).toEqual(['1', true]);
  });

  it('reads past what is not its own', () => {
    const shelf = pageShelf();
    shelf.setItem('kith-send-edit:x', '{');
    shelf.setItem('kith-send-edit:y', '{}');
    expect(editsToSend(shelf)).toEqual([]);
  });
});
