import { createRoute, z } from '@hono/zod-openapi';
import { Problem } from '../errors.ts';
import { toDegrees, toGrid } from '../geo/national-grid.ts';
import { nearestHome } from '../nearest-home.ts';
import type { Services } from '../services.ts';
import { json, newRoutes, refusals } from './parts.ts';

/** The National Grid: whole metres. Beyond it a position is no place in Great Britain. */
const EASTINGS = 700_000;
const NORTHINGS = 1_300_000;
/** Further from every home than this, a spot lies in no area that is loaded. */
const MOST_METRES_FROM_HOMES = 20_000;
const MOST_POINTS = 50;

const degreesParam = (what: string, most: number, example: string) => {
  const ask = `Give ${what} in degrees, such as ${example}.`;
  return z
    .string(ask)
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/, ask)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most, ask)
    .openapi({ type: 'number', example: Number(example) });
};

const at = createRoute({
  method: 'get',
  path: '/api/ground/at',
  summary: 'Where a spot on the map lies on the National Grid, and which area’s people live nearest to it',
  request: {
    query: z.object({
      lon: degreesParam('the longitude', 180, '-1.13'),
      lat: degreesParam('the latitude', 90, '52.63'),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          easting: z.int().openapi({ description: 'Metres on the British National Grid, within about 5 m' }),
          northing: z.int(),
          area: z
            .string()
            .nullable()
            .openapi({
              description: `Code of the area whose people live nearest; null more than ${MOST_METRES_FROM_HOMES / 1000} km from everyone loaded`,
            }),
          name: z.string().nullable(),
          ward: z.string().nullable(),
          district: z.string().nullable(),
          patch: z.string().nullable(),
          metresFromHomes: z.int().nullable(),
        })
        .openapi('Spot'),
      'The spot',
    ),
    ...refusals(400),
  },
});

const ASK_POINTS = `Give up to ${MOST_POINTS} positions as easting,northing in whole metres with semicolons between, such as 458000,304000;459000,304500.`;

const pointsParam = z
  .string(ASK_POINTS)
  .max(MOST_POINTS * 16, ASK_POINTS)
  .transform((given, context) => {
    const points = given.split(';').map((each) => {
      const [, easting, northing] = /^(\d{1,6}),(\d{1,7})$/.exec(each.trim()) ?? [];
      return { easting: Number(easting), northing: Number(northing) };
    });
    const isGood = ({ easting, northing }: { easting: number; northing: number }) =>
      easting <= EASTINGS && northing <= NORTHINGS;
    if (points.length > MOST_POINTS || !points.every(isGood)) {
      context.addIssue({ code: 'custom', message: ASK_POINTS });
      return z.NEVER;
    }
    return points;
  })
  .openapi({
    type: 'string',
    description: 'Eastings and northings in whole metres',
    example: '458000,304000;459000,304500',
  });

const degrees = createRoute({
  method: 'get',
  path: '/api/ground/degrees',
  summary: 'Degrees of positions on the National Grid, to draw them on a map',
  request: { query: z.object({ at: pointsParam }) },
  responses: {
    200: json(
      z
        .object({
          points: z.array(
            z.object({ easting: z.int(), northing: z.int(), lon: z.number(), lat: z.number() }),
          ),
        })
        .openapi('Degrees'),
      'In the order asked; to 5 decimals, about a metre',
    ),
    ...refusals(400),
  },
});

export function groundRoutes({ snapshot }: Services) {
  return newRoutes()
    .openapi(at, async (c) => {
      const { lon, lat } = c.req.valid('query');
      const { easting, northing } = toGrid(lon, lat);
      const isOnGrid = (value: number, most: number) => value >= 0 && value <= most;
      if (!isOnGrid(easting, EASTINGS) || !isOnGrid(northing, NORTHINGS)) {
        throw new Problem(400, 'not-in-britain', 'That spot is not in Great Britain. Choose one on the map.');
      }
      const data = await snapshot();
      const nearest = nearestHome(await data.homes(), easting, northing);
      const home = nearest !== null && nearest.metres <= MOST_METRES_FROM_HOMES ? nearest : null;
      const area = home === null ? undefined : (await data.areas())[home.area];
      return c.json(
        {
          easting,
          northing,
          area: area?.code ?? null,
          name: area?.name ?? null,
          ward: area?.ward ?? null,
          district: area?.district ?? null,
          patch: area?.patch ?? null,
          metresFromHomes: home === null ? null : Math.round(home.metres),
        },
        200,
      );
    })
    .openapi(degrees, (c) => {
      const points = c.req.valid('query').at;
      return c.json(
        { points: points.map((each) => ({ ...each, ...toDegrees(each.easting, each.northing) })) },
        200,
      );
    });
}
