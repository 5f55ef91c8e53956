import { afterEach, beforeEach, expect, it } from 'vitest';
import { SampleFolder } from '../files/file-sample.ts';
import { readAll } from '../ground-sample.ts';
import { openStreetMap } from '../openstreetmap.ts';
import { shownIn } from './osm-ground.ts';
import { osmSample } from './osm-sample.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

it('an extract shows the ground that its nodes lie on, tagged or not, and no other', async () => {
  const map = osmSample({
    nodes: [
      { id: 1, at: [-0.7251, 52.6701] },
      { id: 2, at: [-1.1251, 52.6301] },
    ],
  });
  const file = await folder.file('a.osm.pbf', map);
  await readAll(openStreetMap, file);
  const shown = shownIn([file]);
  expect(shown({ lon: -0.7209, lat: 52.6709 })).toBe(true);
  expect(shown({ lon: -1.1299, lat: 52.6399 })).toBe(true);
  expect(shown({ lon: -0.9, lat: 52.65 })).toBe(false);
  expect(shownIn([])({ lon: -0.7209, lat: 52.6709 })).toBe(false);
});
