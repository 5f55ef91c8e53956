import { type Kind, kindOf } from '@kith/core/place/kinds';
import { PACES, type PaceId } from '@kith/core/reach/walk';
import type { Reach } from '../data/questions.ts';
import { orList, whole } from '../words/area-words.ts';
import { withRows } from './rows.ts';
import { type AreaRow, type Overlay, SHAPES_NOTE } from './types.ts';

export const SHARES = [
  'under a fifth',
  'a fifth or more',
  'two fifths or more',
  'three fifths or more',
  'four fifths or more',
];

/** The class of a share of people, in five equal steps; an area with nobody in it has none. */
export function shareClass(within: number, residents: number): number | null {
  return residents > 0 ? Math.min(5, Math.floor((within * 5) / residents) + 1) : null;
}

export interface ReachAsked {
  readonly kinds: readonly Kind[];
  readonly minutes: number;
  readonly pace: PaceId;
}

/** Why people are only perhaps within reach, at any time of the week (method 2). */
export const PERHAPS_BECAUSE = 'a place is known only to its village, or may be out of date';

/** "a library", "a library, a hall or a group". */
export const anyOf = (kinds: readonly Kind[]): string =>
  orList(kinds.map((kind) => `a ${kindOf(kind).label.toLowerCase()}`));

/**
 * Share of people within a walk. Only people near an exactly known place are counted. Where those who may be within
 * it would lift the area into a higher class, it is drawn as "perhaps": what is not known is never drawn as a gap.
 */
export function reachOverlay(reach: Reach, { kinds, minutes, pace }: ReachAsked): Overlay {
  const at = (column: readonly number[], index: number): number => column[index] ?? 0;
  const shares = reach.codes.map((_, index) =>
    shareClass(at(reach.within, index), at(reach.residents, index)),
  );
  const unsure = shares.map((share, index) => {
    const most = at(reach.within, index) + at(reach.perhaps, index);
    return share !== null && (shareClass(most, at(reach.residents, index)) ?? 0) > share;
  });
  const rowAt = (index: number): AreaRow => {
    const [least, most] = [at(reach.withinLeast, index), at(reach.withinMost, index)];
    const band = least === most ? '' : ` (between ${whole(least)} and ${whole(most)})`;
    const perhaps = at(reach.perhaps, index);
    const more = perhaps > 0 ? `, perhaps ${whole(perhaps)} more` : '';
    const edge = reach.nearEdge[index] ? '; near the edge of what is loaded' : '';
    return {
      code: reach.codes[index] ?? '',
      class: unsure[index] ? ('perhaps' as const) : (shares[index] ?? null),
      words: `${whole(at(reach.within, index))}${band} of ${whole(at(reach.residents, index))} people${more}${edge}`,
    };
  };
  const walk = PACES.find((each) => each.id === pace) ?? PACES[0];
  const somePerhaps = unsure.includes(true);
  const overlay: Omit<Overlay, 'rows' | 'rowOf'> = {
    classes: {
      of: 'areas',
      codes: reach.codes,
      classes: shares.map((share, index) => (unsure[index] ? 1 : share)),
      perhaps: unsure,
      ramp: 'reach',
    },
    legend: {
      title: `People within a ${minutes}-minute walk of ${anyOf(kinds)}`,
      ramp: 'reach',
      ends: ['few of them', 'all of them'],
      steps: somePerhaps ? [{ class: 'perhaps', label: `perhaps: ${PERHAPS_BECAUSE}` }] : [],
      classed: `Share of each area’s people, in five equal steps`,
      source: `${walk.detail}, streets longer than the straight line · People: Census 2021. Libraries: Arts Council England, 2023`,
      doubt: reach.completeKinds
        ? 'An estimate: people are placed where homes cluster, and streets may run straighter or less.'
        : 'We know only some of these; none listed does not mean none there.',
      notes: [
        `The walk is ${whole(reach.limitMetres)} metres at most (${walk.source}).`,
        'Near the edge of the map some places beyond it may be missing.',
        SHAPES_NOTE,
      ],
      about: 'reach',
    },
    groups: [
      ...SHARES.map((heading, index) => ({
        class: index + 1,
        heading: `Of its people, ${heading}`,
      })).toReversed(),
      { class: 'perhaps', heading: `Perhaps: ${PERHAPS_BECAUSE}` },
      { class: null, heading: 'No data' },
    ],
  };
  return withRows(overlay, rowAt);
}
