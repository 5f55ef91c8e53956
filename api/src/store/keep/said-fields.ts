import type { NewPlace } from '@kith/core/keep/contribution';
import type { KeptField } from '@kith/core/keep/fields';
import type { SheetRow } from '@kith/core/sheet/understanding';

/**
 * What a form and a row of a spreadsheet say of a place in the same way, in the order of the forms. Where it is each
 * says in its own.
 */
export const SAID_FIELDS = [
  'name',
  'kind',
  'status',
  'address',
  'postcode',
  'when',
  'openingHours',
  'forWhom',
  'wheelchair',
  'access',
  'phone',
  'email',
  'website',
  'operator',
  'notes',
] as const satisfies readonly (KeptField & keyof NewPlace & keyof SheetRow)[];
export type SaidField = (typeof SAID_FIELDS)[number];
