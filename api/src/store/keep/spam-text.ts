import type { SpamText } from '@kith/core/keep/spam';
import { readableBody } from './waiting-body.ts';
import type { WaitingRow } from './waiting-store.ts';

type Sent = Pick<WaitingRow, 'kind' | 'body'>;

/** Fields that hold sentences. The others hold names, numbers or a choice. */
const SENTENCES: readonly string[] = ['when', 'forWhom', 'access', 'notes', 'address'];
const NAMES: readonly string[] = ['name', 'operator'];

/** What was sent, as far as it is words. */
export function spamTextOf(sent: Sent): SpamText {
  const body = readableBody(sent);
  if (body.kind === 'new-place') {
    const { when, forWhom, access, notes, address, name, operator, website } = body.sent;
    return textOf([when, forWhom, access, notes, address], [name, operator], [website]);
  }
  if (body.kind === 'edit') {
    const { changes, why } = body.edit;
    const of = (fields: readonly string[]) =>
      changes.filter(({ field }) => fields.includes(field)).map(({ value }) => value);
    return textOf([...of(SENTENCES), why], of(NAMES), of(['website']));
  }
  if (body.kind === 'report') return textOf([body.detail], [], []);
  // How somebody runs a place is about them: that it says no word of the place speaks for nothing.
  if (body.kind === 'keep') return textOf([], [body.organisationName, body.words], []);
  return body.kind === 'photo' ? textOf([body.alt], [], []) : textOf([], [], []);
}

/** All of it as one text, to tell near-copies by. */
export function wholeTextOf(sent: Sent): string {
  const { names, words, pages } = spamTextOf(sent);
  return [...names, ...words, ...pages].join('\n');
}

/** What a new place says of where it is: it is about itself. */
export function placeWordsOf(sent: Sent): string[] {
  const body = readableBody(sent);
  if (body.kind !== 'new-place') return [];
  const { name, address, postcode, operator } = body.sent;
  return [name, address, postcode, operator].filter((each) => each !== null);
}

function textOf(words: readonly unknown[], names: readonly unknown[], pages: readonly unknown[]): SpamText {
  const said = (values: readonly unknown[]) =>
    values.filter((value): value is string => typeof value === 'string' && value !== '');
  return { words: said(words), names: said(names), pages: said(pages) };
}
