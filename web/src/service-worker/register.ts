import type { Seen } from './keep-rules.ts';

/** First what everybody came for: the map may still be on its way when the page says that it is loaded. */
const REST_MS = 3_000;

/**
 * Keeps Kith on this device, so that it opens without a line once it was opened with one. Begun when the page is loaded
 * and at rest; where a browser cannot or may not, everything else is as ever. Off while Kith is being developed.
 */
export function keepForLater(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || savesData()) return;
  const atRest = (act: () => void): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: REST_MS });
    else act();
  };
  const begin = (): unknown => setTimeout(() => atRest(() => void register()), REST_MS);
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}

/** Whoever pays for each byte, and has told the browser so, is not sent what they have not asked for. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  try {
    const wasThere = serviceWorker.controller !== null;
    await serviceWorker.register('/sw.js');
    if (wasThere) return;
    const ready = await serviceWorker.ready;
    const urls = performance.getEntriesByType('resource').map(({ name }) => name);
    ready.active?.postMessage({ kith: 'seen', urls: [...new Set(urls)] } satisfies Seen);
  } catch {
    // A private window, or a browser that keeps nothing: Kith works with a line alone.
  }
}
