/**
 * Licences fall into families that must stay apart: what is shared alike (ODbL, CC BY-SA) may not be mixed into
 * what is free of that duty, so each family is exported into a file of its own. In the order they are listed.
 */
export const LICENCE_FAMILIES = [
  { id: 'ogl', name: 'Open Government Licence', shareAlike: false },
  { id: 'odbl', name: 'Open Database Licence (ODbL)', shareAlike: true },
  { id: 'cc-by-sa', name: 'Creative Commons Attribution-ShareAlike', shareAlike: true },
  { id: 'cc-by', name: 'Creative Commons Attribution', shareAlike: false },
  { id: 'cc0', name: 'Public domain (CC0)', shareAlike: false },
  { id: 'own', name: 'Kith’s own facts, and other terms', shareAlike: false },
] as const;

export type LicenceFamilyId = (typeof LICENCE_FAMILIES)[number]['id'];
export const LICENCE_FAMILY_IDS = LICENCE_FAMILIES.map((family) => family.id) as [
  LicenceFamilyId,
  ...LicenceFamilyId[],
];

/**
 * Words by which a family is known; the first that fits has it. Terms that forbid trade or changes, and duties to share
 * alike, count wherever they stand; a free licence only where the words begin with it, as what follows may bind more.
 */
const KNOWN_BY: readonly { readonly id: LicenceFamilyId; readonly is: RegExp }[] = [
  {
    id: 'own',
    is: /\bNon[- ]?Commercial|\bNo[- ]?Deriv|\bBY[- ](SA[- ])?N[CD]\b|\b(CC|Creative Commons)[- ]N[CD]\b/i,
  },
  { id: 'odbl', is: /\bODbL\b|Open (Data Commons )?(Open )?Database Licen[cs]e/i },
  { id: 'cc-by-sa', is: /Share[- ]?Alike|\bBY[- ]SA\b/i },
  { id: 'ogl', is: /^(the )?(UK )?(Open Government Licen[cs]e|OGL)\b/i },
  { id: 'cc-by', is: /^((Creative Commons|CC)[- ](Attribution|BY)\b|Attribution \d|BY \d)/i },
  {
    id: 'cc0',
    is: /^(CC[- ]?0|Creative Commons (CC0|Zero)|Public Domain|PDDL|Open Data Commons Public Domain)\b/i,
  },
];

/**
 * The family that a licence belongs to by its words. Words of several licences go by a duty to share alike wherever in
 * them it stands, ODbL before CC BY-SA; without one, by the free licence they begin with. What forbids trade or
 * changes, and what no family knows, is `own`, whose rows each carry their own words.
 */
export function licenceFamilyOf(licence: string): LicenceFamilyId {
  return KNOWN_BY.find(({ is }) => is.test(licence.trim()))?.id ?? 'own';
}
