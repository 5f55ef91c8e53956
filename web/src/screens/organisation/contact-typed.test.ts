import { expect, it } from 'vitest';
import { contactProblems, contactSaid } from './contact-typed.ts';

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
