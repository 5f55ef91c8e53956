import type { FieldChange } from '@kith/core/keep/contribution';
import type { KeptField } from '@kith/core/keep/fields';
import type { PlaceDetail } from '@kith/core/place/place';
import { account } from '../../../state/account.svelte.ts';
import type { FormProblem } from '../../../ui/form-problems.ts';
import { device } from '../../add/device.ts';
import { newKey } from '../../add/new-key.ts';
import { PinMapOpen } from '../../add/pin-map-open.svelte.ts';
import { PIN_NOT_PUT, timesProblems } from '../../add/problems.ts';
import type { TypedTimes } from '../../add/typed-times.ts';
import { keepDraft, takeDraft } from './edit-draft.ts';
import { changesOf, fieldsOf, type Texts, textOf, troubleOf, type Values, valuesOf } from './edit-fields.ts';
import { dropEdit, type EditToSend, editOf } from './edit-outbox.ts';
import {
  asFortnight,
  NO_TIMES,
  textsWithTimes,
  timesThatStand,
  timesTouched,
  type WordsAnswer,
  wordsAnswer,
  wordsToAsk,
} from './edit-times.ts';

/** An edit of one place while it is made: what was shown, what is typed, and what is wrong with it. Kept on the device. */
export class Editing {
  readonly #place: PlaceDetail;
  readonly #there: readonly KeptField[];
  readonly #missing: readonly KeptField[];
  /** Made once for what is typed: sent twice it is one edit. */
  key: string = newKey();
  shown: Values = $state.raw({});
  texts: Partial<Record<KeptField, string>> = $state({});
  /** The times in their editor; null where they are text. */
  typed: TypedTimes | null = $state.raw(null);
  why = $state('');
  /** What was written here before is here again. */
  restored = $state(false);
  /** What Send was pressed on, and nothing typed since: only this is sent, now or when the line is back. */
  pressed: EditToSend | null = $state.raw(null);
  /** It waited to be sent, and then they wrote on: it waits no more. */
  wroteOn = $state(false);
  readonly pinMap = new PinMapOpen();
  #wordsSaid: WordsAnswer | null = $state(null);
  /** What the server found wrong, field by field, with the text it found it in. */
  #refused: readonly { readonly field: string; readonly text: string; readonly words: string }[] = $state.raw(
    [],
  );

  readonly asked = $derived.by(() =>
    [...this.#there, ...this.#missing].filter((field) => this.texts[field] !== undefined),
  );
  readonly left = $derived.by(() => this.#missing.filter((field) => this.texts[field] === undefined));
  readonly changes: readonly FieldChange[] = $derived.by(() => changesOf(this.shown, this.texts));
  readonly #timesTouched = $derived.by(() => timesTouched(this.typed, this.shown));

  /** The words that stood beside times which are others now: they stay, go or change, and never by themselves. */
  readonly words: { readonly stood: string; readonly answer: WordsAnswer | null } | null = $derived.by(() => {
    const stood = wordsToAsk(this.shown, this.texts);
    return stood === null ? null : { stood, answer: wordsAnswer(this.shown, this.texts, this.#wordsSaid) };
  });

  /** What is wrong with what is typed, each with the control it leads to. */
  readonly troubles: readonly FormProblem[] = $derived.by(() =>
    this.asked.flatMap((field) => {
      const text = this.texts[field] ?? '';
      if (field === 'openingHours' && this.typed && this.#timesTouched) {
        const open = timesProblems(this.typed.times, 'edit-openingHours');
        if (open.length > 0) return open;
      }
      if (field === 'position' && this.pinMap.notPut) return [{ field: 'edit-position', words: PIN_NOT_PUT }];
      const words = this.changed(field) ? (this.#refusalOf(field, text) ?? troubleOf(field, text)) : null;
      return [
        ...(words ? [{ field: `edit-${field}`, words }] : []),
        ...(field === 'openingHours' ? this.#wordsTrouble() : []),
      ];
    }),
  );
  readonly problems: readonly FormProblem[] = $derived.by(() => [
    ...this.troubles,
    ...(this.why.trim().length > 500
      ? [{ field: 'edit-why', words: 'How you know: keep it under 500 characters' }]
      : []),
    ...(this.changes.length === 0 && this.troubles.length === 0
      ? [{ field: `edit-${this.asked[0]}`, words: 'Change something first, or go back' }]
      : []),
  ]);
  constructor(place: PlaceDetail) {
    this.#place = place;
    const { there, missing } = fieldsOf(place);
    this.#there = there;
    this.#missing = missing;
    const draft = takeDraft(place.id, account.seemsToBe, new Date());
    if (!draft) {
      this.#begin();
      return;
    }
    this.key = draft.key;
    this.shown = draft.shown;
    this.texts = { ...draft.texts };
    this.typed = draft.typed;
    this.why = draft.why;
    this.restored = true;
    const waiting = editOf(device, this.#of);
    if (waiting?.edit.key === this.key) this.pressed = waiting;
  }
  get #of() {
    return { placeId: this.#place.id, person: account.seemsToBe };
  }

  #begin(): void {
    this.#wordsSaid = null;
    this.shown = valuesOf(this.#place);
    this.texts = Object.fromEntries(this.#there.map((field) => [field, textOf(field, this.shown[field])]));
    this.typed = this.texts.openingHours === undefined ? null : timesThatStand(this.shown);
    this.why = '';
    this.restored = false;
  }
  changed(field: KeptField): boolean {
    return (this.texts[field] ?? '').trim() !== textOf(field, this.shown[field]).trim();
  }

  #wordsTrouble(): FormProblem[] {
    if (!this.words || this.words.answer === 'keep' || this.words.answer === 'away') return [];
    const same = this.texts.when?.trim() === this.words.stood;
    return same
      ? [{ field: 'edit-words-keep', words: 'Say what becomes of the words beside the times' }]
      : [];
  }

  change(field: KeptField, text: string): void {
    this.texts[field] = text;
    if (field === 'openingHours') this.#wordsSaid = null;
    this.keep();
  }
  add(field: KeptField): void {
    this.texts[field] = '';
    if (field === 'openingHours') this.typed = NO_TIMES;
  }
  /** A postcode is known too, since the spot was found by it. */
  postcode(postcode: string): void {
    this.change('postcode', postcode);
  }

  /** Takes the times from their editor. */
  type(typed: TypedTimes): void {
    this.#time(typed, textsWithTimes(this.shown, this.texts, typed));
  }
  /** The time at `at` is every two weeks. */
  fortnight(at: number): void {
    if (!this.typed) return;
    const { typed, texts } = asFortnight(this.shown, this.texts, this.typed, at);
    this.#time(typed, texts);
  }
  #time(typed: TypedTimes, texts: Texts): void {
    // Words that were right beside other times may not be beside these.
    if (texts.openingHours !== this.texts.openingHours) this.#wordsSaid = null;
    this.typed = typed;
    this.texts = texts;
    this.keep();
  }
  /** What becomes of the words beside the times. */
  answerWords(answer: WordsAnswer): void {
    const stood = this.words?.stood;
    if (stood === undefined) return;
    const isGone = this.texts.when?.trim() === '';
    if (answer !== 'change' || isGone) this.change('when', answer === 'away' ? '' : stood);
    this.#wordsSaid = answer;
  }

  /** What changed is another edit than the one that may have been sent, and Send was not pressed on it. */
  keep(): void {
    if (this.pressed) this.wroteOn = true;
    this.letGo();
    this.#keepAsAnother();
  }
  #keepAsAnother(): void {
    this.key = newKey();
    const { key, shown, why, typed } = this;
    const begun = this.changes.length > 0 || this.#timesTouched;
    const draft = begun ? { key, shown, texts: { ...this.texts }, why, typed } : null;
    keepDraft(this.#place.id, account.seemsToBe, draft);
  }
  forget(): void {
    keepDraft(this.#place.id, account.seemsToBe, null);
    this.letGo();
  }
  /** Send was pressed. @param changes what is to be sent of it, where others than what is typed were chosen */
  press(changes?: readonly FieldChange[]): EditToSend {
    if (changes) this.#keepAsAnother();
    this.wroteOn = false;
    const edit = { key: this.key, changes: [...(changes ?? this.changes)], why: this.why.trim() || null };
    this.pressed = { ...this.#of, placeName: this.#place.name, edit };
    return this.pressed;
  }
  /** It is not to be sent by itself: somebody has to look. */
  letGo(): void {
    dropEdit(device, this.pressed ?? this.#of);
    this.pressed = null;
  }
  afresh(): void {
    this.forget();
    this.#begin();
  }

  /** Holds what the server found wrong until the text it found it in is another. False: it named no field. */
  refuse(details: unknown): boolean {
    const rows = Array.isArray(details) ? details : [];
    this.#refused = rows.flatMap((row: unknown) => {
      const { field, message } = Object(row) as { field?: unknown; message?: unknown };
      const known = this.asked.find((each) => each === field);
      return known && typeof message === 'string'
        ? [{ field: known, text: this.texts[known] ?? '', words: message }]
        : [];
    });
    return this.#refused.length > 0;
  }
  #refusalOf(field: KeptField, text: string): string | null {
    return this.#refused.find((each) => each.field === field && each.text === text)?.words ?? null;
  }
}
