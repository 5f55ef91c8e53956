import { OpenAPIHono, z } from '@hono/zod-openapi';
import { PATCH_ID } from '@kith/core/area/patches';
import { KIND_IDS } from '@kith/core/place/kinds';
import type { ZodType } from 'zod';
import { errorSchema, invalidInput } from '../errors.ts';

export type Env = { Variables: { requestId: string } };

/** A set of routes: what does not fit its schema is answered with the error envelope. */
export function newRoutes() {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error, result.target);
    },
  });
}

/** A good answer, as the document describes it. */
export function json<T extends ZodType>(schema: T, description: string) {
  return { content: { 'application/json': { schema } }, description };
}

const REFUSALS = {
  400: 'The request cannot be understood; the message says what to put right',
  404: 'Nothing is known by that name',
  413: 'The request is too long',
  415: 'The request is not JSON',
  422: 'Some cuts cannot be made; `details` lists every problem with its position',
  429: 'Too many from one address; Retry-After says how many seconds to wait',
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

export const patchParam = z
  .string()
  .regex(PATCH_ID, { error: 'Choose a map: /api/patches lists them.' })
  .openapi({ description: 'The part of the country one map shows', example: 'leicestershire' });

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
