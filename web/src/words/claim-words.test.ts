import type { ShownClaim } from '@kith/core/place/place';
import { expect, it } from 'vitest';
import { claimRows } from './claim-words.ts';

const claim = (field: ShownClaim['field'], value: unknown, more: Partial<ShownClaim> = {}): ShownClaim => ({
  field,
  value,
  source: 'kith-people',
  sourceDetail: null,
  asOf: '2026-05-03',
  basis: 'checked',
  licence: 'Open Government Licence v3.0',
  by: 'a steward',
  at: '2026-05-04T10:00:00Z',
  ...more,
});
const rows = (...claims: ShownClaim[]) =>
  claimRows(claims, new Map([['ace', 'Libraries, Arts Council England']])).map(
    ({ field, value, who, dated }) => [field, value, who, dated].join(' | '),
  );

it('says of every field who said so and when, in words', () => {
  expect(
    rows(
      claim('kind', 'library', { source: 'ace' }),
      claim('status', 'temporarily-closed'),
      claim('openingHours', 'Tu[1,3] 14:00-16:00', { by: 'Enderby Friends' }),
      claim('position', { lon: -1.2, lat: 52.5, precision: 'village', spreadMetres: 600 }),
      claim('notes', 'Ring first', { asOf: null, basis: 'undated', source: 'ace' }),
    ),
  ).toEqual([
    'Kind | Library | Libraries, Arts Council England | checked 3 May 2026',
    'Open or closed | Closed for now | A steward | checked 3 May 2026',
    'Hours | The 1st and 3rd Tuesday of the month, 14:00 to 16:00 | Enderby Friends | checked 3 May 2026',
    'Position | 52.5, -1.2 (only the village is known) | A steward | checked 3 May 2026',
    'Notes | Ring first | Libraries, Arts Council England | no date of its own; on Kith since 4 May 2026',
  ]);
});
