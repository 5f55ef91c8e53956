interface Route {
  readonly method: string;
  readonly path: string;
}

/** Finds which methods an address takes, from the routes there are; an empty list where there is no such address. */
export function methodsOf(routes: readonly Route[]): (path: string) => string[] {
  const patterns = routes
    .filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/'))
    .map(({ method, path }) => ({
      method,
      pattern: new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+').replaceAll('.', '\\.')}$`),
    }));
  return (path) => {
    const methods = new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
    if (methods.has('GET')) methods.add('HEAD');
    return [...methods].sort();
  };
}
