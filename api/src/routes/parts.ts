import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Patch } from '@kith/core/area/patch';
import { EVERYWHERE, PATCH_ID } from '@kith/core/area/patches';
import type { Person } from '@kith/core/keep/roles';
import { KIND_IDS } from '@kith/core/place/kinds';
import type { Context, TypedResponse } from 'hono';
import type { ZodType } from 'zod';
import type { MadeBody } from '../body-cache.ts';
import { errorSchema, type InputIssue, invalidInput } from '../errors.ts';

export type Env = {
  Variables: {
    requestId: string;
    /** Where the request came from, as limits count it. */
    network: string;
    /** Whoever asks. */
    person: Person;
    /** The session of their cookie, where it was one. */
    sessionId?: string;
    /** The maps there are now. */
    maps: () => Promise<readonly Patch[]>;
    /** The body of the answer, where another process has made it ready to send. */
    made?: MadeBody;
  };
};

/**
 * A set of routes: what does not fit its schema is answered with the error envelope. Which maps there are hangs on
 * what is loaded, so a schema cannot know it: a `patch` is looked up here, the same way for every route.
 */
export function newRoutes() {
  return new OpenAPIHono<Env>({
    defaultHook: async (result, c) => {
      if (!result.success) {
        const isUnknown = ({ path, message }: InputIssue) => path.at(-1) === 'patch' && message !== ONE_MAP;
        const issues: readonly InputIssue[] = result.error.issues;
        const choose = issues.some(isUnknown) ? chooseMap(await c.get('maps')()) : '';
        throw invalidInput(
          issues.map((issue) => (isUnknown(issue) ? { ...issue, message: choose } : issue)),
          result.target,
        );
      }
      if (!['query', 'json'].includes(result.target)) return;
      const asked = patchesIn(result.data);
      const maps = asked.length === 0 ? [] : await c.get('maps')();
      const unknown = asked.filter(({ patch }) => !maps.some(({ id }) => id === patch));
      if (unknown.length === 0) return;
      const issues = unknown.map(({ path }) => ({ path, message: chooseMap(maps) }));
      throw invalidInput(issues, result.target);
    },
  });
}

/** The maps that a request names, itself or in the scenarios it holds, and where. */
function patchesIn(data: object): { readonly path: readonly string[]; readonly patch: unknown }[] {
  const inside = Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'patch' in value
      ? [{ path: [name, 'patch'], patch: value.patch }]
      : [],
  );
  return 'patch' in data && data.patch !== undefined
    ? [{ path: ['patch'], patch: data.patch }, ...inside]
    : inside;
}

/** So many maps are named in a message; of more, only where their list is. */
const MOST_NAMED = 12;

function chooseMap(maps: readonly Patch[]): string {
  if (maps.length === 0) return 'No map is loaded yet.';
  if (maps.length > MOST_NAMED) return `Choose a map: /api/patches lists all ${maps.length}.`;
  return `Choose a map: ${maps.map(({ id }) => id).join(', ')}.`;
}

/** An answer whose body is ready to send: `delivery` takes it from the context. `T` is what the bytes say. */
export function madeJson<T>(c: Context<Env>, made: MadeBody): Response & TypedResponse<T, 200, 'json'> {
  c.set('made', made);
  const headers = { 'Content-Type': 'application/json' };
  return new Response(null, { status: 200, headers }) as Response & TypedResponse<T, 200, 'json'>;
}

/** A good answer, as the document describes it. */
export function json<T extends ZodType>(schema: T, description: string) {
  return { content: { 'application/json': { schema } }, description };
}

const REFUSALS = {
  400: 'The request cannot be understood; the message says what to put right',
  401: 'Sign in first',
  403: 'This is not yours to do, or it was sent from the page of another site',
  404: 'Nothing is known by that name',
  409: 'It is no longer as you saw it; the message says what to do',
  413: 'The request is too long',
  415: 'The request is not JSON',
  422: 'Some cuts cannot be made; `details` lists every problem with its position',
  429: 'Too many at once; Retry-After says how many seconds to wait',
  503: 'New data is being written just now; Retry-After says how many seconds to wait',
} as const;

/**
 * A schema of core under the name it has in the document. A copy, because a schema that core made before the document's
 * library was loaded cannot take a name.
 */
export function named<T extends ZodType>(name: string, schema: T): T {
  return schema.clone().openapi(name);
}

/**
 * The refusals a route may answer with, all in one shape, for the document. Routes throw them and never return
 * them, so the type says nothing of them: a typed client sees the good answer alone.
 */
export function refusals(...codes: (keyof typeof REFUSALS)[]): Record<never, never> {
  return Object.fromEntries(codes.map((code) => [code, json(errorSchema, REFUSALS[code])]));
}

const ONE_MAP = 'This is answered for one map at a time: choose one that is not all of England.';

/** A map, all of England among them where it is loaded. */
export const anyPatchParam = z
  .string()
  .regex(PATCH_ID)
  .openapi({
    description: `The part of the country one map shows: /api/patches lists them. \`${EVERYWHERE}\` is all of England, where it is loaded`,
    example: 'leicestershire',
  });

/** One map, not all of England at once: what it asks for would be too much to send or to work out for each visitor. */
export const patchParam = z
  .string()
  .regex(PATCH_ID)
  .refine((id) => id !== EVERYWHERE, { error: ONE_MAP })
  .openapi({
    description: 'The part of the country one map shows: /api/patches lists them',
    example: 'leicestershire',
  });

/** For wide maps, which hold the codes already: they never change while the shapes do not. */
export const codesParam = z.enum(['yes', 'no'], { error: 'Say yes or no.' }).optional().openapi({
  description:
    'no: only what a map is coloured by; the columns are in the order of /api/geometry/{version}/codes (of one map: those of its codes). Left out: yes',
});

/** Comma-separated words of a known list; empty means none was said. */
export function listParam<T extends string>(ids: readonly [T, ...T[]], what: string) {
  return z
    .string()
    .max(400, 'The list is too long.')
    .transform((given, context): T[] | undefined => {
      const words = given
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean);
      if (words.length === 0) return undefined;
      const unknown = words.filter((word) => !(ids as readonly string[]).includes(word));
      if (unknown.length > 0) {
        context.addIssue({
          code: 'custom',
          message: `"${unknown[0]?.slice(0, 40)}" is no ${what}. Choose from: ${ids.join(', ')}.`,
        });
        return z.NEVER;
      }
      return [...new Set(words as T[])];
    });
}

export const kindsParam = listParam(KIND_IDS, 'kind of place').openapi({
  type: 'string',
  description: 'Kinds of place, with commas between',
  example: 'library,bench',
});

export function wholeParam(least: number, most: number, what: string) {
  const message = `${what} is a whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}.`;
  return z
    .string()
    .regex(/^\d{1,7}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
    .openapi({ type: 'integer', minimum: least, maximum: most });
}

/** Two numbers, longitude first. */
export const pointParam = z
  .string()
  .max(60)
  .transform((given, context): { lon: number; lat: number } => {
    const [lon, lat, more] = given.split(',').map(degree);
    if (lon === undefined || lat === undefined || more !== undefined || !isOnEarth(lon, lat)) {
      context.addIssue({
        code: 'custom',
        message: 'Give longitude,latitude in degrees, such as -1.13,52.63.',
      });
      return z.NEVER;
    }
    return { lon, lat };
  })
  .openapi({ type: 'string', description: 'longitude,latitude in degrees', example: '-1.13,52.63' });

export const boxParam = z
  .string()
  .max(120)
  .transform((given, context): [number, number, number, number] => {
    const [west, south, east, north, more] = given.split(',').map(degree);
    if (
      west === undefined ||
      south === undefined ||
      east === undefined ||
      north === undefined ||
      more !== undefined ||
      !isOnEarth(west, south) ||
      !isOnEarth(east, north) ||
      west > east ||
      south > north
    ) {
      context.addIssue({
        code: 'custom',
        message: 'Give west,south,east,north in degrees, such as -1.2,52.5,-1.0,52.7.',
      });
      return z.NEVER;
    }
    return [west, south, east, north];
  })
  .openapi({
    type: 'string',
    description: 'west,south,east,north in degrees',
    example: '-1.2,52.5,-1.0,52.7',
  });

function degree(text: string): number {
  return /^\s*-?\d{1,3}(\.\d{1,15})?\s*$/.test(text) ? Number(text) : Number.NaN;
}

function isOnEarth(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
