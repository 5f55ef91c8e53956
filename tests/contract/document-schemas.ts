import { z } from 'zod';

type Json = { [key: string]: unknown };

export interface ApiDocument extends Json {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Json };
}
export interface Operation {
  readonly parameters?: readonly { name: string; in: string; required?: boolean }[];
  readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> };
  readonly responses: Record<string, { content?: Record<string, { schema: Json }> }>;
}

/** Checks bodies against the document: every field it names, and no field it does not. */
export function checkerOf(
  document: ApiDocument,
): (path: string, method: string, status: number) => z.ZodType {
  const definitions = strict(document.components.schemas) as Json;
  const made = new Map<string, z.ZodType>();
  return (path, method, status) => {
    const key = `${method} ${path} ${status}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const schema = document.paths[path]?.[method]?.responses[status]?.content?.['application/json']?.schema;
    if (schema === undefined) throw new Error(`the document says nothing of ${key}`);
    const whole = { ...(strict(schema) as Json), $defs: definitions } as Parameters<
      typeof z.fromJSONSchema
    >[0];
    const checker = z.fromJSONSchema(whole);
    made.set(key, checker);
    return checker;
  };
}

/** References as JSON Schema writes them, and objects closed to fields that are not named. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] =>
    key === '$ref' && typeof value === 'string'
      ? [key, value.replace('#/components/schemas/', '#/$defs/')]
      : [key, strict(value)],
  );
  const made = Object.fromEntries(entries);
  const isObject = 'properties' in made && !('additionalProperties' in made);
  return isObject ? { ...made, additionalProperties: false } : made;
}
