import { describe, expect, it } from 'vitest';
import { edgesAround } from './edges-around.ts';
import { sampleFiles, sampleWorld } from './sample-world.ts';

const ALBY = 'E07000001';
const BEE = 'E06000002';

/** Loads one district and then the other. @returns metres to the edge, by area */
async function inOrder(first: string, second: string, later = sampleFiles()) {
  const one = await sampleWorld(sampleFiles(), [first]);
  const two = await sampleWorld(later, [second], [first]);
  const around = edgesAround({
    ...two,
    districts: new Set([second]),
    held: [...one.world.areas, ...two.world.areas],
    homes: [...one.world.homePoints, ...two.world.homePoints],
    edge: two.world.edge,
  });
  return new Map(
    [...one.world.areas, ...two.world.areas, ...around].map(({ code, edgeMetres }) => [code, edgeMetres]),
  );
}

describe('edges of areas that were loaded before', () => {
  it('are the same in whichever order two neighbours are loaded, and loaded at once', async () => {
    const atOnce = await sampleWorld(sampleFiles());
    const wanted = atOnce.world.areas.map(({ code, edgeMetres }) => [code, edgeMetres]);
    for (const [first, second] of [
      [ALBY, BEE],
      [BEE, ALBY],
    ] as const) {
      expect([...(await inOrder(first, second))].sort()).toEqual(wanted);
    }
  });

  it('stay where the files do not hold the ground around', async () => {
    const files = sampleFiles();
    const lines = (files.get('postcodes.csv') ?? '').split('\n');
    files.set('postcodes.csv', lines.filter((line) => !line.startsWith('"AB3')).join('\n'));
    expect((await inOrder(BEE, ALBY, files)).get('E01000003')).toBe(200);
  });
});
