/**
 * A patch is the part of the country a council and its neighbours look after together: what one map shows. Which
 * there are depends on what is loaded (the API lists them); these three are the starter's.
 */
export const STARTER_PATCHES = [
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

/** A patch is named by a slug: `leicestershire`, `north-yorkshire`. */
export type PatchId = string;
export const PATCH_ID = /^[a-z][a-z0-9-]{0,59}$/;

/** Everything loaded, as one map: offered where all of England is. No council has this name. */
export const EVERYWHERE = 'all';

/** LSOAs of England at the 2021 census, codes from E01. Source: Office for National Statistics; exact. */
export const AREAS_OF_ENGLAND = 33_755;

/** An upper-tier authority: a county, a unitary, a metropolitan district or a London borough. */
export interface Authority {
  readonly code: string;
  readonly name: string;
}

/** Authorities that share a map. Every other has one of its own. */
const SHARED: Readonly<Record<string, string>> = {
  E10000018: 'leicestershire',
  E06000016: 'leicestershire',
  E06000017: 'leicestershire',
};

/** The patch that an upper-tier authority belongs to: a slug of its name, unless it shares its map. */
export function patchOfAuthority({ code, name }: Authority): PatchId {
  return SHARED[code] ?? slug(plainName(name));
}

/** What a patch is called, from the authorities of it that are loaded: `Leicestershire, Leicester & Rutland`. */
export function patchNames(
  id: PatchId,
  authorities: readonly Authority[],
): { readonly name: string; readonly shortName: string } {
  const starter = STARTER_PATCHES.find((patch) => patch.id === id);
  const whole = Object.values(SHARED).filter((each) => each === id).length || 1;
  if (starter !== undefined && authorities.length >= whole) return starter;
  const names = authorities.map(({ name }) => plainName(name)).sort();
  const name = names.length < 2 ? (names[0] ?? id) : `${names.slice(0, -1).join(', ')} & ${names.at(-1)}`;
  return { name, shortName: name };
}

/** `Bristol, City of` is Bristol to those who live there. */
function plainName(name: string): string {
  return name.replace(/, (City|County) of$/, '');
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
