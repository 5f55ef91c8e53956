import { describe, expect, it } from 'vitest';
import { checkValue } from './check-value.ts';
import { postcodeIn, postcodeOf, websiteOf } from './contact-shapes.ts';
import type { KeptField } from './fields.ts';

const kept = (field: KeptField, value: unknown) => {
  const checked = checkValue(field, value);
  return checked.ok ? checked.value : `! ${checked.problem}`;
};

describe('what somebody says about a field', () => {
  it.each<[KeptField, unknown, unknown]>([
    ['name', '  Enderby\t Hall ', 'Enderby Hall'],
    ['name', 'Café\u0000\u202e Moor', 'Café Moor'],
    ['postcode', 'le194aa', 'LE19 4AA'],
    ['postcode', 'LE19-4AA', 'LE19 4AA'],
    ['phone', '0116 305 3645', '0116 305 3645'],
    ['phone', '+44 (0)116 305 3645', '+44 (0)116 305 3645'],
    ['phone', '01455 123456 ext 12', '01455 123456 ext 12'],
    ['phone', '0116 305 3645 or 0116 305 3646', '0116 305 3645 or 0116 305 3646'],
    ['phone', '116 123', '116 123'],
    ['email', 'hello@hall.org.uk', 'hello@hall.org.uk'],
    ['website', 'www.hall.org.uk/whist', 'https://www.hall.org.uk/whist'],
    ['website', 'http://hall.org.uk:8080/?a=1', 'http://hall.org.uk:8080/?a=1'],
    ['notes', ' Ring first. \r\n\r\n Bell on the left. ', 'Ring first.\n\nBell on the left.'],
    ['notes', '', null],
    ['wheelchair', null, null],
    ['status', 'temporarily-closed', 'temporarily-closed'],
    ['name', '<b>Hall</b>', '<b>Hall</b>'],
  ])('%s %j is kept as %j', (field, given, value) => expect(kept(field, given)).toBe(value));

  it.each<[KeptField, unknown, RegExp]>([
    ['name', ' ', /Say what it is called/],
    ['name', '!!', /Say what it is called/],
    ['name', null, /Say what it is called/],
    ['name', 'x'.repeat(121), /120 letters: it has 121/],
    ['name', 7, /as text/],
    ['kind', 'zoo', /from the list: library, hub/],
    ['kind', null, /Say what it is/],
    ['status', null, /open or closed/],
    ['wheelchair', 'maybe', /wheelchair/],
    ['runBy', 'me', /council, commissioned/],
    ['postcode', 'LE19', /whole postcode/],
    ['postcode', 'Enderby', /whole postcode/],
    ['phone', '3645', /area code/],
    ['phone', 'ring Jane', /area code/],
    ['phone', '0116 305 36455555', /area code/],
    ['email', 'hello', /one e-mail/],
    ['email', 'a@b.uk, c@d.uk', /one e-mail/],
    ['email', '<a@b.uk>', /one e-mail/],
    ['website', 'javascript:alert(1)', /web page/],
    ['website', 'data:text/html,x', /web page/],
    ['website', 'ftp://hall.org.uk', /web page/],
    ['website', 'our page', /web page/],
    ['website', 'http://localhost/', /web page/],
    ['website', 'https://hall.org.uk/"><script>', /web page/],
  ])('%s %j is refused with what to do', (field, given, problem) => {
    const checked = checkValue(field, given);
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(checked.problem).toMatch(problem);
  });
});

it('reads postcodes from addresses, and no others', () => {
  expect(postcodeIn('Blaby Road, Enderby le19 4aa')).toBe('LE19 4AA');
  expect(postcodeIn('Blaby Road, Enderby')).toBeNull();
  expect(postcodeOf('SW1A1AA')).toBe('SW1A 1AA');
  expect(postcodeOf('M11AE')).toBe('M1 1AE');
  expect(websiteOf('hall.org.uk')).toBe('https://hall.org.uk');
});
