import { isRefused } from '../../../data/add-questions.ts';
import { meanwhileOf, sendEdit } from '../../../data/keep-questions.ts';
import { account } from '../../../state/account.svelte.ts';
import { line } from '../../../state/line.svelte.ts';
import { messageOf } from '../../../words/message-of.ts';
import { device } from '../../add/device.ts';
import { keepDraft, readDraft } from './edit-draft.ts';
import { type EditOutcome, type EditToSend, editsToSend, keepEdit, sendEdits } from './edit-outbox.ts';

/** Tried again this long after a failure, though no "online" was told: a server may come back by itself. */
const AGAIN_MS = 30_000;

const sender = {
  send: sendEdit,
  standing: (error: unknown) =>
    meanwhileOf(error)
      ? ('meanwhile' as const)
      : isRefused(error)
        ? ('refused' as const)
        : ('later' as const),
};

let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;
/** Keys of edits whose form is open: it sends them itself, and shows there what came of it. */
const held = new Set<string>();
const isAnyLeft = (): boolean => editsToSend(device).some(({ edit }) => !held.has(edit.key));

/** Sends the edits that wait for the line, now and whenever it is back, until none does. Says what became of each, and hands it back. */
export async function sendWaitingEdits(): Promise<readonly EditOutcome[]> {
  if (running || !isAnyLeft()) return [];
  running = true;
  clearTimeout(timer);
  // Asked each time: somebody else may have signed in since, on this page or another.
  const person = await account.asWhom();
  const outcomes = person === undefined ? [] : await sendEdits(device, sender, person, held);
  running = false;
  for (const outcome of outcomes) tell(outcome);
  tryLater();
  return outcomes;
}
function tryLater(): void {
  clearTimeout(timer);
  if (isAnyLeft()) timer = setTimeout(() => void sendWaitingEdits(), AGAIN_MS);
}
addEventListener('online', () => void sendWaitingEdits());
line.whenBack(() => void sendWaitingEdits());

/** There is no line: it is sent when there is, on this page or on another after this one was shut. */
export function sendLater(item: EditToSend): void {
  keepEdit(device, item);
  tryLater();
}

/** A form sends an edit itself for as long as it is open. @returns what lets go of it, for it to be sent from here */
export function holdEdit({ edit }: EditToSend): () => void {
  held.add(edit.key);
  return () => {
    held.delete(edit.key);
    void sendWaitingEdits();
  };
}

function tell(outcome: EditOutcome): void {
  const { placeId, placeName, person, edit } = outcome;
  switch (outcome.outcome) {
    case 'sent':
      // What was typed since is another edit, and stays.
      if (readDraft(placeId, person)?.key === edit.key) keepDraft(placeId, person, null);
      line.say(
        `Your change to ${placeName} was sent${outcome.sent.outcome === 'shown' ? ' and is shown' : ''}. Its reference: ${outcome.sent.reference}.`,
        placeId,
      );
      break;
    case 'meanwhile':
      line.say(
        `Somebody else changed ${placeName} meanwhile, so yours was not sent. It is kept: open the place, press “Change this”, and choose.`,
        placeId,
      );
      break;
    case 'refused':
      line.say(
        `Your change to ${placeName} could not be sent: ${messageOf(outcome.error)} It is kept: open the place and press “Change this”.`,
        placeId,
      );
      break;
    case 'another':
      line.say(
        person === null
          ? `A change to ${placeName}, written before you signed in, was not sent. It is kept: open the place and press “Change this”.`
          : `A change to ${placeName} was not sent: whoever wrote it is not signed in here now. It is kept for them. Is it yours? Sign in, open the place and press “Change this”.`,
        placeId,
      );
      break;
    default:
  }
}
