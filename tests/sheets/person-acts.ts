import type { SheetMapping } from '@kith/core/sheet/understanding';
import { SECONDS } from '../drivers/human-hand.ts';
import type { DryProblem } from './bringing.ts';

/** Thinks, reaches for the mouse, points and presses. */
const PRESS = SECONDS.think + SECONDS.home + SECONDS.point + SECONDS.press;
/** Silent reading of plain English, words a minute: Brysbaert 2019, "How many words do we read per minute?", JML 109. */
const WORDS_A_MINUTE = 238;
/** Letters of what is written in a cell that is put right: a postcode or a short name. Errs long. */
const LETTERS = 16;
/** Headings and choices of the page that somebody reads who sees it for the first time. */
const WORDS_OF_PAGE = 150;

/**
 * Seconds that a person's own acts take to bring one file: to choose it, read what the page says, make each choice,
 * read each problem, put every cell right that is wrong (which they need not), and import. By the keystroke-level model
 * as in human-hand.ts, with the reading that it leaves out.
 * @param guessed how the file was read unasked
 * @param mapping how it is to be read
 */
export function secondsOfActs(
  guessed: SheetMapping,
  mapping: SheetMapping,
  problems: readonly DryProblem[],
): number {
  const chosen =
    mapping.columns.filter((meaning, at) => meaning !== guessed.columns[at]).length +
    (['coordinates', 'dates', 'kind', 'headerRow', 'nameColumn'] as const).filter(
      (key) => mapping[key] !== guessed[key],
    ).length;
  const answers = Object.keys(mapping.split).length + Object.keys(mapping.same).length;
  const mended = problems.filter(({ weight }) => weight === 'out').length;
  const words = problems.reduce(
    (sum, { problem, todo }) => sum + `${problem} ${todo}`.split(' ').length,
    WORDS_OF_PAGE + 10 * mapping.columns.length,
  );
  // To choose a file and to choose from a list are two presses each; a cell is pressed, written and sent.
  const presses = 2 + 2 * chosen + answers + mended + 1;
  const typed = mended * (SECONDS.think + SECONDS.home + (LETTERS + 1) * SECONDS.key);
  return presses * PRESS + typed + (words * 60) / WORDS_A_MINUTE;
}
