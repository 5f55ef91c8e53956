import { describe, expect, it } from 'vitest';
import { PHONE, WIDE } from '../drivers/browser.ts';
import { useKith } from '../drivers/use-kith.ts';

const kith = useKith();

interface Spot {
  readonly id: string;
  readonly name: string;
  readonly at: readonly [number, number];
}
async function spotOf(name: string): Promise<Spot> {
  const query = `q=${encodeURIComponent(name)}&patch=leicestershire&kind=library&limit=1`;
  const answer = await fetch(`${kith.server.url}/api/places?${query}`);
  const { features } = (await answer.json()) as {
    features: { id: string; geometry: { coordinates: [number, number] } }[];
  };
  const found = features[0];
  if (!found) throw new Error(`No library is called ${name}`);
  return { id: found.id, name, at: found.geometry.coordinates };
}

/** Half a pin and the hatch about it. */
const ABOUT = 18;

describe.each([WIDE, PHONE])('the map of two plans, at $width pixels', (size) => {
  it.each([
    [
      ['Lutterworth Library', 'Melton Mowbray Library'],
      ['Lutterworth Library', 'Oakham Library'],
    ],
    [['Lutterworth Library', 'Melton Mowbray Library'], ['Lutterworth Library']],
    [['Hinckley Library'], ['Lutterworth Library']],
  ])('shows clear of its legend all that %j and %j close', async (aside, now) => {
    const spots = new Map(
      await Promise.all(
        [...new Set([...aside, ...now])].map(async (name) => [name, await spotOf(name)] as const),
      ),
    );
    const ids = (names: string[]) => names.map((name) => spots.get(name)?.id).join(',');
    const query = new URLSearchParams({ close: ids(now), aside: `close=${ids(aside)}` });
    const town = await kith.visit(`/cuts?${query}`, size);
    const { page } = town;
    // The plans are compared where their part is open; on a phone the map is asked for from there.
    await page.getByRole('heading', { name: 'Only in the one aside' }).waitFor();
    if (size === PHONE) await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.locator('.maplibregl-canvas').waitFor();
    await page
      .locator('.over')
      .getByText(size === PHONE ? 'Lose reach:' : 'lose reach under both')
      .waitFor();
    await town.mapAtRest();
    const hidden = () =>
      page.evaluate(
        ({ spots, about }) => {
          const { __kithMap: map } = window as unknown as {
            __kithMap: { project(at: readonly [number, number]): { x: number; y: number } };
          };
          const canvas = document.querySelector('.maplibregl-canvas')?.getBoundingClientRect();
          const over = document.querySelector('.stage > .over')?.getBoundingClientRect();
          if (!canvas || !over) return ['no map'];
          return spots
            .filter(({ at }) => {
              const [x, y] = [map.project(at).x + canvas.left, map.project(at).y + canvas.top];
              const outside =
                x < canvas.left + about ||
                x > canvas.right - about ||
                y < canvas.top + about ||
                y > canvas.bottom;
              return (
                outside ||
                (x > over.left - about && x < over.right + about && y > over.top - about && y < over.bottom)
              );
            })
            .map(({ name }) => name);
        },
        { spots: [...spots.values()], about: ABOUT },
      );
    await expect.poll(hidden).toEqual([]);
  });
});
