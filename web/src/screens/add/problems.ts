import type { FormProblem } from '../../ui/form-problems.ts';
import type { Draft } from './draft.ts';
import { fullAddress } from './draft.ts';
import type { StepId } from './steps.ts';
import { readTimes } from './times-typed.ts';

/** The lengths that the server takes (core/keep/contribution.ts). */
const MOST = {
  name: 120,
  address: 200,
  words: 300,
  forWhom: 200,
  phone: 40,
  email: 120,
  website: 300,
  operator: 120,
};

const tooLong = (field: string, what: string, text: string, most: number): FormProblem[] =>
  text.trim().length > most ? [{ field, words: `Keep ${what} under ${most} letters` }] : [];

/** Said where somebody would go on while the map is open: the pin may have been moved and not put. */
export const PIN_NOT_PUT = 'Where it is: the map is still open. Press “Put it here”, or close the map';

/**
 * What is wrong on a page, each with the control it leads to. An empty list lets go on.
 * @param onMap it was tried to go on while the map to put the pin on was open
 */
export function problemsOf(step: StepId, draft: Draft, onMap = false): readonly FormProblem[] {
  const notPut = step === 'where' && onMap && draft.where !== null;
  return [...CHECKS[step](draft), ...(notPut ? [{ field: 'add-where', words: PIN_NOT_PUT }] : [])];
}

const CHECKS: Record<StepId, (draft: Draft) => FormProblem[]> = {
  what: ({ kind, name }) => [
    ...(kind === null ? [{ field: 'add-kind', words: 'Choose what it is' }] : []),
    ...(name.trim().length < 2 ? [{ field: 'add-name', words: 'Type what it is called' }] : []),
    ...tooLong('add-name', 'the name', name, MOST.name),
  ],
  where: ({ where, typedWhere, address }) => [
    ...(where === null
      ? [
          {
            field: 'add-where',
            words: typedWhere.trim()
              ? 'Choose a village or place that is found, type a whole postcode, or put a pin on the map'
              : 'Type a postcode or a village, or put a pin on the map',
          },
        ]
      : []),
    ...tooLong('add-address', 'the address', address, MOST.address),
  ],
  same: () => [],
  when: (draft) => {
    if (draft.whenWay === 'words')
      return [
        ...(draft.whenWords.trim() === ''
          ? [{ field: 'add-when-words', words: 'Say when, in your own words' }]
          : []),
        ...tooLong('add-when-words', 'it', draft.whenWords, MOST.words),
      ];
    return draft.whenWay === 'set' ? timesProblems(draft.times, 'add') : [];
  },
  who: ({ forWhom, access }) => [
    ...tooLong('add-for', 'who it is for', forWhom, MOST.forWhom),
    ...tooLong('add-access', 'what to know', access, MOST.words),
  ],
  contact: ({ phone, email, website, operator }) => [
    ...(phone.trim() !== '' && !/^[+(]?\d[\d ()-]{5,}(\s*(ext|x)\.?\s*\d+)?$/i.test(phone.trim())
      ? [{ field: 'add-phone', words: 'Type a phone number, such as 0116 496 0000' }]
      : []),
    ...(email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
      ? [{ field: 'add-email', words: 'Type an email address, such as hello@hall.org.uk' }]
      : []),
    ...(website.trim() !== '' && !isPage(website)
      ? [{ field: 'add-website', words: 'Type a web address, such as www.hall.org.uk' }]
      : []),
    ...tooLong('add-phone', 'the phone number', phone, MOST.phone),
    ...tooLong('add-email', 'the email address', email, MOST.email),
    ...tooLong('add-website', 'the web address', fullAddress(website), MOST.website),
    ...tooLong('add-operator', 'the name', operator, MOST.operator),
  ],
  photo: ({ hasPhoto, alt }) => [
    ...(hasPhoto && alt.trim().length < 3
      ? [{ field: 'add-alt', words: 'Say what the photo shows, or take it away' }]
      : []),
    ...tooLong('add-alt', 'it', alt, MOST.forWhom),
  ],
  check: (draft) =>
    STEPS_BEFORE.flatMap((step) =>
      problemsOf(step, draft).map(({ words }) => ({ field: `change-${step}`, words })),
    ),
};
const STEPS_BEFORE: readonly StepId[] = ['what', 'where', 'when', 'who', 'contact', 'photo'];

/** What is wrong with times as they are typed. `id` is what the controls of their editor are called by. */
export function timesProblems(times: Draft['times'], id: string): FormProblem[] {
  return times.flatMap(({ days, someWeeks, from, to }, at) => [
    ...(days.length === 0 ? [{ field: `${id}-day-${at}-mo`, words: 'Choose the days' }] : []),
    ...(from.trim() === ''
      ? [{ field: `${id}-from-${at}`, words: 'Type when it begins, such as 10 or 2.30pm' }]
      : []),
    ...(to.trim() === '' ? [{ field: `${id}-to-${at}`, words: 'Type when it ends, such as 12 or 4pm' }] : []),
    ...(from.trim() !== '' && to.trim() !== '' && readTimes(from, to) === null
      ? [
          {
            field: `${id}-from-${at}`,
            words: 'Type times such as 10 and 12.30pm, the end after the beginning',
          },
        ]
      : []),
    ...(someWeeks ? [{ field: `${id}-week-${at}-1`, words: 'Choose which weeks' }] : []),
  ]);
}

function isPage(typed: string): boolean {
  try {
    return /\.[a-z]{2,}$/i.test(new URL(fullAddress(typed)).hostname);
  } catch {
    return false;
  }
}
