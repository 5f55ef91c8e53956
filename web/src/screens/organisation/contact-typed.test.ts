import { expect, it } from 'vitest';
import { contactAfter, contactChange, contactProblems, contactSaid } from './contact-typed.ts';

const GOOD = { name: 'Hall friends', website: 'hall.org.uk', phone: '0116 305 3645', email: '' };

it.each([
  [{}, []],
  [{ name: ' A ' }, ['organisation-name']],
  [{ name: 'x'.repeat(121) }, ['organisation-name']],
  [{ phone: '123456', email: 'hall' }, ['organisation-phone', 'organisation-email']],
  [{ website: 'javascript:alert(1)' }, ['organisation-website']],
])('%j has problems at %j', (typed, fields) => {
  expect(contactProblems({ ...GOOD, ...typed }).map(({ field }) => field)).toEqual(fields);
});

it('is sent without what was left empty', () => {
  expect(contactSaid({ ...GOOD, name: ' Hall ', phone: '  ' })).toEqual({
    name: 'Hall',
    website: 'hall.org.uk',
    phone: null,
    email: null,
  });
});

const SEEN = { name: 'Hall friends', website: null, phone: '0116 305 3645', email: 'hall@example.org' };

it('of a change is what was changed, with what stood there, and nothing that was left alone', () => {
  const typed = { name: 'Hall friends', website: '', phone: '0116 496 0000 ', email: '' };
  expect(contactChange(typed, SEEN)).toEqual({
    phone: '0116 496 0000',
    email: null,
    was: { phone: '0116 305 3645', email: 'hall@example.org' },
  });
  expect(contactChange({ ...typed, phone: SEEN.phone, email: SEEN.email }, SEEN)).toBeNull();
});

it('where another said something meanwhile, what was typed stays and the rest is theirs', () => {
  const typed = { name: 'Hall friends', website: '', phone: '0116 496 0000', email: 'hall@example.org' };
  const now = { ...SEEN, phone: '0116 496 0111', website: 'https://hall.example.org' };
  const after = contactAfter(typed, SEEN, now);
  expect(after).toEqual({ ...typed, website: 'https://hall.example.org' });
  expect(contactChange(after, now)).toEqual({ phone: '0116 496 0000', was: { phone: '0116 496 0111' } });
});
