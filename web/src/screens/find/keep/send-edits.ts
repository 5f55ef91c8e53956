import { isRefused } from '../../../data/add-questions.ts';
import { meanwhileOf, sendEdit } from '../../../data/keep-questions.ts';
import { line } from '../../../state/line.svelte.ts';
import { messageOf } from '../../../words/message-of.ts';
import { device } from '../../add/device.ts';
import { keepDraft, readDraft } from './edit-draft.ts';
import { type EditOutcome, hasEditsToSend, sendEdits } from './edit-outbox.ts';

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

/** Sends the edits that wait for the line, now and whenever it is back, until none does. Says what became of each. */
export async function sendWaitingEdits(): Promise<void> {
  if (running) return;
  running = true;
  clearTimeout(timer);
  const outcomes = await sendEdits(device, sender);
  running = false;
  for (const outcome of outcomes) tell(outcome);
  if (hasEditsToSend(device)) timer = setTimeout(() => void sendWaitingEdits(), AGAIN_MS);
}
addEventListener('online', () => void sendWaitingEdits());

function tell(outcome: EditOutcome): void {
  const { placeId, placeName } = outcome;
  switch (outcome.outcome) {
    case 'sent':
      // What was typed since is another edit, and stays.
      if (readDraft(placeId)?.key === outcome.edit.key) keepDraft(placeId, null);
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
    default:
  }
}
