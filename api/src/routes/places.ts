import { createRoute, z } from '@hono/zod-openapi';
import { KIND_IDS, KINDS } from '@kith/core/place/kinds';
import { PLACE_STATUSES, placeDetailSchema, placeSummarySchema } from '@kith/core/place/place';
import { HTTPException } from 'hono/http-exception';
import { Problem } from '../errors.ts';
import { toGrid } from '../geo/national-grid.ts';
import { narrowedTo } from '../maps.ts';
import { nearestHome } from '../nearest-home.ts';
import type { Services } from '../services.ts';
import type { Snapshot } from '../snapshot.ts';
import type { PlaceFilter } from '../store/place-query.ts';
import type { ListedPlace } from '../store/place-store.ts';
import {
  anyPatchParam,
  boxParam,
  json,
  kindsParam,
  listParam,
  named,
  newRoutes,
  pointParam,
  refusals,
  wholeParam,
} from './parts.ts';

const MOST_PLACES = 500;
const USUAL_PLACES = 50;

const listQuery = z.object({
  bbox: boxParam.optional(),
  kind: kindsParam.optional(),
  q: z
    .string()
    .max(200, 'Use 200 letters or fewer.')
    .optional()
    .openapi({ description: 'Words to look for' }),
  patch: anyPatchParam.optional(),
  near: pointParam.optional(),
  withinMetres: wholeParam(1, 100_000, 'withinMetres').optional(),
  status: listParam(PLACE_STATUSES, 'status').optional().openapi({
    type: 'string',
    description: 'Left out: all but closed, or all where q is given',
    example: 'open',
  }),
  outside: z.enum(['include', 'exclude'], { error: 'Say include or exclude.' }).optional().openapi({
    description:
      'Places outside the maps that are loaded for reach only; with near and patch also those of neighbouring maps close by. Left out: exclude',
  }),
  sort: z.enum(['name', 'times'], { error: 'Say name or times.' }).optional().openapi({
    description: 'Without near and q: by name, or those whose times are known first. Left out: name',
  }),
  limit: wholeParam(1, MOST_PLACES, 'limit').optional(),
  cursor: z
    .string()
    .max(1_000)
    .optional()
    .openapi({ description: 'The `next` of the page before, with the same question' }),
});

const placeFeatureSchema = z
  .object({
    type: z.literal('Feature'),
    id: z.uuid(),
    geometry: z
      .object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })
      .nullable(),
    properties: named('PlaceSummary', placeSummarySchema),
  })
  .openapi('PlaceFeature');

const list = createRoute({
  method: 'get',
  path: '/api/places',
  summary: 'Places, a page at a time',
  description: 'Nearest first where `near` is given, else best match where `q` is, else by `sort`.',
  request: { query: listQuery },
  responses: {
    200: json(
      z
        .object({
          type: z.literal('FeatureCollection'),
          features: z.array(placeFeatureSchema),
          next: z.string().nullable().openapi({ description: 'Cursor of the next page; null at the end' }),
          total: z.int().openapi({ description: 'Places on all pages together' }),
          outside: z.int().openapi({ description: 'How many of the total stand outside the map' }),
        })
        .openapi('Places'),
      'A GeoJSON feature collection with a cursor beside it',
    ),
    ...refusals(400),
  },
});

/** For the document alone, like refusals: a client follows it by itself. */
const moved: Record<never, never> = {
  308: { description: 'It was merged into another place; the address of that one is in Location' },
};

const one = createRoute({
  method: 'get',
  path: '/api/places/{id}',
  summary: 'One place, with everything known and who said so',
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: {
    200: json(named('PlaceDetail', placeDetailSchema), 'The place'),
    ...moved,
    ...refusals(404),
  },
});

const kinds = createRoute({
  method: 'get',
  path: '/api/kinds',
  summary: 'Kinds of place, with how many there are',
  request: { query: z.object({ patch: anyPatchParam.optional() }) },
  responses: {
    200: json(
      z
        .object({
          kinds: z.array(
            z
              .object({
                id: z.enum(KIND_IDS),
                label: z.string(),
                plural: z.string(),
                icon: z.string(),
                colour: z.enum(['library', 'hall', 'group', 'hub', 'cafe', 'bench']),
                complete: z.boolean(),
                count: z.int(),
                closedCount: z.int(),
              })
              .openapi('KindCount'),
          ),
        })
        .openapi('Kinds'),
      'Counts leave out closed places and places outside the map; closed ones are counted beside',
    ),
    ...refusals(400),
  },
});

export function placeRoutes({ stores, snapshot }: Services) {
  return newRoutes()
    .openapi(list, async (c) => {
      const query = c.req.valid('query');
      if (query.withinMetres !== undefined && query.near === undefined) {
        throw new Problem(
          400,
          'invalid-request',
          'withinMetres needs near: say which point it is measured from.',
        );
      }
      const page = await stores.places.list(filterOf(query), query.limit ?? USUAL_PLACES, query.cursor);
      if (page === undefined) {
        throw new Problem(
          400,
          'bad-cursor',
          'The cursor belongs to another question. Ask again without it to begin at the first page.',
        );
      }
      const features = page.places.map(toFeature);
      return c.json(
        {
          type: 'FeatureCollection' as const,
          features,
          next: page.next,
          total: page.total,
          outside: page.outside,
        },
        200,
      );
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param');
      const found = await stores.places.get(id);
      if (found.found === 'moved') {
        throw new HTTPException(308, { res: c.redirect(`/api/places/${encodeURIComponent(found.to)}`, 308) });
      }
      if (found.found === 'nothing') throw unknownPlace();
      const { easting, northing } = found.place;
      const areaCode =
        easting === null || northing === null ? null : await areaNear(await snapshot(), easting, northing);
      return c.json({ ...found.place, areaCode }, 200);
    })
    .openapi(kinds, async (c) => {
      const counts = await stores.places.countByKind(narrowedTo(c.req.valid('query').patch));
      const sum = (kind: string, closed: boolean) =>
        counts
          .filter((row) => row.kind === kind && (row.status === 'closed') === closed)
          .reduce((total, row) => total + row.n, 0);
      return c.json(
        {
          kinds: KINDS.map(({ id, label, plural, icon, colour, complete }) => ({
            id,
            label,
            plural,
            icon,
            colour,
            complete,
            count: sum(id, false),
            closedCount: sum(id, true),
          })),
        },
        200,
      );
    });
}

/** The area whose people live nearest to a point; null without homes. */
async function areaNear(data: Snapshot, easting: number, northing: number): Promise<string | null> {
  const nearest = nearestHome(await data.homes(), easting, northing);
  return (nearest === null ? undefined : (await data.areas())[nearest.area])?.code ?? null;
}

export function unknownPlace(): Problem {
  return new Problem(
    404,
    'unknown-place',
    'There is no place with that reference. It may have been mistyped: search for it by name.',
  );
}

function filterOf(query: z.output<typeof listQuery>): PlaceFilter {
  const words = query.q?.trim();
  const patch = narrowedTo(query.patch);
  const near =
    query.near === undefined
      ? undefined
      : {
          ...toGrid(query.near.lon, query.near.lat),
          ...(query.withinMetres === undefined ? {} : { withinMetres: query.withinMetres }),
        };
  return {
    ...(query.bbox === undefined ? {} : { bbox: query.bbox }),
    ...(query.kind === undefined ? {} : { kinds: query.kind }),
    ...(words === undefined || words === '' ? {} : { words }),
    ...(patch === undefined ? {} : { patch }),
    ...(near === undefined ? {} : { near }),
    ...(query.status === undefined ? {} : { statuses: query.status }),
    outside: query.outside === 'include',
    ...(query.sort === 'times' ? { sort: 'times' as const } : {}),
  };
}

function toFeature({ summary, lon, lat }: ListedPlace): z.output<typeof placeFeatureSchema> {
  const geometry =
    lon === null || lat === null
      ? null
      : { type: 'Point' as const, coordinates: [lon, lat] as [number, number] };
  return { type: 'Feature', id: summary.id, geometry, properties: summary };
}
