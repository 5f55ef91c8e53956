/**
 * Who someone is to Kith. `visitor` has not signed in; `contributor` has; `anchor` belongs to an organisation that
 * keeps listings; `commissioner` reads notes of places at risk; `steward` decides what is shown; `administrator`
 * names all of these.
 */
export const ROLES = [
  { id: 'visitor', label: 'Visitor' },
  { id: 'contributor', label: 'Contributor' },
  { id: 'anchor', label: 'Anchor' },
  { id: 'commissioner', label: 'Commissioner' },
  { id: 'steward', label: 'Steward' },
  { id: 'administrator', label: 'Administrator' },
] as const;
export type Role = (typeof ROLES)[number]['id'];
export const ROLE_IDS = ROLES.map((role) => role.id) as [Role, ...Role[]];

/** Roles that an administrator gives. The others follow: from signing in, and from belonging to an organisation. */
export const GIVEN_ROLES = ['commissioner', 'steward', 'administrator'] as const;
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** What may be done, by whom. A route names one of these and nothing else decides. */
const ALLOWED = {
  /** Sends a new place, an edit, a tip or a photo to the stewards. Everyone may, without an account. */
  suggest: ['visitor', 'contributor', 'anchor', 'commissioner', 'steward', 'administrator'],
  /** Says "still right" of a listing; asks to keep one; has sessions of their own. */
  'sign-off': ['contributor', 'anchor', 'commissioner', 'steward', 'administrator'],
  /** Edits what their organisation keeps at once, notes that it is at risk, brings spreadsheets, has tokens. */
  keep: ['anchor', 'steward', 'administrator'],
  /** Reads notes of places at risk that are not public. */
  'read-risk': ['commissioner', 'steward', 'administrator'],
  /** Decides what waits, edits anything, restores, merges. */
  steward: ['steward', 'administrator'],
  /** Names stewards, reads how the service stands, removes on a privacy request. */
  administer: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof ALLOWED;
export const RIGHTS = Object.keys(ALLOWED) as Right[];

export function may(role: Role, right: Right): boolean {
  return (ALLOWED[right] as readonly Role[]).includes(role);
}

/** An organisation that keeps listings, as its members and the page of a place name it. */
export interface OrganisationName {
  readonly id: string;
  readonly name: string;
}

/** Whoever asks. `id` is null for a visitor. */
export interface Person {
  readonly id: string | null;
  readonly role: Role;
  readonly organisations: readonly OrganisationName[];
}
export const VISITOR: Person = { id: null, role: 'visitor', organisations: [] };
