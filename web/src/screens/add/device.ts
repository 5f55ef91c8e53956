import { pageShelf, type Shelf } from './kept-drafts.ts';

function ownShelf(): Shelf | null {
  try {
    return localStorage;
  } catch {
    // Blocked by the reader or the browser.
    return null;
  }
}

const own = ownShelf();
/** Whether what is written outlives the page. */
export const deviceKeeps = own !== null;
/** Where drafts and what waits to be sent are kept. */
export const device: Shelf = own ?? pageShelf();
