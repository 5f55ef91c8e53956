import { EngineAnswers, NoGround } from './engine-answers.ts';
import type { EngineReply, EngineRequest, GroundShown } from './engine-types.ts';

/** The engine of core, beside the page: what it works out never holds up what is pressed. */
const answers = new EngineAnswers();

const reply = (message: EngineReply, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  const { id } = data;
  try {
    const answer = answers.answer(data);
    // The one column that is made for the screen alone goes over without a copy.
    reply({ id, answer }, data.ask === 'ground' ? [(answer as GroundShown).homeBoxes.buffer] : []);
  } catch (error) {
    const words = error instanceof Error ? error.message : 'This could not be worked out.';
    reply({ id, error: words, gone: error instanceof NoGround });
  }
});
