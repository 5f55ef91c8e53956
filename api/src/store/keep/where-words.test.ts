import { expect, it } from 'vitest';
import { moveWords } from './where-words.ts';

const to = (easting: number, northing: number) =>
  moveWords(
    { easting: 450_000, northing: 300_000 },
    { easting: 450_000 + easting, northing: 300_000 + northing },
  );

it('says how far and which of eight ways', () => {
  const round: (readonly [number, number, string | null])[] = [
    [0, 0, null],
    [0, 7, '7 m north'],
    [85, 85, '120 m north-east'],
    [1_200, 0, '1.2 km east'],
    [60, -60, '85 m south-east'],
    [0, -14_300, '14 km south'],
    [-50, -50, '71 m south-west'],
    [-640, 0, '640 m west'],
    [-85, 85, '120 m north-west'],
    // Just off an axis it is that axis; past 22.5 degrees it is both.
    [40, 100, '110 m north'],
    [43, 100, '110 m north-east'],
    [100, -40, '110 m east'],
    [100, -43, '110 m south-east'],
  ];
  expect(round.map(([east, north]) => to(east, north))).toEqual(round.map(([, , words]) => words));
});
