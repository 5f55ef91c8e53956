import { z } from '@hono/zod-openapi';

/** What a registry of the document holds of a route; other entries have no `route`. */
interface Definition {
  readonly type: string;
  readonly route?: { readonly method: string; readonly path: string; readonly request?: { query?: unknown } };
}

const NONE: ReadonlySet<string> = new Set();

/** Finds which query parameters an address takes when it is read, from the routes the document describes. */
export function parametersOf(definitions: readonly Definition[]): (path: string) => ReadonlySet<string> {
  const patterns = definitions.flatMap(({ route }) => {
    const query = route?.request?.query;
    if (route?.method !== 'get' || !(query instanceof z.ZodObject)) return [];
    const pattern = new RegExp(`^${route.path.replace(/\{[^}]+\}/g, '[^/]+').replaceAll('.', '\\.')}$`);
    return [{ pattern, names: new Set(Object.keys(query.shape)) }];
  });
  return (path) => patterns.find(({ pattern }) => pattern.test(path))?.names ?? NONE;
}
