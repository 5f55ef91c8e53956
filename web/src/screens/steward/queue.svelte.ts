import type { Decision, Done, Waiting, WaitingDetail } from '@kith/core/keep/queue';
import type { WaitingKind } from '@kith/core/keep/waiting-kinds';
import {
  askEvery,
  askWaiting,
  askWaitingCounts,
  askWaitingOne,
  type Decided,
  MOST_AT_ONCE,
  sendDecision,
  sendMergeUndo,
  sendPutBack,
  type WaitingCounts,
  type WaitingPage,
} from '../../data/steward-questions.ts';
import { Resource } from '../../state/resource.svelte.ts';
import { view } from '../../state/view-state.svelte.ts';
import { messageOf } from '../../words/message-of.ts';
import { afterDeciding, beside } from './keys.ts';
import { isDone, isGone, keptBefore, mergedFrom, outcomeLine, waitAgainOf } from './steward-words.ts';

/** Which list is looked at: what waits, what is set apart as likely spam, or what was done. */
export type QueueTab = 'waiting' | 'apart' | 'done';

/** What is asked of one or many. */
export type Deciding = Pick<Decision, 'ids' | 'decision' | 'note'> &
  Partial<Pick<Decision, 'fields' | 'stays' | 'sameAs'>> & {
    /** Others that wait and are the same place: they are rejected as that once this one is accepted. */
    readonly too?: { readonly ids: readonly string[]; readonly sameAs: string | null } | null;
  };

/** One sitting at the queue. Which one is looked at is in the address; the rest is here. */
export class Queue {
  readonly first = new Resource<WaitingPage>();
  readonly counts = new Resource<WaitingCounts>();
  readonly detail = new Resource<WaitingDetail>();
  kind: WaitingKind | null = $state(null);
  tab: QueueTab = $state('waiting');
  /** The one whose near-copies alone are listed. */
  copiesOf: { readonly id: string; readonly title: string } | null = $state.raw(null);
  /** Those chosen, to be decided on at once. */
  chosen: ReadonlySet<string> = $state.raw(new Set());
  /** A decision is on its way. */
  busy = $state(false);
  said = $state('');
  trouble: readonly string[] = $state.raw([]);
  /** The merge made last: it can be undone from here. */
  merged: { readonly from: string; readonly title: string } | null = $state.raw(null);
  /** One that somebody else had decided first: it stays, with the note that was not sent, until it is left. */
  before: string | null = $state.raw(null);
  more: 'idle' | 'loading' | 'failed' = $state('idle');
  /** What is opened next takes the focus: whoever decides by keys goes on there. */
  toFocus = false;
  #added: readonly Waiting[] = $state.raw([]);
  #next: string | null | undefined = $state.raw(undefined);
  #decided: ReadonlySet<string> = $state.raw(new Set());
  /** What those chosen are called, also where they are not in the list. */
  readonly #titles = new Map<string, string>();

  readonly rows: readonly Waiting[] = $derived(
    [...(this.first.value?.waiting ?? []), ...this.#added].filter(({ id }) => !this.#decided.has(id)),
  );
  readonly next: string | null = $derived(
    this.#next === undefined ? (this.first.value?.next ?? null) : this.#next,
  );
  readonly ids: readonly string[] = $derived(this.rows.map(({ id }) => id));
  readonly at: string | null = $derived(view.now.item);

  /** The list that was asked for last has come. */
  readonly isHere: boolean = $derived.by(() => {
    const { state } = this.first;
    return state.status === 'ready' && !state.refreshing && this.tab !== 'done';
  });

  ask(): (() => void) | undefined {
    const question = this.#question;
    if (question === null) return undefined;
    this.#added = [];
    this.#next = undefined;
    this.chosen = new Set();
    return this.first.load(JSON.stringify(question), (signal) => askWaiting(question, signal));
  }
  get #question() {
    const { kind, tab, copiesOf } = this;
    return tab === 'done' ? null : { kind, apart: tab === 'apart', copiesOf: copiesOf?.id ?? null };
  }
  askCounts(): () => void {
    return this.counts.load('counts', askWaitingCounts);
  }
  askDetail(): (() => void) | undefined {
    const id = this.at;
    return id === null ? undefined : this.detail.load(id, (signal) => askWaitingOne(id, signal));
  }
  /** Lists something else. */
  show(change: { tab?: QueueTab; kind?: WaitingKind | null; copiesOf?: Queue['copiesOf'] }): void {
    this.tab = change.tab ?? this.tab;
    if (change.kind !== undefined) this.kind = change.kind;
    this.copiesOf = change.copiesOf ?? null;
    this.open(null);
  }
  async showMore(): Promise<void> {
    const [cursor, question] = [this.next, this.#question];
    if (cursor === null || question === null || this.more === 'loading') return;
    this.more = 'loading';
    try {
      const page = await askWaiting({ ...question, cursor });
      this.#added = [...this.#added, ...page.waiting];
      this.#next = page.next;
      this.more = 'idle';
    } catch {
      this.more = 'failed';
    }
  }

  /** Opens one. From key to key the address only follows; opened by hand it is a step that Back undoes. */
  open(id: string | null, { step = false } = {}): void {
    if (step && id !== this.at) this.#forgetNews();
    view.go({ item: id }, { correcting: !step });
  }
  /** What came of the last decision was read: it is not about what is looked at now. */
  #forgetNews(): void {
    this.said = '';
    this.trouble = [];
    this.merged = null;
  }
  move(step: 1 | -1): void {
    const to = beside(this.ids, this.at, step);
    if (to !== this.at) {
      this.toFocus = true;
      this.#forgetNews();
    }
    this.open(to);
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
  /** Chooses all that the list would show to its end, also what has not been fetched. */
  async chooseEvery(): Promise<void> {
    const question = this.#question;
    if (question === null) return;
    await this.#choose(() => askEvery(question));
  }
  /** Chooses one and its near-copies, whether it stands for them or is one of them. */
  async chooseLike(one: Pick<Waiting, 'id' | 'copyOf' | 'title'>): Promise<void> {
    const original = one.copyOf ?? one.id;
    await this.#choose(async () => [
      { id: original, title: one.title },
      ...(await askEvery({ kind: null, apart: true, copiesOf: original })),
    ]);
  }
  async #choose(ask: () => Promise<readonly Pick<Waiting, 'id' | 'title'>[]>): Promise<void> {
    this.trouble = [];
    try {
      const all = (await ask()).filter(({ id }) => !this.#decided.has(id));
      for (const { id, title } of all) this.#titles.set(id, title);
      this.chosen = new Set(all.map(({ id }) => id));
      this.said = `${this.chosen.size} chosen.`;
    } catch (error) {
      this.trouble = [messageOf(error)];
    }
  }

  /** Decides on one or many. Whether it was done; what was not is said by name, and stays chosen. */
  async decide({ too = null, ...deciding }: Deciding): Promise<boolean> {
    if (this.busy || deciding.ids.length === 0) return false;
    this.busy = true;
    this.trouble = [];
    this.merged = null;
    const decided: Decided[] = [];
    const same: Decided[] = [];
    const failed: string[] = [];
    try {
      for (let from = 0; from < deciding.ids.length; from += MOST_AT_ONCE) {
        const ids = deciding.ids.slice(from, from + MOST_AT_ONCE);
        decided.push(...(await sendDecision({ fields: null, stays: null, sameAs: null, ...deciding, ids })));
      }
      if (too !== null && too.ids.length > 0 && decided.every(isDone)) {
        const rejected = { decision: 'reject' as const, note: null, fields: null, stays: null };
        same.push(...(await sendDecision({ ...rejected, ids: [...too.ids], sameAs: too.sameAs })));
      }
    } catch (error) {
      failed.push(messageOf(error));
    }
    this.#take(deciding, decided, same, failed);
    this.busy = false;
    return failed.length === 0 && [...decided, ...same].every(isDone);
  }
  /** Leaves the one that somebody else had decided first. */
  leave(id: string): void {
    const to = afterDeciding(this.ids, new Set([id]), this.at);
    this.before = null;
    this.trouble = [];
    this.toFocus = true;
    this.#decided = new Set([...this.#decided, id]);
    this.chosen = new Set([...this.chosen].filter((each) => each !== id));
    this.open(to);
    this.askCounts();
  }
  #take(
    { decision, note, stays }: Deciding,
    decided: readonly Decided[],
    same: readonly Decided[],
    failed: readonly string[],
  ): void {
    const title = (id: string): string =>
      this.rows.find((row) => row.id === id)?.title ?? this.#titles.get(id) ?? 'One';
    const { done, trouble } = outcomeLine(decision, decided, title);
    const also = outcomeLine('reject', same, title);
    this.before = keptBefore(decided, note);
    const gone = new Set(
      [...decided, ...same].filter((each) => isGone(each) && each.id !== this.before).map(({ id }) => id),
    );
    const merge = decided.length === 1 && decided[0]?.outcome === 'accepted' ? decided[0].id : null;
    const from = merge && mergedFrom(merge, stays ?? null);
    if (merge && from) this.merged = { from, title: title(merge) };
    const to = afterDeciding(this.ids, gone, this.at);
    this.said = [done, also.done].filter(Boolean).join(' ');
    this.trouble = [...trouble, ...also.trouble, ...failed];
    this.toFocus = gone.size > 0;
    const again = waitAgainOf([...decided, ...same]);
    this.#decided = new Set([...this.#decided, ...gone].filter((id) => !again.includes(id)));
    this.chosen = new Set([...this.chosen].filter((id) => !gone.has(id)));
    this.open(to);
    if (again.length > 0) this.ask();
    // What stands changed under it: both are shown, and what is decided next is decided on that.
    if (decided.some(({ id, outcome }) => id === to && outcome === 'changed')) this.askDetail();
    this.askCounts();
    if (this.rows.length === 0 && this.next) void this.showMore();
  }

  /** Puts back what was rejected; `at` is when that was. Whether it waits again, or did before */
  async putBack({ id, at, title }: Pick<Done, 'id' | 'at' | 'title'>): Promise<void> {
    this.trouble = [];
    this.said = '';
    this.merged = null;
    try {
      await sendPutBack(id, at);
      this.said = `Put back: ${title}. It waits again.`;
    } catch (error) {
      this.trouble = [messageOf(error)];
    }
    this.#decided = new Set([...this.#decided].filter((each) => each !== id));
    this.ask();
    this.askCounts();
  }

  /** @param from the id that the merge took away. Whether they are two places again */
  async undoMerge(from: string, title: string): Promise<boolean> {
    this.trouble = [];
    try {
      await sendMergeUndo(from);
    } catch (error) {
      this.trouble = [messageOf(error)];
      return false;
    }
    this.merged = null;
    this.said = `They are two places again: ${title}.`;
    this.#decided = new Set();
    this.ask();
    // The one that is open may be of one of the two.
    this.askDetail();
    this.askCounts();
    return true;
  }
}
