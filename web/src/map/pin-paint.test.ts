import { describe, expect, it } from 'vitest';
import { PinPaint } from './pin-paint.ts';
import type { ScenarioPins } from './types.ts';

const pins = {
  version: '1',
  id: ['a', 'b', 'c'],
  name: ['A', 'B', 'C'],
  kind: ['library', 'library', 'library'],
  status: ['open', 'open', 'open'],
  lon: [-1, -1.1, -1.2],
  lat: [52, 52.1, 52.2],
  precision: ['postcode', 'postcode', 'postcode'],
  outside: [false, false, false],
};
const scenario = (closed: string[], shortened: string[] = []): ScenarioPins => ({
  closed,
  shortened,
  opened: [],
});

/** A source that keeps a record of what it was told. */
function source() {
  const told: unknown[] = [];
  const names = (features: readonly { properties: unknown }[] = []) =>
    features.map((feature) => (feature.properties as { name: string }).name);
  return {
    told,
    setData: (data: { features: readonly { properties: unknown }[] }) => told.push(names(data.features)),
    updateData: (diff: { remove?: unknown; add?: { properties: unknown }[] }) =>
      told.push({ remove: diff.remove, add: names(diff.add) }),
  };
}

describe('the pins of a map', () => {
  it('are drawn once, and then only those that enter or leave a scenario', () => {
    const [paint, places, marks] = [new PinPaint(), source(), source()];
    const draw = (at: ScenarioPins, chosen: string | null = null) =>
      paint.draw({ places, marks }, pins, chosen, at);
    draw(scenario(['a']));
    draw(scenario(['a', 'c']));
    draw(scenario(['c'], ['b']));
    draw(scenario(['c'], ['b']), 'c');
    draw(scenario([]), 'c');
    expect(places.told).toEqual([
      ['B', 'C'],
      { remove: [2], add: [] },
      { remove: [1], add: ['A'] },
      { remove: [], add: ['B'] },
    ]);
    expect(marks.told).toEqual([['A'], ['A', 'C'], ['C', 'B'], ['C', 'B'], ['C']]);
  });

  it('are drawn anew where others come, or the style is made anew', () => {
    const [paint, places, marks] = [new PinPaint(), source(), source()];
    paint.draw({ places, marks }, pins, null, scenario([]));
    paint.draw({ places, marks }, { ...pins }, null, scenario([]));
    paint.forget();
    paint.draw({ places, marks }, pins, null, scenario(['b']));
    paint.draw({ places, marks }, null, null, scenario(['b']));
    expect(places.told).toEqual([['A', 'B', 'C'], ['A', 'B', 'C'], ['A', 'C'], []]);
  });
});
