import { createRoute, z } from '@hono/zod-openapi';
import { keptRiskSchema, riskNoteSchema } from '@kith/core/keep/risk-note';
import { need, notAllowed } from '../auth/need.ts';
import { narrowedTo } from '../maps.ts';
import type { Services } from '../services.ts';
import { NotThere } from '../store/keep/refusals.ts';
import { acceptJson } from './body.ts';
import { senderIn } from './contributions.ts';
import { anyPatchParam, json, named, newRoutes, refusals } from './parts.ts';
import { unknownPlace } from './places.ts';

const MOST_BYTES = 4 * 1024;
const idParam = z.object({ id: z.string().max(100) });
const risksSchema = z.object({ risks: z.array(named('KeptRisk', keptRiskSchema)) });
const WHO_READS =
  'Those that are public; stewards and commissioners read all, and those who keep a place read its own.';

const note = createRoute({
  method: 'post',
  path: '/api/places/{id}/risks',
  summary: 'Note that a place may go',
  description:
    'For those who keep it, and stewards. Commissioners read it; everyone does where `public` says so.',
  middleware: [need('keep'), acceptJson(MOST_BYTES)] as const,
  request: {
    params: idParam,
    body: { content: { 'application/json': { schema: named('RiskNote', riskNoteSchema) } }, required: true },
  },
  responses: {
    201: json(z.object({ id: z.uuid() }), 'It is noted'),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 429, 503),
  },
});

const ofPlace = createRoute({
  method: 'get',
  path: '/api/places/{id}/risks',
  summary: 'Notes that a place may go',
  description: WHO_READS,
  request: { params: idParam },
  responses: { 200: json(risksSchema, 'Those that stand, the soonest to end first'), ...refusals(404) },
});

const ofMap = createRoute({
  method: 'get',
  path: '/api/risks',
  summary: 'Notes of places that may go, of one map or of all',
  description: WHO_READS,
  request: { query: z.object({ patch: anyPatchParam.optional() }) },
  responses: { 200: json(risksSchema, 'Those that stand, the soonest to end first'), ...refusals(400) },
});

const withdraw = createRoute({
  method: 'delete',
  path: '/api/risks/{id}',
  summary: 'Take back a note that a place may go',
  description: 'It is shown no longer and stays in the log.',
  middleware: need('keep'),
  request: { params: idParam },
  responses: { 204: { description: 'It is taken back' }, ...refusals(401, 403, 404, 429, 503) },
});

export function riskRoutes({ stores, now }: Services) {
  /** The place that an id stands for now. */
  const placeOf = async (id: string): Promise<string> => {
    const found = await stores.places.get(id);
    if (found.found === 'nothing') throw unknownPlace();
    return found.found === 'moved' ? found.to : id;
  };
  return newRoutes()
    .openapi(note, async (c) => {
      const id = await placeOf(c.req.valid('param').id);
      if (!(await stores.risks.mayNote(id, c.get('person')))) throw notAllowed(NOT_YOURS);
      return c.json({ id: await stores.risks.note(id, c.req.valid('json'), senderIn(c, now)) }, 201);
    })
    .openapi(ofPlace, async (c) => {
      const placeId = await placeOf(c.req.valid('param').id);
      return c.json({ risks: await stores.risks.list({ placeId }, c.get('person')) }, 200);
    })
    .openapi(ofMap, async (c) => {
      const patch = narrowedTo(c.req.valid('query').patch);
      const asked = patch === undefined ? {} : { patch };
      return c.json({ risks: await stores.risks.list(asked, c.get('person')) }, 200);
    })
    .openapi(withdraw, async (c) => {
      const { id } = c.req.valid('param');
      const placeId = await stores.risks.placeOf(id);
      // Who may not know of a note is not told that there is one.
      if (placeId === null) throw new NotThere('There is no such note any more.');
      if (!(await stores.risks.mayNote(placeId, c.get('person')))) throw notAllowed(NOT_YOURS);
      await stores.risks.withdraw(id, senderIn(c, now));
      return c.body(null, 204);
    });
}

const NOT_YOURS = 'This is for those who keep this place, and for stewards.';
