/** Runs something once what is shown now has been painted, and no later. Returns how to call it off. */
export function afterFrame(run: () => void): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    later = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(later);
  };
}

/**
 * Runs something once the page has been painted and the browser has a moment, so that what is heavy never holds up
 * what is read. Returns how to call it off.
 */
export function afterPaint(run: () => void): () => void {
  let off = false;
  requestAnimationFrame(() => {
    const go = (): void => {
      if (!off) run();
    };
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(go, { timeout: 600 });
    else setTimeout(go, 120);
  });
  return () => {
    off = true;
  };
}
