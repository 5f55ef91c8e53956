import { expect, it } from 'vitest';
import { countWords, widePlaces } from './wide-places.ts';

it.each([
  [7, '7'],
  [999, '999'],
  [1000, '1.0k'],
  [1240, '1.2k'],
  [9950, '10k'],
  [34_440, '34k'],
])('%i places fit a circle as %s', (count, words) => expect(countWords(count)).toBe(words));

const clusters = {
  clusters: { lon: [-1], lat: [52], count: [12], expandsAt: [9] },
  places: {
    id: ['a', 'b'],
    name: ['A hall', 'A bench'],
    kind: ['hall', 'bench'],
    status: ['open', 'open'],
    lon: [-2, -2.5],
    lat: [53, 53],
    precision: ['exact', 'exact'],
    outside: [false, false],
  },
};

it('draws several places as a number and one as its pin', () => {
  const { features } = widePlaces(clusters, new Set());
  expect(features[0]?.properties).toEqual({ point_count: 12, count_words: '12', expands_at: 9 });
  expect(features[1]?.properties).toMatchObject({ id: 'a', name: 'A hall', pin: 'pin:hall:open' });
  expect(features).toHaveLength(3);
});

it('leaves the place that is open to its mark', () => {
  expect(widePlaces(clusters, new Set(['a'])).features.map((each) => each.properties?.id)).toEqual([
    undefined,
    'b',
  ]);
});
