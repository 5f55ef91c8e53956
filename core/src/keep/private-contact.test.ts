import { describe, expect, it } from 'vitest';
import { privateContactReasons } from './private-contact.ts';

const said = (contact: Parameters<typeof privateContactReasons>[0]) => privateContactReasons(contact).length;

describe('a contact that may be a private person’s', () => {
  it.each([
    '07700 900123',
    '+44 7700 900123',
    '+44 (0)7700 900123',
    '00447700900123',
    '(07700) 900123',
    '0116 496 0000 or 07700 900123',
    '07624 400000',
  ])('phone %s is pointed out', (phone) => expect(said({ phone })).toBe(1));

  it.each(['0116 496 0000', '020 7946 0000', '+44 116 496 0000', '070 1234 5678', '07640 123456', '116 123'])(
    'phone %s is not',
    (phone) => expect(said({ phone })).toBe(0),
  );

  it.each([
    'jane.smith@gmail.com',
    'j.smith@council.gov.uk',
    'jane_smith1962@hotmail.co.uk',
    'wiggles@yahoo.co.uk',
    'Jane-Smith@example.org',
  ])('e-mail %s is pointed out', (email) => expect(said({ email })).toBe(1));

  it.each([
    'hello@enderbyhall.org.uk',
    'info@gmail.com',
    'bookings.hall@gmail.com',
    'enderbyhall@outlook.example.org',
    'village-hall@btinternet.com',
    'secretary.whist@icloud.com',
    'library',
  ])('e-mail %s is not', (email) => expect(said({ email })).toBe(0));

  it('says so of both, in words', () => {
    expect(privateContactReasons({ phone: '07700 900123', email: 'wiggles@gmail.com' })).toEqual([
      'The phone is a mobile: it may be a private person’s.',
      'The e-mail address is at gmail.com, where people have their own: it may be private.',
    ]);
    expect(privateContactReasons({ phone: null, email: null })).toEqual([]);
  });
});
