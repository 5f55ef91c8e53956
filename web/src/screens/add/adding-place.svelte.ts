import type { Neighbour } from '@kith/core/keep/queue';
import { askLookAlikes } from '../../data/add-questions.ts';
import { account } from '../../state/account.svelte.ts';
import type { FormProblem } from '../../ui/form-problems.ts';
import { device, deviceKeeps } from './device.ts';
import { type Draft, newDraft } from './draft.ts';
import { dropDraft, keepDraft, keptDrafts, shownTo } from './kept-drafts.ts';
import { newKey } from './new-key.ts';
import { dropPhoto } from './photo-shelf.ts';
import { PinMapOpen } from './pin-map-open.svelte.ts';
import { problemsOf } from './problems.ts';
import { sending } from './sending.svelte.ts';
import { hasBefore } from './sent-later.ts';
import { isStep, nextStep, type StepId, stepBefore } from './steps.ts';

/** So like what is typed that it is asked about on a page of its own. */
const LIKE_ENOUGH = 0.5;

type Page = 'start' | 'asking' | 'sent';

/** Adding one place: what has been said, which page is shown, and what looks like it. */
export class AddingPlace {
  page: Page = $state('asking');
  draft: Draft = $state.raw(newDraft(newKey(), new Date().toISOString()));
  /** Problems are shown once somebody has tried to go on. */
  tried = $state(false);
  /** The page of a change asked for from the check page leads back to it. */
  #changing = false;
  /** The device keeps nothing: it is said. */
  keeps = $state(deviceKeeps);
  readonly pinMap = new PinMapOpen();
  twins: readonly Neighbour[] = $state.raw([]);
  #drafts: readonly Draft[] = $state.raw([]);
  readonly drafts: readonly Draft[] = $derived(shownTo(this.#drafts, account.seemsToBe));
  #asked: AbortController | null = null;

  readonly problems: readonly FormProblem[] = $derived(
    this.tried ? problemsOf(this.draft.step, this.draft, this.pinMap.notPut) : [],
  );
  /** Not told apart yet, and like enough to be asked about. */
  readonly unsettled: readonly Neighbour[] = $derived(
    this.twins.filter(({ id, likeness }) => likeness >= LIKE_ENOUGH && !this.draft.others.includes(id)),
  );

  constructor() {
    sending.look();
    // What waits to be sent is a draft still, until it has been sent.
    const waiting = sending.waiting.map(({ place }) => place.key);
    this.#drafts = keptDrafts(device, new Date()).filter(({ key }) => !waiting.includes(key));
    const [last] = this.drafts;
    const asked = location.hash.slice(1);
    // Loaded afresh in the middle of it: where it was.
    if (last && isStep(asked)) this.draft = { ...last, step: asked };
    else {
      if (hasBefore(this.drafts, sending.waiting, sending.sent)) this.page = 'start';
      this.#address(this.draft.step, true);
    }
  }

  change(part: Partial<Draft>): void {
    // What a visitor began is theirs once they have signed in.
    const person = this.draft.person ?? account.seemsToBe;
    this.draft = { ...this.draft, ...part, person, at: new Date().toISOString() };
    this.keeps = keepDraft(device, this.draft) && deviceKeeps;
  }

  errorOf(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.words;
  }

  /** Goes on to the next page. False where something is to be put right first. */
  next(): boolean {
    this.tried = true;
    this.pinMap.tryOn();
    if (this.problems.length > 0) return false;
    const { step } = this.draft;
    const hasTwins = this.unsettled.length > 0;
    const back = this.#changing && !(step === 'where' && hasTwins);
    if (back) this.#changing = false;
    this.#show(back ? 'check' : nextStep(step, hasTwins));
    return true;
  }

  /** The page before; null on the first. */
  get before(): StepId | null {
    return this.#changing ? 'check' : stepBefore(this.draft.step, this.draft.others.length > 0);
  }
  back(): void {
    history.back();
  }

  /** From the check page to one of the others, and back to it. */
  changeStep(step: StepId): void {
    this.#changing = true;
    this.#show(step);
  }

  #show(step: StepId): void {
    this.tried = false;
    this.pinMap.open = false;
    this.change({ step });
    this.#address(step, false);
  }

  /** The step stands in the address, so that Back leads to the page before. */
  #address(step: StepId, instead: boolean): void {
    const address = `${location.pathname}${location.search}#${step}`;
    if (instead) history.replaceState(history.state, '', address);
    else history.pushState(null, '', address);
  }

  /** Back or forward was pressed. */
  moved(): void {
    const step = location.hash.slice(1);
    if (!isStep(step) || !location.pathname.startsWith('/add')) return;
    this.tried = false;
    if (step === 'check') this.#changing = false;
    if (this.page === 'sent') this.begin();
    else this.draft = { ...this.draft, step };
  }

  begin(): void {
    this.draft = newDraft(newKey(), new Date().toISOString());
    this.twins = [];
    this.tried = false;
    this.#changing = false;
    this.page = 'asking';
    this.#address('what', true);
  }
  goOn(draft: Draft): void {
    this.draft = draft;
    this.page = 'asking';
    this.#address(draft.step, true);
  }
  throwAway(key: string): void {
    dropDraft(device, key);
    void dropPhoto(key);
    this.#drafts = this.#drafts.filter((each) => each.key !== key);
  }

  /** Takes it to be sent, and sends it where there is a line. */
  send(): void {
    if (!this.isWhole()) return;
    sending.put(this.draft);
    this.#drafts = this.#drafts.filter(({ key }) => key !== this.draft.key);
    this.page = 'sent';
  }
  isWhole(): boolean {
    this.tried = true;
    return this.problems.length === 0;
  }

  /** Asks what is listed that looks like it. A failure leaves the page as it is: a steward looks for doubles too. */
  async look(): Promise<void> {
    this.#asked?.abort();
    const { name, kind, where } = this.draft;
    if (name.trim().length < 3) {
      this.twins = [];
      return;
    }
    const asked = new AbortController();
    this.#asked = asked;
    const question = {
      name: name.trim(),
      kind,
      lon: where?.lon ?? null,
      lat: where?.lat ?? null,
      postcode: where?.postcode ?? null,
    };
    const found = await askLookAlikes(question, asked.signal).catch(() => null);
    if (found && !asked.signal.aborted) this.twins = found;
  }
}
