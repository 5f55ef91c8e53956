import type { PlaceStatus } from '../place/place.ts';
import type { Baseline } from '../reach/baseline.ts';
import type { Cut, CutProblem } from './cut.ts';
import { placeNumbers } from './place-numbers.ts';

const NOT_OPEN: { readonly [status in Exclude<PlaceStatus, 'open'>]: string } = {
  closed: 'is already closed',
  'temporarily-closed': 'is closed for now, so closing it would change nothing here',
  unknown: 'may not be open: we do not know, so it is not counted',
};

/**
 * Everything wrong with a list of cuts, in its order; empty when nothing is. A cut may have more than one problem.
 * Nothing is changed or thrown: show the problems, and play the scenario only when there are none.
 */
export function checkCuts(baseline: Baseline, cuts: readonly Cut[]): CutProblem[] {
  const { places } = baseline;
  const numbers = placeNumbers(baseline);
  const seen = new Set<string>();
  return cuts.flatMap((cut, index) => {
    const problems: CutProblem[] = [];
    const add = (code: CutProblem['code'], message: string) => problems.push({ index, code, message });
    if (cut.type !== 'close') return problems;
    const number = numbers.get(cut.place);
    const name = number === undefined ? undefined : (places.name[number] ?? cut.place);
    if (number === undefined)
      add(
        'unknown-place',
        `We cannot find the place with the reference “${cut.place}” on this map. Take it out, or choose its kind or its map first.`,
      );
    else {
      const status = places.status[number] ?? 'unknown';
      if (status !== 'open') add('not-open', `${name} ${NOT_OPEN[status]}. Take it out of the list.`);
      if (places.outside[number] === true)
        add(
          'outside',
          `${name} is outside this map. It counts as somewhere to go but cannot be closed here. Take it out of the list.`,
        );
    }
    if (seen.has(cut.place))
      add('twice', `${name ?? `“${cut.place}”`} is in the list twice. Take one of the two out.`);
    seen.add(cut.place);
    return problems;
  });
}
