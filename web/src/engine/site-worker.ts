import type { Baseline } from '@kith/core/reach/baseline';
import type { MipSolver, SiteAnswer } from '@kith/core/site/problem';
import { solveSite } from '@kith/core/site/solve-site';
import { startSite } from '@kith/core/site/start-site';
import { browserSolver } from './highs-browser.ts';
import { groundOfQuestion, shownOf } from './site-ground.ts';
import type { SiteAsked, SiteProgressShown, SiteReply, SiteRequest } from './site-types.ts';

/**
 * Looks for sites, beside the page: a good answer at once, then the solver is fetched and the best one is proven. The
 * solver holds this thread until it is done; whoever wants it to stop ends the worker.
 */
let ground: { readonly key: string; readonly baseline: Baseline } | null = null;
let solver: Promise<MipSolver> | null = null;

const NO_SOLVER =
  'The solver could not be fetched, so the search ended here. Look again when you are connected.';
/** News comes no more often than it can be read. */
const TELL_EVERY_MS = 250;

const reply = (message: SiteReply): void => self.postMessage(message);

self.addEventListener('message', async ({ data }: MessageEvent<SiteRequest>) => {
  if (data.ask === 'ground') {
    ground = { key: data.key, baseline: JSON.parse(new TextDecoder().decode(data.bytes)) as Baseline };
    return;
  }
  const { id } = data;
  try {
    if (ground?.key !== data.key) throw new Error('The map is no longer at hand. Load the page again.');
    await look(id, ground.baseline, data.asked, data.seconds);
  } catch (error) {
    reply({ id, error: error instanceof Error ? error.message : 'This could not be worked out.' });
  }
});

async function look(id: number, baseline: Baseline, asked: SiteAsked, seconds: number): Promise<void> {
  const question = groundOfQuestion(baseline, asked);
  const { problem } = question.ground;
  const tell = (answer: SiteAnswer, phase: SiteProgressShown['phase']): void =>
    reply({ id, progress: { shown: shownOf(question, answer), phase } });
  const start = startSite(problem);
  // Proven already: the solver could add nothing.
  if (start.gap === 0) return reply({ id, done: shownOf(question, start) });
  tell(start, 'loading');
  solver ??= browserSolver().catch(() => {
    // The next search tries to fetch it again.
    solver = null;
    throw new Error(NO_SOLVER);
  });
  let told = performance.now();
  const answer = solveSite(problem, {
    solver: await solver,
    seconds,
    now: () => performance.now(),
    onProgress: (progress) => {
      // It begins again from a greedy answer; what is shown already is the one after swaps.
      if (progress.phase === 'greedy' || performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      tell(progress.answer, progress.phase);
    },
  });
  reply({ id, done: shownOf(question, answer) });
}
