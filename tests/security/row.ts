import { may, type Right } from '@kith/core/keep/roles';
import { ASKERS, type Asker, type World } from './world.ts';

/** What the table says of one route. */
export interface Row {
  readonly letThrough: readonly Asker[];
  /** What it is about, where the answer hangs on that. */
  readonly path?: (world: World) => string;
  readonly body?: unknown;
}

const KEYS: readonly Asker[] = ['key', 'other-key'];
/** The role that each asker has. */
const ROLE = {
  visitor: 'visitor',
  contributor: 'contributor',
  anchor: 'anchor',
  'other-anchor': 'anchor',
  commissioner: 'commissioner',
  steward: 'steward',
  administrator: 'administrator',
  key: 'anchor',
  'other-key': 'anchor',
} as const;

export const everyone = (): Row => ({ letThrough: ASKERS });
/** Whoever has a right, keys of organisations among them. */
export const only = (right: Right): Row => ({
  letThrough: ASKERS.filter((asker) => may(ROLE[asker], right)),
});
/** Everyone who signed in, and no key. */
export const people = (): Row => ({
  letThrough: ASKERS.filter((asker) => asker !== 'visitor' && !KEYS.includes(asker)),
});
/** Those whose place or thing it is, and who looks after all of them. */
export const theirs = (): Row => ({ letThrough: ['anchor', 'key', 'steward', 'administrator'] });
/** These and nobody else. */
export const just = (...askers: Asker[]): Row => ({ letThrough: askers });
/** The same of one thing that is there. @param path with the ids of the world filled in */
export const about = (row: Row, path: (world: World) => string, body?: unknown): Row => ({
  ...row,
  path,
  ...(body === undefined ? {} : { body }),
});
