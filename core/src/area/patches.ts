/** A patch is the part of the country a council and its neighbours look after together: what one map shows. */
export const PATCHES = [
  {
    id: 'leicestershire',
    name: 'Leicestershire, Leicester & Rutland',
    shortName: 'Leicestershire',
    districts: [
      'E07000129',
      'E07000130',
      'E07000131',
      'E07000132',
      'E07000133',
      'E07000134',
      'E07000135',
      'E06000016',
      'E06000017',
    ],
  },
  { id: 'kirklees', name: 'Kirklees', shortName: 'Kirklees', districts: ['E08000034'] },
  {
    id: 'brighton-and-hove',
    name: 'Brighton & Hove',
    shortName: 'Brighton & Hove',
    districts: ['E06000043'],
  },
] as const;
export type PatchId = (typeof PATCHES)[number]['id'];
export const PATCH_IDS = PATCHES.map((patch) => patch.id) as [PatchId, ...PatchId[]];
