const PARTS = '[role=tabpanel], [role=dialog], section, article, form, main';

/**
 * Keeps the keyboard where it was when what had the focus goes away, as "Try again" does once there is something to
 * show: the nearest part around it takes the focus, and not the top of the page. Whoever goes away may send the focus
 * elsewhere first. Attach to the part that always stands: `{@attach keepFocus}`.
 */
export function keepFocus(root: HTMLElement): () => void {
  let last: Element | null = null;
  /** The parts around it, nearest first: once it is gone it cannot be asked. */
  let around: readonly HTMLElement[] = [];
  let frame = 0;

  const onfocusin = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    last = target;
    const found: HTMLElement[] = [];
    for (
      let part = target.closest<HTMLElement>(PARTS);
      part;
      part = part.parentElement?.closest<HTMLElement>(PARTS) ?? null
    )
      found.push(part);
    around = [...found, root];
  };
  const settle = (): void => {
    last = null;
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const part = around.find((each) => each.isConnected && each.checkVisibility());
    if (!part) return;
    if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
    part.focus({ preventScroll: true });
  };
  // Two frames later: focus is often sent on in the next one.
  const watcher = new MutationObserver(() => {
    if (!last || last.isConnected) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(settle);
    });
  });
  root.addEventListener('focusin', onfocusin);
  watcher.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', onfocusin);
    watcher.disconnect();
    cancelAnimationFrame(frame);
  };
}
