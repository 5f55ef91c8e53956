import { about, everyone, just, only, people, type Row, theirs } from './row.ts';

/** The members of the organisation, and stewards; a key acts for its places and not for itself. */
const members = (path: string, body?: unknown): Row =>
  about(
    just('anchor', 'steward', 'administrator'),
    ({ organisation }) => `/api/organisations/${organisation}${path}`,
    body,
  );

/**
 * Who may use each route. A new route without a row fails the test, and so does a row without a route.
 *
 * To add yours, add one line: `'POST /api/things': only('steward'),`. Say who is let through:
 * - `everyone()`: visitors too;
 * - `only(right)`: whoever has that right of core/src/keep/roles.ts, keys of organisations among them;
 * - `people()`: everyone who signed in, and no key;
 * - `theirs()`: the organisation that keeps the place or owns the thing (`anchor`, its `key`), stewards, administrators;
 * - `just('steward', 'key')`: these of ASKERS in world.ts, where it is none of the above.
 * A route whose answer hangs on which place or thing it is about says so, with a good body where it takes one:
 * `about(theirs(), ({ placeId }) => `/api/places/${placeId}/things`, { words: 'Good' })`. Left out, ids lead to nothing
 * and the body is `{}`: who is let through then gets 400 or 404, and who is not must get 401 or 403 all the same.
 * A visitor who is not let through gets 401, anyone else 403.
 * That no page of another site can use it is tried for every route that writes, without a word here.
 */
export const ROUTES: Record<string, Row> = {
  'GET /api/health': everyone(),
  'GET /api/config': everyone(),
  'GET /api/openapi.json': everyone(),
  'GET /api/patches': everyone(),
  'GET /api/kinds': everyone(),
  'GET /api/places': everyone(),
  'GET /api/places/{id}': everyone(),
  'GET /api/pins': everyone(),
  'GET /api/clusters': everyone(),
  'GET /api/areas': everyone(),
  'GET /api/areas/{code}': everyone(),
  'GET /api/indicators': everyone(),
  'GET /api/values/{indicator}': everyone(),
  'GET /api/risk/{lens}': everyone(),
  'GET /api/districts/risk/{lens}': everyone(),
  'GET /api/districts/values/{indicator}': everyone(),
  'GET /api/districts/reach': everyone(),
  'GET /api/reach': everyone(),
  'GET /api/measures': everyone(),
  'GET /api/week': everyone(),
  'GET /api/irreplaceable': everyone(),
  'GET /api/access': everyone(),
  'GET /api/ground/at': everyone(),
  'GET /api/ground/degrees': everyone(),
  'GET /api/baseline': everyone(),
  'POST /api/scenarios/preview': everyone(),
  'POST /api/scenarios/compare': everyone(),
  'GET /api/geometry/{version}/areas': everyone(),
  'GET /api/geometry/{version}/districts': everyone(),
  'GET /api/geometry/{version}/codes': everyone(),
  'GET /api/geometry/{version}/names': everyone(),
  'GET /api/geometry/{version}/tiles/{z}/{x}/{y}': everyone(),
  'GET /api/search': everyone(),
  'GET /api/sources': everyone(),
  'GET /api/money': everyone(),
  'GET /api/data-report': everyone(),
  'GET /api/data-report/coverage/{indicator}': everyone(),
  'GET /api/data-report/rejected': everyone(),
  'GET /api/data-report/merge-queue': everyone(),
  'GET /api/exports': everyone(),
  'GET /api/exports/{file}': everyone(),
  'POST /api/places/{id}/reports': everyone(),

  // What people say of places.
  'POST /api/contributions': everyone(),
  'GET /api/look-alikes': everyone(),
  'POST /api/places/{id}/edits': everyone(),
  'POST /api/places/{id}/confirmations': only('sign-off'),
  'GET /api/sent/{reference}': everyone(),
  'GET /api/places/{id}/history': everyone(),
  'POST /api/places/{id}/restore': only('steward'),
  'POST /api/places/{id}/keep': only('sign-off'),
  // Of which places it holds is tried in tests/contract/keeping.test.ts: ending it once ends it for all.
  'DELETE /api/places/{id}/keep': only('keep'),
  'POST /api/photos': everyone(),
  'GET /api/photos/{id}': everyone(),
  'DELETE /api/photos/{id}': only('steward'),
  'GET /api/risks': everyone(),
  'GET /api/places/{id}/risks': everyone(),
  'POST /api/places/{id}/risks': about(theirs(), ({ placeId }) => `/api/places/${placeId}/risks`, {
    reason: 'for-sale',
    amountGbp: null,
    endsOn: null,
    funder: null,
    words: null,
    public: false,
  }),
  'DELETE /api/risks/{id}': only('keep'),

  // Signing in, and what belongs to who signed in.
  'POST /api/sign-in': everyone(),
  'POST /api/sign-in/confirm': everyone(),
  'POST /api/sign-out': everyone(),
  'GET /api/me': everyone(),
  'DELETE /api/me': people(),
  'GET /api/me/sessions': people(),
  'DELETE /api/me/sessions/{id}': people(),
  'GET /api/auth/passkey/generate-authenticate-options': everyone(),
  'POST /api/auth/passkey/verify-authentication': everyone(),
  'GET /api/auth/passkey/generate-register-options': people(),
  'POST /api/auth/passkey/verify-registration': people(),
  'GET /api/auth/passkey/list-user-passkeys': people(),
  'POST /api/auth/passkey/delete-passkey': people(),
  'GET /api/people': only('administer'),
  'POST /api/people': only('administer'),
  'POST /api/people/{id}/role': only('administer'),
  'DELETE /api/people/{id}': only('administer'),

  // Organisations. Nobody is let through to another organisation's: see tests/contract/organisations.test.ts.
  'GET /api/organisations': only('steward'),
  'POST /api/organisations': only('steward'),
  'GET /api/organisations/{id}': everyone(),
  'PATCH /api/organisations/{id}': members('', { phone: null, was: { phone: null } }),
  'GET /api/organisations/{id}/members': members('/members'),
  'POST /api/organisations/{id}/members': members('/members', { email: 'new@example.org' }),
  'DELETE /api/organisations/{id}/members/{personId}': members('/members/nobody'),
  'GET /api/organisations/{id}/tokens': members('/tokens'),
  'POST /api/organisations/{id}/tokens': members('/tokens', {}),
  'DELETE /api/organisations/{id}/tokens/{tokenId}': members('/tokens/none'),

  // What waits for a steward.
  'GET /api/waiting': only('steward'),
  'GET /api/waiting/counts': only('steward'),
  'GET /api/waiting/done': only('steward'),
  'GET /api/waiting/{id}': only('steward'),
  'POST /api/waiting/decisions': only('steward'),
  'POST /api/waiting/{id}/put-back': only('steward'),
  'POST /api/merges/{fromId}/undo': only('steward'),

  // Spreadsheets. Of one brought by others it is said that there is none: see tests/sheets.
  'POST /api/imports': only('keep'),
  'GET /api/imports': only('keep'),
  'GET /api/imports/{id}': only('keep'),
  'PUT /api/imports/{id}/mapping': only('keep'),
  'PUT /api/imports/{id}/sheet': only('keep'),
  'PATCH /api/imports/{id}/cells': only('keep'),
  'GET /api/imports/{id}/dry-run': only('keep'),
  'GET /api/imports/{id}/dry-run/rows': only('keep'),
  'POST /api/imports/{id}/run': only('keep'),
  'POST /api/imports/{id}/undo': only('keep'),

  // Reminders, and how the service stands.
  'POST /api/reminders/read': everyone(),
  'POST /api/reminders/answer': everyone(),
  'GET /api/admin/state': only('administer'),
  'GET /api/removals': only('administer'),
  'POST /api/removals': only('administer'),
};
