import { tick } from 'svelte';

/**
 * Moves the focus to what has just been drawn, before anybody can type on: a frame later it would take the keys away from
 * whoever is quick. Does nothing where there is no such element.
 * @param id of the element
 */
export async function focusOn(id: string, options?: FocusOptions): Promise<void> {
  await tick();
  document.getElementById(id)?.focus(options);
}
