/**
 * Makes a scrolling region reachable by keyboard for as long as its content does not fit, and only then: a
 * region that shows everything needs no stop of its own. Attach with `{@attach scrollRegion}`.
 */
export function scrollRegion(region: HTMLElement): () => void {
  const settle = (): void => {
    const overflows = region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight;
    if (overflows) region.tabIndex = 0;
    else region.removeAttribute('tabindex');
  };
  // It tells of what it observes at once too, and after the layout, so that none has to be made for it.
  const observer = new ResizeObserver(settle);
  observer.observe(region);
  for (const child of region.children) observer.observe(child);
  return () => observer.disconnect();
}
