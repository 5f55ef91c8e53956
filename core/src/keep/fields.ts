import type { PlaceField } from '../place/place.ts';

/** The fields that people may say something about, in the order that forms and comparisons show them. */
export const KEPT_FIELDS = [
  { id: 'name', label: 'Name' },
  { id: 'kind', label: 'What it is' },
  { id: 'status', label: 'Open or closed' },
  { id: 'position', label: 'Where it is' },
  { id: 'address', label: 'Address' },
  { id: 'postcode', label: 'Postcode' },
  { id: 'when', label: 'When, in words' },
  { id: 'openingHours', label: 'Opening times' },
  { id: 'forWhom', label: 'Who it is for' },
  { id: 'wheelchair', label: 'Wheelchair access' },
  { id: 'access', label: 'Access in words' },
  { id: 'phone', label: 'Phone' },
  { id: 'email', label: 'Email' },
  { id: 'website', label: 'Website' },
  { id: 'runBy', label: 'Who runs it' },
  { id: 'operator', label: 'Name of who runs it' },
  { id: 'notes', label: 'Notes' },
] as const satisfies readonly { readonly id: PlaceField; readonly label: string }[];

export type KeptField = (typeof KEPT_FIELDS)[number]['id'];
export const KEPT_FIELD_IDS = KEPT_FIELDS.map((field) => field.id) as [KeptField, ...KeptField[]];

export function labelOf(field: KeptField): string {
  return KEPT_FIELDS.find((each) => each.id === field)?.label ?? field;
}
