import { newPlaceSchema } from '@kith/core/keep/contribution';
import { describe, expect, it, vi } from 'vitest';
import {
  type Draft,
  fortnightWords,
  inWeeks,
  newDraft,
  newPlaceOf,
  readDraft,
  whenOfDraft,
} from './draft.ts';
import { isKept, keepDraft, keptDrafts, pageShelf, shownTo, TO_SEND } from './kept-drafts.ts';
import { problemsOf } from './problems.ts';
import { nextStep, STEPS, stepBefore } from './steps.ts';
import { wherePinned } from './where-found.ts';

const droppedPhotos = vi.hoisted(() => [] as string[]);
vi.mock('./photo-shelf.ts', () => ({ dropPhoto: async (key: string) => droppedPhotos.push(key) }));

const KEY = '0b7d6d4e-58a5-4a53-9f43-0f5b5f0c2a11';
const AT = '2026-11-23T14:00:00.000Z';
const coffee: Draft = {
  ...newDraft(KEY, AT),
  kind: 'group',
  name: ' Coffee morning ',
  where: { way: 'postcode', label: 'LE9 7QG', lon: -1.3, lat: 52.6, spreadMetres: 0, postcode: 'LE9 7QG' },
  times: [
    { days: ['tu'], weeks: [], from: '10', to: '12' },
    { days: ['sa'], weeks: [1, 3], from: '2', to: '4' },
  ],
  website: 'www.hall.org.uk',
};

describe('what is sent', () => {
  it('is what was said, in the shape that the server takes', () => {
    const place = newPlaceOf(coffee, []);
    expect(newPlaceSchema.parse(place)).toEqual(place);
    expect(place).toMatchObject({
      key: KEY,
      name: 'Coffee morning',
      pin: null,
      postcode: 'LE9 7QG',
      openingHours: 'Tu 10:00-12:00; Sa[1,3] 14:00-16:00',
      when: 'Every Tuesday, 10:00 to 12:00. The 1st and 3rd Saturday of the month, 14:00 to 16:00',
      website: 'https://www.hall.org.uk',
      phone: null,
      wheelchair: null,
    });
  });

  it('says how far off a village is, and nothing of the kind of a pin', () => {
    const village = {
      way: 'about',
      label: 'Kirkby Mallory',
      lon: -1.3,
      lat: 52.6,
      spreadMetres: 600,
      postcode: null,
    } as const;
    expect(newPlaceOf({ ...coffee, where: village }, [])).toMatchObject({
      pin: { lon: -1.3, lat: 52.6, spreadMetres: 600 },
      address: 'Kirkby Mallory',
      postcode: null,
    });
    const pinned = newPlaceOf({ ...coffee, where: wherePinned(-1.3, 52.6) }, []);
    expect(pinned).toMatchObject({ pin: { lon: -1.3, lat: 52.6 }, address: null });
    expect(pinned.pin).not.toHaveProperty('spreadMetres');
  });

  it('has hours only where they were said', () => {
    expect(newPlaceOf({ ...coffee, whenWay: 'always' }, [])).toMatchObject({
      openingHours: '24/7',
      when: 'Open at all hours',
    });
    const words = { ...coffee, whenWay: 'words', whenWords: 'Most Fridays' } as const;
    expect(newPlaceOf(words, [])).toMatchObject({ openingHours: null, when: 'Most Fridays' });
    expect(whenOfDraft({ ...coffee, whenWay: 'unknown' })).toBeNull();
  });
});

describe('some weeks of the month', () => {
  const tuesday = { days: ['tu'], weeks: [], from: '10', to: '12' } as const;
  const none = { ...coffee, times: [inWeeks(tuesday, [])] };

  it('with no week chosen is not every week', () => {
    expect(problemsOf('when', none)).toEqual([{ field: 'add-week-0-1', words: 'Choose which weeks' }]);
    expect(newPlaceOf(none, [])).toMatchObject({ openingHours: null, when: null });
    expect(problemsOf('when', { ...coffee, times: [inWeeks(tuesday, [3])] })).toEqual([]);
    expect(inWeeks(inWeeks(tuesday, []), null)).toEqual(tuesday);
    expect(inWeeks(inWeeks(tuesday, []), [3])).toEqual({ ...tuesday, weeks: [3] });
  });

  it('is kept with the draft', () => expect(readDraft(JSON.stringify(none))).toEqual(none));
});

it('a pin that was moved on an open map and not put is asked for before going on', () => {
  expect(problemsOf('where', coffee)).toEqual([]);
  expect(problemsOf('where', coffee, true)).toMatchObject([{ field: 'add-where' }]);
  expect(problemsOf('where', { ...coffee, where: null }, true)).toHaveLength(1);
  expect(problemsOf('what', coffee, true)).toEqual([]);
});

describe('every two weeks', () => {
  it('is put into words, with what else was typed', () => {
    const [tuesday, saturday] = coffee.times;
    if (!tuesday || !saturday) throw new Error('no times');
    expect(fortnightWords([tuesday], 0)).toBe('Every second Tuesday, 10:00 to 12:00');
    expect(fortnightWords([tuesday, saturday], 0)).toBe(
      'Every second Tuesday, 10:00 to 12:00. The 1st and 3rd Saturday of the month, 14:00 to 16:00',
    );
    expect(fortnightWords([{ days: [], weeks: [], from: '', to: '' }], 0)).toBe('Every two weeks');
  });
});

describe('a draft on the device', () => {
  it('is read back as it was kept', () => expect(readDraft(JSON.stringify(coffee))).toEqual(coffee));

  it.each([null, '', '{', '[]', '7', '{"key":1}', '{"at":"x"}'])('is none of ours: %s', (text) =>
    expect(readDraft(text)).toBeNull(),
  );

  it('begins anew with each part that is not as it should be', () => {
    const odd = {
      ...coffee,
      step: 'gone',
      kind: 'castle',
      where: { way: 'up' },
      times: [{ days: ['xx', 'mo'] }],
      name: 7,
    };
    expect(readDraft(JSON.stringify(odd))).toEqual({
      ...coffee,
      step: 'what',
      kind: null,
      where: null,
      name: '',
      times: [{ days: ['mo'], weeks: [], from: '', to: '' }],
    });
  });

  it('is listed while it says something and is not too old', () => {
    const shelf = pageShelf();
    const older = { ...coffee, key: 'b', at: '2026-11-01T00:00:00.000Z' };
    const oldest = { ...coffee, key: 'c', at: '2026-07-01T00:00:00.000Z' };
    const waits = { ...oldest, key: 'w' };
    shelf.setItem(`${TO_SEND}w`, '{}');
    for (const draft of [coffee, older, oldest, waits, newDraft('d', AT)])
      expect(keepDraft(shelf, draft)).toBe(true);
    expect(keptDrafts(shelf, new Date(AT)).map(({ key }) => key)).toEqual([KEY, 'b']);
    expect([isKept(shelf, 'c'), isKept(shelf, 'w')]).toEqual([false, false]);
    // A picture that is still to be sent stays.
    expect(droppedPhotos).toEqual(['c']);
  });

  it('is of one person: nobody else who signs in on the device is shown it', () => {
    const shelf = pageShelf();
    for (const person of ['amina', 'ben', null])
      keepDraft(shelf, { ...coffee, key: person ?? 'v', person, at: AT });
    const shown = (person: string | null) =>
      shownTo(keptDrafts(shelf, new Date(AT)), person)
        .map(({ key }) => key)
        .toSorted();
    expect([shown('amina'), shown('ben'), shown(null)]).toEqual([['amina', 'v'], ['ben', 'v'], ['v']]);
  });

  it('tells where there is no room', () => {
    const full = {
      ...pageShelf(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(keepDraft(full, coffee)).toBe(false);
  });
});

describe('the pages', () => {
  it('ask whether it is one of these only where something is like it', () => {
    expect(nextStep('where', true)).toBe('same');
    expect(nextStep('where', false)).toBe('when');
    expect(stepBefore('when', false)).toBe('where');
    expect(stepBefore('what', true)).toBeNull();
    expect(nextStep('check', false)).toBe('check');
  });

  it('let what is whole through, and name what is missing and where', () => {
    for (const { id } of STEPS) expect(problemsOf(id, coffee)).toEqual([]);
    const empty = newDraft(KEY, AT);
    expect(problemsOf('what', empty).map(({ field }) => field)).toEqual(['add-kind', 'add-name']);
    expect(problemsOf('where', empty)[0]?.words).toMatch(/postcode or a village/);
    expect(problemsOf('when', empty).map(({ field }) => field)).toEqual([
      'add-day-0-mo',
      'add-from-0',
      'add-to-0',
    ]);
    expect(problemsOf('check', empty).map(({ field }) => field)).toContain('change-when');
  });

  it.each([
    ['phone', '0116 496 0000', 0],
    ['phone', '+44 (0)116 496 0000 ext 12', 0],
    ['phone', 'ring Jane', 1],
    ['email', 'hello@hall.org.uk', 0],
    ['email', 'hello at hall', 1],
    ['website', 'hall.org.uk/clubs?x=1', 0],
    ['website', 'the hall', 1],
    ['website', 'javascript:alert(1)', 1],
  ])('contact: %s %s', (field, typed, count) => {
    expect(problemsOf('contact', { ...coffee, [field]: typed })).toHaveLength(count);
  });

  it('asks what a photo shows', () => {
    expect(problemsOf('photo', { ...coffee, hasPhoto: true })).toHaveLength(1);
    expect(problemsOf('photo', { ...coffee, hasPhoto: true, alt: 'A hall' })).toEqual([]);
  });
});
