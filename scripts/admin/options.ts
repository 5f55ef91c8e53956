import { parseArgs } from 'node:util';
import { GIVEN_ROLES, type GivenRole } from '@kith/core/keep/roles';

export const HELP = `Who may what: the first administrator is named here, the others on the page "Running Kith".

  npm run admin -- add name@example.org     names an administrator, and prints a link that signs them in
  npm run admin -- remove name@example.org  takes their role away; they stay signed in as anyone may be
  npm run admin -- list                     everyone who has a role

  --role ROLE  another role: steward or commissioner (administrator)
  --db URL     the database: without it the one the app uses
`;

export type Asked =
  | { readonly kind: 'add'; readonly email: string; readonly role: GivenRole; readonly db: string | null }
  | { readonly kind: 'remove'; readonly email: string; readonly db: string | null }
  | { readonly kind: 'list'; readonly db: string | null }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

const SEE_HELP = 'See npm run admin -- --help.';
/** Enough to notice a slip; whether letters arrive there only a letter can tell. */
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

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
  const [name, email = '', ...more] = positionals;
  if (values.help === true || name === undefined) return { kind: 'help' };
  const db = values.db?.trim() || null;
  if (name === 'list')
    return email === '' ? { kind: 'list', db } : wrong(`list takes no address. ${SEE_HELP}`);
  if (name !== 'add' && name !== 'remove') return wrong(`"${name}" is not something this does. ${SEE_HELP}`);
  if (email === '' || more.length > 0) return wrong(`${name} needs one e-mail address. ${SEE_HELP}`);
  if (!EMAIL.test(email)) {
    return wrong(`"${email}" is not an e-mail address. Write one such as name@example.org.`);
  }
  if (name === 'remove') return { kind: 'remove', email, db };
  const role = GIVEN_ROLES.find((each) => each === (values.role ?? 'administrator'));
  if (role === undefined) {
    return wrong(`"${values.role}" is no role that can be given. Choose from: ${GIVEN_ROLES.join(', ')}.`);
  }
  return { kind: 'add', email, role, db };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: { role: { type: 'string' }, db: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
}

function wrong(problem: string): Asked {
  return { kind: 'wrong', problem };
}
