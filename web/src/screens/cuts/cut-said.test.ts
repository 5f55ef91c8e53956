import type { Cut } from '@kith/core/scenario/cut';
import { expect, it } from 'vitest';
import { cutsSaid } from './cut-said.ts';

const close: Cut = { type: 'close', place: 'a' };
const shorten = (keeps: string): Cut => ({ type: 'shorten', place: 'a', keeps: keeps.padEnd(168, '.') });
const grant = (places: string[], replaced: string[]): Cut => ({
  type: 'end-grant',
  grant: 'Lottery',
  endsOn: null,
  places,
  replaced,
});
const open: Cut = {
  type: 'open',
  site: 'new-1',
  name: 'The Barn',
  kind: 'hall',
  easting: 1,
  northing: 2,
  week: null,
};

it.each([
  [[close], 'Town Library closes'],
  [[close, close], '2 places close'],
  [[shorten('o')], 'Town Library keeps 1 hour a week'],
  [[shorten('oooss')], 'Town Library keeps 3 hours a week and 2 hours in some weeks'],
  [[grant(['a', 'b', 'c'], ['c'])], 'The grant “Lottery” ends: 2 places close'],
  [[grant(['a'], [])], 'The grant “Lottery” ends: 1 place closes'],
  [[grant(['a'], ['a'])], 'The grant “Lottery” ends, and others pay for all its places'],
  [[open], 'The Barn opens as a new hall'],
  [[close, open], '2 cuts made'],
])('says %j', (cuts, words) => {
  expect(
    cutsSaid(
      cuts,
      () => 'Town Library',
      () => false,
    ),
  ).toBe(words);
});

it('says of a closed place that it opens again', () => {
  const said = cutsSaid(
    [open],
    () => '',
    (cut) => cut === open,
  );
  expect(said).toBe('The Barn opens again');
});
