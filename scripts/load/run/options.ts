import { parseArgs } from 'node:util';
import { either, nearestNames } from './nearest.ts';

/** The parts of a load, in the order in which they are done. */
export const PARTS = ['areas', 'postcodes', 'names', 'places', 'money'] as const;
export type Part = (typeof PARTS)[number];

export interface LoadOptions {
  /** As typed: a name or a code. */
  readonly area: string;
  /** The folder of downloaded files; null: fetch them. */
  readonly from: string | null;
  /** All parts unless `--only` names some; in the order of `PARTS`. */
  readonly only: readonly Part[];
  /** Null: the database that the app uses. */
  readonly db: string | null;
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Mapping files for tables that no source knows. */
  readonly mappings: readonly string[];
}

export type Asked =
  | { readonly kind: 'load'; readonly options: LoadOptions }
  | { readonly kind: 'help' }
  /** All of them, each with what to do. */
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

export const HELP = `Loads a council, a county, a region or all of England from the files that publishers publish.

  npm run load -- --area AREA [options]

  --area AREA       leicester, "Brighton & Hove", leicestershire, "East Midlands", E07000129, england, ...
  --from FOLDER     a folder of downloaded files, at any depth, packed (gz, zip) or not; what each file is,
                    is told by what it holds. Without it the files are fetched from the addresses in
                    data/sources.json and kept in data/cache (or the folder that KITH_CACHE names)
  --only PARTS      some parts only, with commas: ${PARTS.join(', ')}
  --mapping FILE    says how to read a table of your own (may be given more than once)
  --db URL          the database: file:kith.db, libsql://..., https://...; without it the one the app uses
  --dry-run         reads and counts everything and writes nothing
  --json            the summary as one JSON object, and nothing else
  --help            this text
`;

const OPTIONS = {
  area: { type: 'string' },
  from: { type: 'string' },
  only: { type: 'string' },
  db: { type: 'string' },
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Name = keyof typeof OPTIONS;
const NAMES = Object.keys(OPTIONS) as Name[];
const REPEATABLE: readonly Name[] = ['mapping', 'only'];

/** What the command line asks for. Collects every problem rather than the first. */
export function readOptions(args: readonly string[]): Asked {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<Name, string[]>();
  const problems: string[] = [];
  const add = (name: Name, value: string) => given.set(name, [...(given.get(name) ?? []), value]);
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(strayWord(token.value));
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    const value = token.value?.trim();
    if (!isName(name)) problems.push(unknownOption(rawName));
    else if (OPTIONS[name].type === 'boolean') {
      if (value === undefined) add(name, '');
      else problems.push(`${rawName} takes no value: write it without "=${value}".`);
    } else if (!value || (!token.inlineValue && value.startsWith('--'))) {
      problems.push(`${rawName} needs a value after it: see npm run load -- --help.`);
      if (value && isName(value.slice(2)) && OPTIONS[value.slice(2) as Name].type === 'boolean') {
        add(value.slice(2) as Name, '');
      }
    } else add(name, value);
  }
  if (given.has('help')) return { kind: 'help' };
  for (const [name, values] of given) {
    if (OPTIONS[name].type === 'string' && values.length > 1 && !REPEATABLE.includes(name)) {
      problems.push(`--${name} is given ${values.length} times: give it once.`);
    }
  }
  const area = given.get('area')?.[0];
  if (area === undefined && !problems.some((problem) => problem.includes('--area'))) {
    problems.push('Say which part of the country to load: npm run load -- --area leicester (or england).');
  }
  const only = partsOf(given.get('only') ?? [], problems);
  if (problems.length > 0 || area === undefined) return { kind: 'wrong', problems };
  return {
    kind: 'load',
    options: {
      area,
      from: given.get('from')?.[0] ?? null,
      only,
      db: given.get('db')?.[0] ?? null,
      dryRun: given.has('dry-run'),
      json: given.has('json'),
      mappings: given.get('mapping') ?? [],
    },
  };
}

function partsOf(lists: readonly string[], problems: string[]): readonly Part[] {
  const asked = lists
    .flatMap((list) => list.split(','))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  if (asked.length === 0) return PARTS;
  const unknown = asked.filter((name) => !(PARTS as readonly string[]).includes(name));
  if (unknown.length > 0) {
    problems.push(`There is no part called ${either(unknown)}. The parts are ${PARTS.join(', ')}.`);
  }
  return PARTS.filter((part) => asked.includes(part));
}

function unknownOption(rawName: string): string {
  const near = nearestNames(rawName.replace(/^-+/, ''), NAMES);
  const hint = near.length > 0 ? `Did you mean ${either(near.map((name) => `--${name}`))}?` : 'See --help.';
  return `There is no option ${rawName}. ${hint}`;
}

function strayWord(word: string): string {
  return `"${word}" stands alone. Write: npm run load -- --area ${/\s/.test(word) ? `"${word}"` : word} (with -- before the options; a name of several words in quotation marks).`;
}

function isName(name: string): name is Name {
  return (NAMES as string[]).includes(name);
}
