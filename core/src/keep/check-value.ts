import { KIND_IDS } from '../place/kinds.ts';
import { RUN_BY } from '../place/run-by.ts';
import { phoneProblem, postcodeOf, websiteOf } from './contact-shapes.ts';
import type { KeptField } from './fields.ts';

/** A value as it is kept, or what is wrong with it and what to do. */
export type Checked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/** Letters that each text may have at most. */
export const MOST_LETTERS = {
  name: 120,
  address: 200,
  postcode: 10,
  when: 300,
  openingHours: 300,
  forWhom: 200,
  access: 300,
  phone: 40,
  email: 120,
  website: 300,
  operator: 120,
  notes: 600,
} as const satisfies Partial<Record<KeptField, number>>;
type TextField = keyof typeof MOST_LETTERS;

/** Fields of which there must be something: they may be changed, not taken away. */
const NEEDED: ReadonlySet<KeptField> = new Set(['name', 'kind', 'status']);

const CHOICES: Partial<Record<KeptField, { readonly ids: readonly string[]; readonly say: string }>> = {
  kind: { ids: KIND_IDS, say: 'Choose what it is from the list' },
  status: { ids: ['open', 'temporarily-closed', 'closed', 'unknown'], say: 'Say whether it is open' },
  wheelchair: { ids: ['yes', 'limited', 'no', 'designated'], say: 'Say whether a wheelchair gets in' },
  runBy: { ids: Object.keys(RUN_BY), say: 'Choose who runs it from the list' },
};

/**
 * Checks what somebody says about one field, and tidies it: spaces, the form of a postcode, the beginning of a web
 * address. Null takes a value away. Where it is (`position`) and whether opening times can be read are not looked at
 * here: both need more than words.
 */
export function checkValue(field: KeptField, given: unknown): Checked {
  const value = typeof given === 'string' ? tidy(given, field === 'notes') : given;
  if (value === null || value === undefined || value === '') {
    return NEEDED.has(field) ? wrong(MISSING[field] ?? 'Say something here.') : right(null);
  }
  if (field === 'position') return right(value);
  if (typeof value !== 'string') return wrong('Give this as text.');
  const choice = CHOICES[field];
  if (choice !== undefined) {
    return choice.ids.includes(value) ? right(value) : wrong(`${choice.say}: ${choice.ids.join(', ')}.`);
  }
  const most = MOST_LETTERS[field as TextField];
  if (value.length > most) return wrong(`Keep it to ${most} letters: it has ${value.length}.`);
  return checkText(field as TextField, value);
}

const MISSING: Partial<Record<KeptField, string>> = {
  name: 'Say what it is called.',
  kind: 'Say what it is.',
  status: 'Say whether it is open or closed. If you do not know, say unknown.',
};

function checkText(field: TextField, value: string): Checked {
  switch (field) {
    case 'name':
      return /\p{L}|\p{N}/u.test(value) && value.length >= 2 ? right(value) : wrong('Say what it is called.');
    case 'postcode': {
      const postcode = postcodeOf(value);
      return postcode === null
        ? wrong('Give the whole postcode, such as LE19 4AA. Leave it out if you do not know it.')
        : right(postcode);
    }
    case 'phone': {
      const problem = phoneProblem(value);
      return problem === null ? right(value) : wrong(problem);
    }
    case 'email':
      return /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/.test(value)
        ? right(value)
        : wrong('Give one e-mail address, such as hello@example.org.uk.');
    case 'website': {
      const website = websiteOf(value);
      return website === null
        ? wrong('Give the address of a web page, such as https://www.example.org.uk.')
        : right(website);
    }
    default:
      return right(value);
  }
}

/** No control characters, single spaces, none at the ends. Notes keep their lines. */
function tidy(text: string, lines: boolean): string {
  const plain = text.normalize('NFC').replace(/\r\n?/g, '\n');
  const parts = lines ? plain.split('\n') : [plain];
  return parts
    .map((part) =>
      part
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, joined)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join('\n')
    .trim();
}

/** Zero-width joiners hold letters and pictures together; everything else that cannot be seen is a space. */
function joined(hidden: string): string {
  return hidden === '\u200d' || hidden === '\u200c' ? hidden : ' ';
}

const right = (value: unknown): Checked => ({ ok: true, value });
const wrong = (problem: string): Checked => ({ ok: false, problem });
