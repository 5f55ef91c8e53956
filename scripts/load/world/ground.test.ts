import { describe, expect, it } from 'vitest';
import { groundOf } from './ground.ts';
import { SAMPLE, sampleFiles, sampleWorld } from './sample-world.ts';

const east = (squares: number) => Math.round(SAMPLE.west + squares * SAMPLE.size);
const north = SAMPLE.south + 500;

describe('the ground', () => {
  it('knows which loaded area a place lies in', async () => {
    const { geography } = await sampleWorld(sampleFiles());
    const ground = groundOf(geography, (code) => code === 'E06000002', []);
    expect(ground.areaAt(east(3.5), north)).toEqual({
      code: 'E01000003',
      district: 'Bee',
      districtCode: 'E06000002',
      patch: 'bee',
    });
    expect(ground.areaAt(east(1.5), north)).toBeNull();
    // 50 m into the neighbour that is not loaded: not off the shore.
    expect(ground.areaAt(east(2.95), north)).toBeNull();
  });

  it('reaches 300 m off the shore, and not into Wales or Scotland', async () => {
    const { geography } = await sampleWorld(sampleFiles());
    const ground = groundOf(geography, () => true, []);
    expect(ground.areaAt(east(4.29), north)?.code).toBe('E01000003');
    expect(ground.areaAt(east(4.31), north)).toBeNull();
    expect(ground.areaAt(east(0.9), north)).toBeNull();
    expect(ground.areaAt(east(-0.1), north)).toBeNull();
  });

  it('knows the nearest home within a limit, which includes its end', async () => {
    const { geography } = await sampleWorld(sampleFiles());
    const homes = [
      { easting: 3000, northing: 4000, patch: 'far' },
      { easting: -3000, northing: 4000, patch: 'bee' },
      { easting: 90_000, northing: 0, patch: 'further' },
    ];
    const ground = groundOf(geography, () => true, homes);
    expect(ground.nearHome(0, 0, 5000)).toEqual({ metres: 5000, patch: 'bee' });
    expect(ground.nearHome(0, 0, 4999)).toBeNull();
    expect(ground.nearHome(89_990, 0, 100)).toEqual({ metres: 10, patch: 'further' });
  });
});
