import { KIND_IDS, type Kind } from '@kith/core/place/kinds';

/** The kinds a list shows. Nothing ticked is every kind but benches: there are so many that they hide the rest. */
export const shownKinds = (ticked: readonly Kind[]): readonly Kind[] =>
  ticked.length > 0 ? ticked : KIND_IDS.filter((kind) => kind !== 'bench');
