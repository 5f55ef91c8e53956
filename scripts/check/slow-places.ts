import type { Baseline } from '@kith/core/reach/baseline';
import type { PERHAPS_WHY, Scenario } from '@kith/core/scenario/report';

/** What a place answers: it counts, it does not, or why it only may. */
export type Answer = 'yes' | 'no' | (typeof PERHAPS_WHY)[number];

export interface SlowPlace {
  readonly id: string;
  readonly name: string;
  readonly east: number;
  readonly north: number;
  readonly spread: number;
  readonly before: Answer;
  readonly after: Answer;
}

const DAYS: readonly string[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/**
 * Every place with what it answers before and after the cuts, written out from method.md: those of the world in their
 * order, then the new ones. Shares no code with the engine.
 */
export function slowPlaces(world: Baseline, scenario: Scenario): SlowPlace[] {
  const { places } = world;
  const gone = goneWith(scenario);
  const keeps = new Map(
    scenario.cuts.flatMap((cut) => (cut.type === 'shorten' ? [[cut.place, cut.keeps] as const] : [])),
  );
  const old = places.id.map((id, at): SlowPlace => {
    const before = answerOf(world, scenario, at);
    const kept = keeps.get(id);
    const then = kept === undefined ? '' : hoursThen(kept, scenario);
    let after = before;
    if (gone.has(id)) after = 'no';
    else if (kept !== undefined && scenario.when !== null) {
      if (!/[os]/.test(then)) after = 'no';
      else if (before === 'yes' && !then.includes('o') && !scenario.someWeeks) after = 'some-weeks';
    }
    return {
      id,
      name: places.name[at] ?? '',
      east: places.easting[at] ?? 0,
      north: places.northing[at] ?? 0,
      spread: places.spreadMetres[at] ?? 0,
      before,
      after,
    };
  });
  const fresh = scenario.cuts.flatMap((cut): SlowPlace[] => {
    if (cut.type !== 'open') return [];
    const { site: id, name, easting: east, northing: north } = cut;
    const then = hoursThen(cut.week, scenario);
    const after = scenario.kinds.includes(cut.kind) ? answerThen(then, scenario) : 'no';
    return [{ id, name, east, north, spread: 0, before: 'no', after }];
  });
  return [...old, ...fresh];
}

/** The hours asked about, each `o`, `s` or `.`; `?` where they are not known, and `o` where hours do not matter. */
function hoursThen(week: string | null | undefined, { when }: Scenario): string {
  if (when === null) return 'o';
  if (week === null || week === undefined) return '?';
  const asked = [...week].filter((_, slot) => {
    const day = DAYS[Math.floor(slot / 24)];
    return when.days.some((each) => each === day) && slot % 24 >= when.from && slot % 24 < when.to;
  });
  return asked.join('');
}

function answerThen(then: string, { someWeeks }: Scenario): Answer {
  if (then === '?') return 'hours';
  if (then.includes('o')) return 'yes';
  if (!then.includes('s')) return 'no';
  return someWeeks ? 'yes' : 'some-weeks';
}

function answerOf({ places, weeks }: Baseline, scenario: Scenario, at: number): Answer {
  const kind = places.kind[at];
  if (places.status[at] !== 'open' || !scenario.kinds.some((each) => each === kind)) return 'no';
  const answer = answerThen(hoursThen(weeks[places.week[at] ?? -1], scenario), scenario);
  if (answer === 'no') return 'no';
  if ((places.spreadMetres[at] ?? 0) > 0) return 'spot';
  if (answer !== 'yes') return answer;
  const { checkedSince } = scenario;
  if (checkedSince !== null && (places.checkedOn[at] ?? '') < checkedSince) return 'unchecked';
  return places.stale[at] === true ? 'stale' : 'yes';
}

/** Places that close: cut, or paid for by a grant that has ended and that nobody replaces. */
function goneWith({ cuts, on }: Scenario): ReadonlySet<string> {
  return new Set(
    cuts.flatMap((cut) => {
      if (cut.type === 'close') return [cut.place];
      if (cut.type !== 'end-grant') return [];
      const ended = cut.endsOn === null || on === null || on >= cut.endsOn;
      return ended ? cut.places.filter((place) => !cut.replaced.includes(place)) : [];
    }),
  );
}
