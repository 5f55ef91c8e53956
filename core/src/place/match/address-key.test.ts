import { expect, it } from 'vitest';
import { addressKey, compareAddresses } from './address-key.ts';

it.each([
  ['198-200 High Street, Ponders End', '198-200 High St, Enfield', 'door'],
  ['The Hollies, High Street', 'The Hollies, High Street, Midsomer Norton', 'door'],
  ['52 Knatchbull Road', '52, Knatchbull Road, London', 'door'],
  ['Library, Windsor Road', 'Windsor Rd', 'street'],
  ['High Street, Oadby', 'High Street', 'street'],
  ['12 High Street', '14 High Street', 'other'],
  ['Glebe Way', '77 Addington Road', 'other'],
  ['St Martins Centre', 'Glebe Way', 'unknown'],
  ['', '', 'unknown'],
])('%s and %s: %s', (a, b, likeness) => {
  expect(compareAddresses(addressKey(a), addressKey(b))).toBe(likeness);
  expect(compareAddresses(addressKey(b), addressKey(a))).toBe(likeness);
});
