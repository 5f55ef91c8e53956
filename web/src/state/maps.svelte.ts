import type { Patch } from '@kith/core/area/patch';
import { EVERYWHERE, type PatchId } from '@kith/core/area/patches';
import { askPatches, type Patches } from '../data/questions.ts';
import { Resource } from './resource.svelte.ts';
import { DEFAULT_VIEW, type View } from './view.ts';
import { view } from './view-state.svelte.ts';

/** The map opened where a link names one that is not loaded. */
export function mapInstead(patches: readonly Patch[]): Patch | undefined {
  return (
    patches.find((each) => each.id === DEFAULT_VIEW.patch) ??
    patches.find((each) => each.id !== EVERYWHERE) ??
    patches[0]
  );
}

/** The view of another map: nothing of what was asked of the one before belongs to it. */
export const freshMap = (patch: PatchId): Partial<View> => ({
  patch,
  camera: null,
  near: null,
  place: null,
  area: null,
  cuts: [],
  aside: null,
  q: '',
});

const REMEMBERED = 'kith-map';

/** The map looked at last. A browser may forbid to keep anything: then nothing is known. */
function remembered(): PatchId | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

let kept: PatchId | null = null;
/** Writing is slow, and the address changes with every press: it is done once for a map. */
function remember(patch: PatchId): void {
  if (patch === kept) return;
  kept = patch;
  try {
    localStorage.setItem(REMEMBERED, patch);
  } catch {
    // It is only a comfort.
  }
}

/** The maps there are, as the API lists them: what is loaded decides, not what was thought of beforehand. */
class Maps {
  readonly asked = new Resource<Patches>();
  /** The page was opened at an address that asks for nothing. */
  #bare = location.search === '' && view.now.screen === 'find';
  /** Said once where a link named a map that is not loaded. */
  #notice: { readonly on: PatchId; readonly words: string } | null = $state.raw(null);

  /** The maps of councils, by name; All England is not among them. */
  readonly councils: readonly Patch[] = $derived.by(() =>
    (this.asked.value?.patches ?? [])
      .filter((each) => each.id !== EVERYWHERE)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  );
  /** The map of everything, where all of England is loaded. */
  readonly everywhere: Patch | null = $derived.by(() => this.of(EVERYWHERE) ?? null);
  /** The map that the address names; null until the list has come. */
  readonly now: Patch | null = $derived.by(() => this.of(view.now.patch) ?? null);
  readonly notice: string | null = $derived.by(() =>
    this.#notice?.on === view.now.patch ? this.#notice.words : null,
  );

  of(id: PatchId): Patch | undefined {
    return this.asked.value?.patches.find((each) => each.id === id);
  }

  /** What a map is called; its own slug until the list has come. */
  nameOf(id: PatchId): string {
    return this.of(id)?.name ?? id;
  }

  ask(): () => void {
    return this.asked.load('patches', () => askPatches());
  }

  /** The shapes have been drawn anew since the page was opened: the list says where they lie now. */
  askAnew(): void {
    this.asked.load('patches anew', () => askPatches({ anew: true }));
  }

  /** An address that asks for nothing begins where somebody was last, or else with all England. */
  #begin(): void {
    if (!this.#bare) return;
    this.#bare = false;
    const last = remembered();
    const patch = last !== null && this.of(last) ? last : EVERYWHERE;
    if (patch !== view.now.patch) view.go({ patch }, { correcting: true });
  }

  /** A link that names a map which is not loaded opens another, and says so. */
  settle(): void {
    const patches = this.asked.value?.patches;
    if (patches && this.everywhere) this.#begin();
    const { patch } = view.now;
    if (this.everywhere) remember(patch);
    if (!patches || patches.some((each) => each.id === patch)) return;
    const instead = mapInstead(patches);
    if (!instead) return;
    const words = `This Kith has no map called “${patch}”. You are looking at ${instead.name}.`;
    if (patch !== DEFAULT_VIEW.patch) this.#notice = { on: instead.id, words };
    view.go({ patch: instead.id, camera: null, area: null, cuts: [], aside: null }, { correcting: true });
  }

  dismiss(): void {
    this.#notice = null;
  }

  /** Opens another map. */
  open(patch: PatchId): void {
    view.go(freshMap(patch));
  }
}

export const maps = new Maps();
