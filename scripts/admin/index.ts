import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { signInLink } from '@kith/api/auth/sign-in-mail';
import { readConfig } from '@kith/api/config';
import {
  giveRole,
  LINK_MINUTES,
  listPeople,
  makeSignInToken,
  personByEmail,
  plainEmail,
} from '@kith/api/store/keep/people-store';
import { hasTables, migrateDatabase, type OpenDatabase } from '@kith/api/store/open';
import { openExisting } from '@kith/api/store/open-existing';
import { GIVEN_ROLES } from '@kith/core/keep/roles';
import { runCommand } from '../house/run-command.ts';
import { type Asked, HELP, readOptions } from './options.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** `npm run admin`: who is administrator, before there is one to ask. */
await runCommand(async () => {
  const asked = readOptions(process.argv.slice(2));
  if (asked.kind === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (asked.kind === 'wrong') {
    console.error(asked.problem);
    return 2;
  }
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
  const environment = asked.db === null ? process.env : { ...process.env, KITH_DB: asked.db };
  const config = readConfig(environment, ROOT, version);
  const open = await openExisting(config.database);
  try {
    if (!(await hasTables(open.db))) {
      console.error(`${open.setting.label} holds nothing yet. Run npm start first, or give --db.`);
      return 1;
    }
    await migrateDatabase(open);
    return await run(open, asked, config.origin, new Date());
  } finally {
    open.close();
  }
});

async function run(
  { db }: OpenDatabase,
  asked: Exclude<Asked, { kind: 'help' | 'wrong' }>,
  origin: string,
  now: Date,
): Promise<number> {
  if (asked.kind === 'add') {
    const id = await personByEmail(db, asked.email, now);
    await giveRole(db, id, asked.role, now);
    const token = await makeSignInToken(db, asked.email, now);
    console.log(`${plainEmail(asked.email)} is now ${named(asked.role)}.
To sign in, start Kith and open this link. It works once, and for ${LINK_MINUTES} minutes; later, ask for one on the page.

  ${signInLink(origin, token)}
`);
    return 0;
  }
  const people = await listPeople(db);
  if (asked.kind === 'remove') {
    const person = people.find(({ email }) => email === plainEmail(asked.email));
    if (person === undefined) {
      console.error(
        `Nobody here has the address ${asked.email}. npm run admin -- list shows who has a role.`,
      );
      return 1;
    }
    await giveRole(db, person.id, null, now);
    console.log(`${person.email} has no role of their own any more.`);
    return 0;
  }
  const given = people.filter(({ role }) => GIVEN_ROLES.some((each) => each === role));
  for (const { email, role } of given) console.log(`${role.padEnd(14)} ${email}`);
  if (given.length === 0) console.log('Nobody has a role yet. npm run admin -- add name@example.org');
  return 0;
}

function named(role: string): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}
