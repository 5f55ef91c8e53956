import { createRoute, z } from '@hono/zod-openapi';
import { memberSchema, namedMemberSchema } from '@kith/core/keep/organisation';
import { type Limits, useUp } from '../auth/limits.ts';
import { memberMail } from '../auth/member-mail.ts';
import { Problem } from '../errors.ts';
import type { Log } from '../log.ts';
import { letterOf, type Mailer } from '../mail/mailer.ts';
import type { Services } from '../services.ts';
import { plainEmail } from '../store/keep/people-store.ts';
import { acceptJson } from './body.ts';
import { organisationParam, unknownOrganisation } from './organisations.ts';
import { json, named, newRoutes, refusals } from './parts.ts';
import { emailSchema } from './sign-in.ts';
import { ofOrganisation } from './who-asks.ts';

const MOST_BYTES = 4 * 1024;

const list = createRoute({
  method: 'get',
  path: '/api/organisations/{id}/members',
  summary: 'Who acts for an organisation, by the address they sign in with',
  description: 'For its members and stewards; a key does not read addresses.',
  middleware: ofOrganisation,
  request: { params: organisationParam },
  responses: {
    200: json(z.object({ members: z.array(named('Member', memberSchema)) }), 'Longest first'),
    ...refusals(401, 403, 404, 503),
  },
});

const invite = createRoute({
  method: 'post',
  path: '/api/organisations/{id}/members',
  summary: 'Let somebody act for an organisation, by e-mail address',
  description:
    'They need no account: they sign in with that address, then or later. A letter says so where a mail server is set; `letter` in the answer says whether. Said twice, it is the same, and no second letter goes out.',
  middleware: [ofOrganisation, acceptJson(MOST_BYTES)] as const,
  request: {
    params: organisationParam,
    body: { content: { 'application/json': { schema: z.object({ email: emailSchema }) } }, required: true },
  },
  responses: {
    201: json(named('NamedMember', namedMemberSchema), 'It holds from their next step on'),
    ...refusals(400, 401, 403, 404, 413, 415, 429, 503),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/organisations/{id}/members/{personId}',
  summary: 'Somebody acts for an organisation no longer',
  description: 'Their account stays, and what was said in the name of the organisation.',
  middleware: ofOrganisation,
  request: { params: organisationParam.extend({ personId: z.string().max(100) }) },
  responses: { 204: { description: 'They are no member now' }, ...refusals(401, 403, 404, 429, 503) },
});

/** Who acts for an organisation. Any of its members may name and remove others. */
export function organisationMemberRoutes(
  { stores, now }: Services,
  { mailer, origin, limits, log }: { mailer: Mailer; origin: string; limits: Limits; log: Log },
) {
  return newRoutes()
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param');
      if ((await stores.organisations.get(id)) === null) throw unknownOrganisation();
      return c.json({ members: await stores.organisations.members(id) }, 200);
    })
    .openapi(invite, async (c) => {
      const { id } = c.req.valid('param');
      const organisation = await stores.organisations.get(id);
      if (organisation === null) throw unknownOrganisation();
      const email = plainEmail(c.req.valid('json').email);
      // Counted apart from links to sign in: nobody is kept out by being invited often.
      const { id: senderId } = c.get('person');
      useUp(limits.invitations, senderId ?? id, now, 'That is a lot of letters from one person.');
      useUp(limits.linksByEmail, `invited ${email}`, now, 'That is a lot of letters to one address.');
      const personId = await stores.people.byEmail(email, now());
      const isNew = await stores.organisations.addMember(id, personId, now().toISOString());
      if (!isNew) return c.json({ personId, letter: 'none' as const }, 201);
      const request = c.get('requestId');
      // Not waited for: they are a member whether or not the letter arrives.
      mailer
        .send(memberMail(origin, email, organisation.name))
        .catch((error: unknown) => log.failure(request, error));
      return c.json({ personId, letter: letterOf(mailer) }, 201);
    })
    .openapi(remove, async (c) => {
      const { id, personId } = c.req.valid('param');
      if (!(await stores.organisations.removeMember(id, personId))) {
        throw new Problem(
          404,
          'unknown-member',
          'There is no such member. Perhaps they were removed before.',
        );
      }
      return c.body(null, 204);
    });
}
