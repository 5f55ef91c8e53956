import type { Kind } from '../place/kinds.ts';
import type { PlaceStatus } from '../place/place.ts';
import { isWithinWeek, SLOTS } from '../place/week.ts';
import type { Baseline } from '../reach/baseline.ts';
import { homeTree } from '../reach/columns.ts';
import { nearestInTree } from '../reach/nearest-tree.ts';
import type { Cut, CutProblem, EndGrantCut, OpenCut, ShortenCut } from './cut.ts';
import { placeNumbers } from './place-numbers.ts';

const NOT_OPEN: { readonly [status in Exclude<PlaceStatus, 'open'>]: string } = {
  closed: 'is already closed',
  'temporarily-closed': 'is closed for now, so cutting it would change nothing here',
  unknown: 'may not be open: we do not know, so it is not counted',
};

/**
 * Farther than this from every home on the map, straight, a new place is a slip of the hand: no walk is that long.
 * Kith's own; errs neither way while limits are 20 km at most.
 */
export const FAR_AWAY_METRES = 20_000;

/** What cuts are checked against: a baseline. Without its home points nothing is found to be far away. */
export type CutGround = Pick<Baseline, 'places' | 'weeks'> & Partial<Pick<Baseline, 'homePoints'>>;

type Add = (code: CutProblem['code'], message: string) => void;

/**
 * Everything wrong with a list of cuts, in its order; empty when nothing is. A cut may have more than one problem, and
 * says each once.
 * Nothing is changed or thrown: show the problems, and play the scenario only when there are none.
 *
 * @param kinds those that count in the scenario; without them no new place is found to be of a kind that does not.
 */
export function checkCuts(ground: CutGround, cuts: readonly Cut[], kinds?: readonly Kind[]): CutProblem[] {
  const seen = new Set<string>();
  const problems: CutProblem[] = [];
  for (const [index, cut] of cuts.entries()) {
    const said = new Set<string>();
    // A place that one grant names three times is unknown once and in the list twice once.
    const add: Add = (code, message) => {
      if (!said.has(`${code} ${message}`)) problems.push({ index, code, message });
      said.add(`${code} ${message}`);
    };
    if (cut.type === 'open') checkNew(ground, cut, kinds, seen, add);
    else if (cut.type === 'end-grant') checkGrant(ground, cut, seen, add);
    else {
      const number = checkPlace(ground, cut.place, seen, add);
      if (cut.type === 'shorten' && number !== undefined) checkHours(ground, cut, number, add);
    }
  }
  return problems;
}

/** Checks a place that a cut names, and gives its number; undefined where there is none. */
function checkPlace(ground: CutGround, id: string, seen: Set<string>, add: Add): number | undefined {
  const { places } = ground;
  const number = placeNumbers(ground).get(id);
  const name = number === undefined ? `“${id}”` : (places.name[number] ?? id);
  if (number === undefined)
    add(
      'unknown-place',
      `We cannot find the place with the reference “${id}” on this map. Take it out, or choose its kind or its map first.`,
    );
  else {
    const status = places.status[number] ?? 'unknown';
    if (status !== 'open') add('not-open', `${name} ${NOT_OPEN[status]}. Take it out of the list.`);
    if (places.outside[number] === true)
      add(
        'outside',
        `${name} is outside this map. It counts as somewhere to go but cannot be cut here. Take it out of the list.`,
      );
  }
  if (seen.has(id)) add('twice', `${name} is in the list twice. Take one of the two out.`);
  seen.add(id);
  return number;
}

function checkHours({ places, weeks }: CutGround, { keeps }: ShortenCut, number: number, add: Add): void {
  const name = places.name[number] ?? '';
  const week = weeks[places.week[number] ?? -1];
  if (keeps === '.'.repeat(SLOTS))
    add('no-hours-left', `${name} would keep no hours at all. Close it instead, or leave it some hours.`);
  else if (week === undefined) return;
  else if (keeps === week)
    add(
      'no-hours-cut',
      `${name} would keep all its hours. Take some hours away, or take it out of the list.`,
    );
  else if (!isWithinWeek(keeps, week))
    add(
      'not-its-hours',
      `${name} is not open in some of the hours it would keep. Choose only from the hours it has.`,
    );
}

function checkGrant(ground: CutGround, cut: EndGrantCut, seen: Set<string>, add: Add): void {
  for (const place of cut.places) checkPlace(ground, place, seen, add);
  const { name } = ground.places;
  for (const place of cut.replaced) {
    if (cut.places.includes(place)) continue;
    const number = placeNumbers(ground).get(place);
    const known = number === undefined ? `“${place}”` : (name[number] ?? place);
    add(
      'not-paid-for',
      `${known} is not paid for by ${cut.grant}, so that money cannot be replaced. Add it to the grant, or take it out.`,
    );
  }
}

const found = new Int32Array(1);
const square = new Float64Array(1);

function checkNew(
  { homePoints }: CutGround,
  cut: OpenCut,
  kinds: readonly Kind[] | undefined,
  seen: Set<string>,
  add: Add,
): void {
  if (kinds !== undefined && !kinds.includes(cut.kind))
    add(
      'not-counted',
      `${cut.name} is of a kind that does not count here. Choose its kind among those that count, or take it out.`,
    );
  if (homePoints !== undefined && homePoints.area.length > 0) {
    const tree = homeTree({ homePoints });
    const most = FAR_AWAY_METRES * FAR_AWAY_METRES;
    if (nearestInTree(tree, cut.easting, cut.northing, 1, found, square, 0, most) === 0)
      add(
        'far-away',
        `${cut.name} is more than 20 km from everyone on this map. Move it, or choose its map first.`,
      );
  }
  if (seen.has(cut.site)) add('twice', `${cut.name} is in the list twice. Take one of the two out.`);
  seen.add(cut.site);
}
