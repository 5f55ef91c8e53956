import { describe, expect, it } from 'vitest';
import { detours } from './columns.ts';
import { isWithin, straightMetres, wholeWalkMetres } from './detour.ts';
import { smallWorld } from './small-world.ts';

describe('walks', () => {
  it('are straight metres times the detour', () => {
    expect(straightMetres(456546, 296904, 456546 + 300, 296904 - 400)).toBe(500);
    expect(wholeWalkMetres(500, 1.3)).toBe(650);
    expect(wholeWalkMetres(Math.sqrt(2) * 1000, 1.4)).toBe(1980);
  });

  it('reach a limit that is met exactly, whatever the factor', () => {
    for (const tenths of [12, 13, 14, 15])
      for (let straight = 10; straight <= 4000; straight += 10)
        expect(isWithin(straight, tenths / 10, (straight / 10) * tenths)).toBe(true);
  });

  it('take the factor of each area', () => {
    const homePoints = [{ easting: 0, northing: 0, residents: 1 }];
    const baseline = smallWorld({
      areas: [
        { code: 'A', homePoints },
        { code: 'B', ruralUrban: 'rural', homePoints },
      ],
      places: [],
    });
    const { low, middle, high } = detours(baseline);
    expect([[...low], [...middle], [...high]]).toEqual([
      [1.2, 1.3],
      [1.3, 1.4],
      [1.4, 1.5],
    ]);
  });
});
