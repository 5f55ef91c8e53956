/** Where the API says what happened. Standard output is left to the one line that says it runs. */
export interface Log {
  request(line: { id: string; method: string; path: string; status: number; ms: number }): void;
  failure(id: string, error: unknown): void;
}

/** Failures always, requests only when asked for. The query is left out: it can hold a postcode. */
export function standardErrorLog(logRequests: boolean): Log {
  return {
    request({ id, method, path, status, ms }) {
      if (logRequests) console.error(`${id} ${method} ${path} ${status} ${ms.toFixed(1)} ms`);
    },
    failure(id, error) {
      console.error(`${id} failed: ${traceOf(error)}`);
    },
  };
}

/** What went wrong and where. A failed query is named without its values: they can hold what someone typed. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('query' in error && 'params' in error) {
    const cause = error.cause instanceof Error ? error.cause.message : 'no cause given';
    return `${cause}\n  in: ${String(error.query)}\n${linesOf(error.stack)}`;
  }
  const because = error.cause === undefined ? '' : `\nbecause: ${traceOf(error.cause)}`;
  return `${error.name}: ${error.message}\n${linesOf(error.stack)}${because}`;
}

/** The lines of a stack that say where, without its message. */
function linesOf(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
