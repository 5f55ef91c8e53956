import { parseArgs } from 'node:util';

export interface DataOptions {
  /** As KITH_DB; undefined for what the environment says. */
  readonly db: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

export const USAGE = `npm run check:data -- [--db FILE or URL] [--json]

Says what the database holds, where from, how old it is and what is missing, and checks it.
Ends with 1 when something is wrong that a person must look at.`;

/** @throws Error in plain English when an option is not known */
export function readDataOptions(args: readonly string[]): DataOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { db: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    return { db: values.db, json: values.json ?? false, help: values.help ?? false };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message.split('.')[0] : error}.\n\n${USAGE}`);
  }
}
