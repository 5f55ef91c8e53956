import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Decay, parseDecay } from '@kith/core/reach/decay';
import { SITE_OBJECTIVES, type SiteObjective } from '@kith/core/site/problem';
import { idsIn, limitOf, openOf, positive, UsageError } from './option-values.ts';

export const USAGE = `npm run -s analyse -- <command> ...

  cuts           --costs F --weights F --limit N --close A,B
  irreplaceable  --costs F --weights F --limit N
  access         --costs F --supply F --demand F --decay D --limit N
  site           --costs F --weights F --open P --objective mclp|p-median|p-centre|lscp
                 [--limit N] [--fixed A,B] [--seconds S]

For each: [--json] [--out FILE] [--missing unreachable]
Files: COSTS demand,candidate,cost  WEIGHTS and DEMAND demand,weight  SUPPLY candidate,supply
Decay: "gaussian:20", "gravity:20,-2,1", "inverse" or "steps:10=1,20=.68,30=.22"
docs/analyse.md says what each number means, with an example of each.`;

export interface Shared {
  readonly costs: string;
  readonly missingIsUnreachable: boolean;
  readonly json: boolean;
  readonly out: string | null;
}
export type Options = Shared &
  (
    | {
        readonly command: 'cuts';
        readonly weights: string;
        readonly limit: number;
        readonly close: readonly string[];
      }
    | { readonly command: 'irreplaceable'; readonly weights: string; readonly limit: number }
    | {
        readonly command: 'access';
        readonly supply: string;
        readonly demand: string;
        readonly decay: Decay;
        readonly limit: number;
      }
    | {
        readonly command: 'site';
        readonly weights: string;
        readonly objective: SiteObjective;
        /** 0 for `lscp`, which finds it. */
        readonly open: number;
        readonly limit: number | null;
        readonly fixed: readonly string[];
        readonly seconds: number | null;
      }
  );
export type OptionsOf<C extends Options['command']> = Extract<Options, { command: C }>;

const OPTIONS = {
  costs: { type: 'string' },
  weights: { type: 'string' },
  supply: { type: 'string' },
  demand: { type: 'string' },
  decay: { type: 'string' },
  limit: { type: 'string' },
  close: { type: 'string', multiple: true },
  open: { type: 'string' },
  objective: { type: 'string' },
  fixed: { type: 'string', multiple: true },
  seconds: { type: 'string' },
  missing: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];
type Given = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
type Name = keyof typeof OPTIONS;

const FOR_ALL: readonly Name[] = ['costs', 'json', 'out', 'missing'];
const TAKES = {
  cuts: ['weights', 'limit', 'close'],
  irreplaceable: ['weights', 'limit'],
  access: ['supply', 'demand', 'decay', 'limit'],
  site: ['weights', 'open', 'objective', 'limit', 'fixed', 'seconds'],
} as const satisfies Record<Options['command'], readonly Name[]>;

/** What the user asked for; null for help. @throws UsageError */
export function readOptions(args: readonly string[]): Options | null {
  const [command = '', ...rest] = args;
  if (['help', '--help', '-h'].includes(command) || rest.includes('--help') || rest.includes('-h'))
    return null;
  if (!Object.hasOwn(TAKES, command)) {
    const known = Object.keys(TAKES).join(', ');
    throw new UsageError(
      command === ''
        ? `Say what to work out: ${known}.`
        : `There is no command "${command}". There are: ${known}.`,
    );
  }
  return optionsOf(command as Options['command'], parsed(command as Options['command'], rest));
}

function parsed(command: Options['command'], args: string[]): Given {
  const takes = [...FOR_ALL, ...TAKES[command]];
  try {
    const { values } = parseArgs({ args, options: OPTIONS, strict: true });
    const other = (Object.keys(values) as Name[]).find((name) => !takes.includes(name));
    if (other === undefined) return values;
    throw new UsageError(
      `${command} takes no --${other}. It takes ${takes.map((name) => `--${name}`).join(', ')}.`,
    );
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error;
    throw new UsageError(
      `${error.message.split('\n')[0]} ${command} takes ${takes.map((name) => `--${name}`).join(', ')}.`,
    );
  }
}

function optionsOf(command: Options['command'], given: Given): Options {
  const needed = (
    name: 'costs' | 'weights' | 'supply' | 'demand' | 'decay' | 'objective',
    what: string,
  ): string => {
    const value = given[name]?.trim();
    if (!value) throw new UsageError(`${command} needs --${name}: ${what}.`);
    return value;
  };
  if (given.missing !== undefined && given.missing !== 'unreachable')
    throw new UsageError(`--missing takes "unreachable", not "${given.missing}".`);
  const shared: Shared = {
    costs: needed('costs', 'the file of costs, demand,candidate,cost'),
    missingIsUnreachable: given.missing === 'unreachable',
    json: given.json ?? false,
    out: given.out ?? null,
  };
  if (command === 'access') {
    const supply = needed('supply', 'the file of candidates, candidate,supply');
    const demand = needed('demand', 'the file of demand, demand,weight');
    const decay = parseDecay(needed('decay', 'how much a place counts by its cost, such as "gaussian:20"'));
    if ('problem' in decay) throw new UsageError(decay.problem);
    return { ...shared, command, supply, demand, decay, limit: limitOf(command, given.limit) };
  }
  const weights = needed('weights', 'the file of demand, demand,weight');
  if (command === 'irreplaceable')
    return { ...shared, command, weights, limit: limitOf(command, given.limit) };
  if (command === 'cuts') {
    const close = idsIn('close', given.close ?? []);
    if (close.length === 0)
      throw new UsageError('cuts needs --close: the candidates that close, such as --close A,B.');
    return { ...shared, command, weights, limit: limitOf(command, given.limit), close };
  }
  const objective = SITE_OBJECTIVES.find(
    (each) => each === needed('objective', SITE_OBJECTIVES.join(', ')).toLowerCase(),
  );
  if (!objective)
    throw new UsageError(
      `There is no objective "${given.objective}". There are: ${SITE_OBJECTIVES.join(', ')}.`,
    );
  const needsLimit = objective === 'mclp' || objective === 'lscp';
  return {
    ...shared,
    command,
    weights,
    objective,
    open: objective === 'lscp' ? 0 : openOf(given.open),
    limit:
      needsLimit || given.limit !== undefined ? limitOf(`site --objective ${objective}`, given.limit) : null,
    fixed: idsIn('fixed', given.fixed ?? []),
    seconds: given.seconds === undefined ? null : positive('seconds', given.seconds),
  };
}
