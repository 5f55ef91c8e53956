import { expect, it } from 'vitest';
import { mapLabel } from './map-label.ts';

it('the map to put a pin on is not called as the large map beside it, and promises no list', () => {
  const [large, small] = [mapLabel('Leicestershire', false), mapLabel('Leicestershire', true)];
  expect(large.name).toBe('Map of Leicestershire');
  expect(large.help).toMatch(/^Map of Leicestershire\..*list holds the places/);
  expect(small.name).toBe('Map to put the pin on');
  expect(small.help).toMatch(/^Map to put the pin on\..*“Put it here”/);
  expect(small.help).not.toMatch(/list/);
});
