import type { Decision, Waiting, WaitingDetail } from '@kith/core/keep/queue';
import type { WaitingKind } from '@kith/core/keep/waiting-kinds';
import {
  askWaiting,
  askWaitingCounts,
  askWaitingOne,
  type Decided,
  sendDecision,
  sendMergeUndo,
  type WaitingCounts,
  type WaitingPage,
} from '../../data/steward-questions.ts';
import { Resource } from '../../state/resource.svelte.ts';
import { view } from '../../state/view-state.svelte.ts';
import { messageOf } from '../../words/message-of.ts';
import { afterDeciding, beside } from './keys.ts';
import { isDone, isGone, mergedFrom, outcomeLine } from './steward-words.ts';

/** One sitting at the queue. Which one is looked at is in the address; the rest is here. */
export class Queue {
  readonly first = new Resource<WaitingPage>();
  readonly counts = new Resource<WaitingCounts>();
  readonly detail = new Resource<WaitingDetail>();
  kind: WaitingKind | null = $state(null);
  apart = $state(false);
  /** Those chosen, to be decided on at once. */
  chosen: ReadonlySet<string> = $state.raw(new Set());
  /** A decision is on its way. */
  busy = $state(false);
  said = $state('');
  trouble: readonly string[] = $state.raw([]);
  /** The merge made last: it can be undone from here. */
  merged: { readonly from: string; readonly title: string } | null = $state.raw(null);
  more: 'idle' | 'loading' | 'failed' = $state('idle');
  #added: readonly Waiting[] = $state.raw([]);
  #next: string | null | undefined = $state.raw(undefined);
  #decided: ReadonlySet<string> = $state.raw(new Set());

  readonly rows: readonly Waiting[] = $derived(
    [...(this.first.value?.waiting ?? []), ...this.#added].filter(({ id }) => !this.#decided.has(id)),
  );
  readonly next: string | null = $derived(
    this.#next === undefined ? (this.first.value?.next ?? null) : this.#next,
  );
  readonly ids: readonly string[] = $derived(this.rows.map(({ id }) => id));
  readonly at: string | null = $derived(view.now.item);

  ask(): () => void {
    const { kind, apart } = this;
    this.#added = [];
    this.#next = undefined;
    this.chosen = new Set();
    return this.first.load(JSON.stringify({ kind, apart }), (signal) => askWaiting({ kind, apart }, signal));
  }
  askCounts(): () => void {
    return this.counts.load('counts', askWaitingCounts);
  }
  askDetail(): (() => void) | undefined {
    const id = this.at;
    return id === null ? undefined : this.detail.load(id, (signal) => askWaitingOne(id, signal));
  }
  async showMore(): Promise<void> {
    const cursor = this.next;
    if (cursor === null || this.more === 'loading') return;
    this.more = 'loading';
    try {
      const page = await askWaiting({ kind: this.kind, apart: this.apart, cursor });
      this.#added = [...this.#added, ...page.waiting];
      this.#next = page.next;
      this.more = 'idle';
    } catch {
      this.more = 'failed';
    }
  }

  /** Opens one. From key to key the address only follows; opened by hand it is a step that Back undoes. */
  open(id: string | null, { step = false } = {}): void {
    view.go({ item: id }, { correcting: !step });
  }
  move(step: 1 | -1): void {
    this.open(beside(this.ids, this.at, step));
    // The end of what has come: the rest is fetched before it is asked for.
    if (step === 1 && this.at === this.ids.at(-1)) void this.showMore();
  }
  flip(id: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }
  chooseAll(all: boolean): void {
    this.chosen = new Set(all ? this.ids : []);
  }

  /** Decides on one or many. Whether it was done; what was not is said by name. */
  async decide(decision: Decision): Promise<boolean> {
    if (this.busy || decision.ids.length === 0) return false;
    this.busy = true;
    this.trouble = [];
    this.merged = null;
    try {
      const decided = await sendDecision(decision);
      this.#take(decision, decided);
      return decided.every(isDone);
    } catch (error) {
      this.trouble = [messageOf(error)];
      return false;
    } finally {
      this.busy = false;
    }
  }
  #take(decision: Decision, decided: readonly Decided[]): void {
    const title = (id: string): string => this.rows.find((row) => row.id === id)?.title ?? 'One';
    const { done, trouble } = outcomeLine(decision.decision, decided, title);
    const gone = new Set(decided.filter(isGone).map(({ id }) => id));
    const merge = decided.length === 1 && decided[0]?.outcome === 'accepted' ? decided[0].id : null;
    const from = merge && mergedFrom(merge);
    if (merge && from) this.merged = { from, title: title(merge) };
    const to = afterDeciding(this.ids, gone, this.at);
    this.said = done ?? '';
    this.trouble = trouble;
    this.#decided = new Set([...this.#decided, ...gone]);
    this.chosen = new Set([...this.chosen].filter((id) => !gone.has(id)));
    this.open(to);
    this.askCounts();
    if (this.rows.length === 0 && this.next) void this.showMore();
  }

  async undoMerge(): Promise<void> {
    const { merged } = this;
    if (!merged) return;
    try {
      await sendMergeUndo(merged.from);
      this.merged = null;
      this.said = `They are two places again: ${merged.title}.`;
      this.#decided = new Set();
      this.ask();
      this.askCounts();
    } catch (error) {
      this.trouble = [messageOf(error)];
    }
  }
}
