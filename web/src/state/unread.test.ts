import { describe, expect, it } from 'vitest';
import { MOST_CUTS } from './cut-links.ts';
import { unreadIn, unreadWords } from './unread.ts';

const A = '00000000-0000-5000-8000-00000000000a';
const B = '00000000-0000-5000-8000-00000000000b';

describe('a link of which a part cannot be read', () => {
  it.each([
    ['close=zzz', ['1 cut']],
    [`close=${A},zzz,${B.slice(0, 20)}`, ['2 cuts']],
    [`close=${A}&shorten=${B}~mo9-8`, ['1 cut']],
    [`shorten=${B}&grant=Lottery~soon~${A}~&new=new-1~castle~1~2~~Name`, ['3 cuts']],
    [`grant=Lottery~~${A}.zzz~yyy`, ['2 places of a grant']],
    ['close=zzz&when=tu~21-17', ['1 cut', 'the time']],
    ['when=tu.xx~9-17', ['the time']],
    [`aside=${encodeURIComponent(`close=${A},x`)}`, ['1 cut of the plan kept aside']],
    ['aside=zzz', ['the plan kept aside']],
    [
      'on=2027-02-30&metres=9&minutes=14',
      ['the length of the walk', 'the limit in metres', 'the day looked at'],
    ],
    ['count=library,castle', ['what counts as somewhere to go']],
    ['patch=Atlantis!&pace=crawl&lens=cats', ['the map', 'the walking pace', 'whose risk is asked about']],
  ])('says what is missing: %s', (query, missing) => expect(unreadIn(query)).toEqual(missing));

  it('counts cuts beyond those that one scenario holds', () => {
    const ids = Array.from(
      { length: MOST_CUTS + 9 },
      (_, at) => `${A.slice(0, -4)}${String(at).padStart(4, '0')}`,
    );
    expect(unreadIn(`close=${ids.join()}`)).toEqual(['9 cuts']);
  });

  it.each([
    '',
    `close=${A},${A}&close=${A}`,
    `close=${A},`,
    `shorten=${A}~none&when=we.tu~9-17&aside=none`,
    'utm_source=mail&q=zzz&show=zzz',
  ])('says nothing of a link that is whole: %s', (query) => expect(unreadIn(query)).toEqual([]));

  it('says it in one sentence', () => {
    expect(unreadWords([])).toBeNull();
    expect(unreadWords(['1 cut'])).toMatch(/: 1 cut is missing\. Ask for the link again\.$/);
    expect(unreadWords(['11 cuts'])).toMatch(/: 11 cuts are missing\./);
    expect(unreadWords(['the time'])).toMatch(/: the time is missing\./);
    expect(unreadWords(['2 cuts', 'the time'])).toBe(
      'Part of this link could not be read: 2 cuts and the time are missing. Ask for the link again.',
    );
  });
});
