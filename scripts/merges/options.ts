import { parseArgs } from 'node:util';

export const HELP = `One record per place: pairs that may be one wait here for a person, and every merge can be undone.

  npm run merges -- list                 the pairs that wait, likeliest first, both sides shown
  npm run merges -- show ID              one place: what was merged into it, and who says what
  npm run merges -- accept A B --by NAME these two are one place; nothing that was said of either is lost
  npm run merges -- apart A B --by NAME  these two are two places: the pair is not shown again
  npm run merges -- undo ID --by NAME    takes a merge back: ID is its number in the history, or the id that went
  npm run merges -- history              every decision, newest first

  --by NAME    who decides: a name or a role, such as "Oadby library desk". It is kept in the log for good,
               where whoever has the database can read it, so do not give more than you want known
  --limit N    how many to show (20)         --offset N   how many to pass over (0)
  --json       as JSON                       --db URL     the database: without it the one the app uses
`;

export type Command =
  | { readonly name: 'list' | 'history'; readonly limit: number; readonly offset: number }
  | { readonly name: 'show'; readonly id: string }
  | { readonly name: 'accept' | 'apart'; readonly one: string; readonly other: string; readonly by: string }
  | { readonly name: 'undo'; readonly id: string; readonly by: string };

export type Asked =
  | { readonly kind: 'run'; readonly command: Command; readonly json: boolean; readonly db: string | null }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

const IDS: Readonly<Record<string, number>> = { list: 0, history: 0, show: 1, undo: 1, accept: 2, apart: 2 };
const OPTIONS = {
  by: { type: 'string' },
  limit: { type: 'string' },
  offset: { type: 'string' },
  db: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the command line asks for, or what is wrong with it and what to write instead. */
export function readOptions(args: readonly string[]): Asked {
  let read: ReturnType<typeof parse>;
  try {
    read = parse(args);
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    return wrong(`${said}. ${SEE_HELP}`);
  }
  const { values, positionals } = read;
  if (values.help === true || positionals.length === 0) return { kind: 'help' };
  const [name = '', ...ids] = positionals;
  const wanted = IDS[name];
  if (wanted === undefined) return wrong(`"${name}" is not something this does. ${SEE_HELP}`);
  if (ids.length !== wanted)
    return wrong(`${name} ${NEEDS[wanted] ?? ''}, and ${ids.length} were given. ${SEE_HELP}`);
  const command = commandOf(name, ids, values);
  if (typeof command === 'string') return wrong(command);
  return { kind: 'run', command, json: values.json === true, db: values.db?.trim() || null };
}

const SEE_HELP = 'See npm run merges -- --help.';
const NEEDS = ['takes no ids', 'needs one id', 'needs two ids'];

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

/** @returns the problem, as text, where there is one */
function commandOf(
  name: string,
  [one = '', other = '']: readonly string[],
  values: ReturnType<typeof parse>['values'],
): Command | string {
  if (name === 'list' || name === 'history') {
    const limit = Number(values.limit ?? 20);
    const offset = Number(values.offset ?? 0);
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
      return '--limit must be a number from 1 to 1000.';
    if (!Number.isInteger(offset) || offset < 0) return '--offset must be a number from 0 up.';
    return { name, limit, offset };
  }
  if (name === 'show') return { name, id: one };
  const by = values.by?.trim() ?? '';
  if (by === '') return `Say who decides: ${name} ... --by NAME. The name is kept in the log.`;
  if (by === 'load' || by === 'starter')
    return `--by ${by} is what the loaders call themselves: give another name.`;
  return name === 'undo'
    ? { name, id: one, by }
    : { name: name === 'accept' ? 'accept' : 'apart', one, other, by };
}

function wrong(problem: string): Asked {
  return { kind: 'wrong', problem };
}
