import { openAt, slotsOf, type Week } from '@kith/core/place/week';
import type { Baseline } from '@kith/core/reach/baseline';
import type { Cut } from '@kith/core/scenario/cut';
import type { Scenario } from '@kith/core/scenario/report';
import { closing } from '../bench/engine/closures.ts';

const WHEN = { days: ['tu' as const], from: 17, to: 20 };
/** Each of these is of libraries far from each other: every so many of the list. */
const CLOSED = 30;
const SHORTENED = 30;
const GRANTED = 12;

/** The hours of a Tuesday evening put to another state, as far as they are open. */
function evening(week: Week, to: '.' | 's'): Week {
  const slots = new Set(slotsOf(WHEN));
  return [...week].map((state, slot) => (slots.has(slot) && state !== '.' ? to : state)).join('');
}

/** The same week without its Saturday. */
function noSaturday(week: Week): Week {
  const saturday = new Set(slotsOf({ days: ['sa'], from: 0, to: 24 }));
  return [...week].map((state, slot) => (saturday.has(slot) ? '.' : state)).join('');
}

/**
 * Every kind of cut on a Tuesday evening, on all England: libraries open then and such whose hours nobody knows are
 * closed, shortened and lose their grant; new ones open whose hours are known, known for some weeks, and not known.
 */
export function eveningCuts(world: Baseline): Scenario {
  const { places, weeks } = world;
  const weekOf = (at: number) => weeks[places.week[at] ?? -1] ?? null;
  const libraries = [...places.id.keys()].filter(
    (at) => places.kind[at] === 'library' && places.status[at] === 'open',
  );
  const open = libraries.filter((at) => openAt(weekOf(at), slotsOf(WHEN)) === 'open');
  const unknown = libraries.filter((at) => weekOf(at) === null);
  const take = takerOf(open);
  const takeUnknown = takerOf(unknown);
  const id = (at: number) => places.id[at] ?? '';
  const close = (at: number): Cut => ({ type: 'close', place: id(at) });
  const shorten = (at: number, keeps: (week: Week) => Week): Cut => ({
    type: 'shorten',
    place: id(at),
    keeps: keeps(weekOf(at) ?? 'o'.repeat(168)),
  });
  const grant = (name: string, endsOn: string | null): Cut => {
    const paid = [...take(GRANTED), ...takeUnknown(2)].map(id);
    return { type: 'end-grant', grant: name, endsOn, places: paid, replaced: paid.slice(0, 2) };
  };
  const homes = world.homePoints.area.length;
  const opened = [null, 'o'.repeat(168), 's'.repeat(168)].flatMap((week, of) =>
    Array.from({ length: 10 }, (_, nth): Cut => {
      const home = Math.floor(((3 * nth + of) * homes) / 30);
      return {
        type: 'open',
        site: `new-${of}-${nth}`,
        name: `New library ${of} ${nth}`,
        kind: 'library',
        easting: (world.homePoints.easting[home] ?? 0) + 100,
        northing: world.homePoints.northing[home] ?? 0,
        week,
      };
    }),
  );
  const cuts = [
    ...take(CLOSED).map(close),
    ...takeUnknown(CLOSED).map(close),
    ...take(SHORTENED).map((at) => shorten(at, (week) => evening(week, '.'))),
    ...take(SHORTENED).map((at) => shorten(at, (week) => evening(week, 's'))),
    ...take(SHORTENED).map((at) => shorten(at, noSaturday)),
    ...takeUnknown(SHORTENED).map((at) => shorten(at, (week) => evening(week, '.'))),
    grant('Ended', '2027-03-31'),
    grant('On a day not known', null),
    grant('Still paid', '2027-04-02'),
    ...opened,
  ];
  return {
    ...closing(world, ['library'], []),
    pace: 'over-65',
    minutes: 30,
    lens: 'older',
    when: WHEN,
    on: '2027-04-01',
    cuts,
  };
}

/** Takes a few out of a list, spread over what is left of it, none twice. */
function takerOf(list: readonly number[]): (count: number) => number[] {
  let left = [...list];
  return (count) => {
    const step = Math.floor(left.length / count);
    if (step === 0) throw new Error('There are too few libraries for these cuts.');
    const taken = left.filter((_, at) => at % step === 0).slice(0, count);
    left = left.filter((each) => !taken.includes(each));
    return taken;
  };
}
