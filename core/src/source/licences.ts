/**
 * Licences fall into families that must stay apart: what is shared alike (ODbL, CC BY-SA) may not be mixed into
 * what is free of that duty, so each family is exported into a file of its own.
 */
export const LICENCE_FAMILIES = [
  { id: 'ogl', name: 'Open Government Licence', shareAlike: false, is: /^(UK )?Open Government Licence/i },
  {
    id: 'odbl',
    name: 'Open Database Licence (ODbL)',
    shareAlike: true,
    is: /Open (Data Commons )?Open Database|Open Database Licen[cs]e|ODbL/i,
  },
  {
    id: 'cc-by-sa',
    name: 'Creative Commons Attribution-ShareAlike',
    shareAlike: true,
    is: /Attribution[- ]Share ?Alike|CC[- ]BY[- ]SA/i,
  },
  {
    id: 'cc-by',
    name: 'Creative Commons Attribution',
    shareAlike: false,
    is: /Creative Commons Attribution|CC[- ]BY\b/i,
  },
  { id: 'cc0', name: 'Public domain (CC0)', shareAlike: false, is: /CC0|Public Domain|PDDL/i },
  {
    id: 'own',
    name: 'Kith’s own facts, and other terms',
    shareAlike: false,
    is: /./,
  },
] as const;

export type LicenceFamilyId = (typeof LICENCE_FAMILIES)[number]['id'];
export const LICENCE_FAMILY_IDS = LICENCE_FAMILIES.map((family) => family.id) as [
  LicenceFamilyId,
  ...LicenceFamilyId[],
];

/**
 * The family that a licence belongs to by its words. Words of two licences go by the stricter only when they begin
 * with it or name its duty; what no family knows is `own`, whose rows each carry their own words.
 */
export function licenceFamilyOf(licence: string): LicenceFamilyId {
  return LICENCE_FAMILIES.find((family) => family.is.test(licence))?.id ?? 'own';
}
