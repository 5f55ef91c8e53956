import { describe, expect, it } from 'vitest';
import { type Scenario, scenarioSchema } from './report.ts';

const SOUND: Scenario = {
  patch: 'leicestershire',
  kinds: ['library'],
  minutes: 15,
  pace: 'planner',
  metres: 800,
  lens: 'older',
  when: { days: ['tu'], from: 18, to: 21 },
  someWeeks: false,
  checkedSince: '2026-01-01',
  on: '2027-04-01',
  cuts: [
    { type: 'close', place: 'a' },
    { type: 'shorten', place: 'b', keeps: 'o'.repeat(168) },
    { type: 'end-grant', grant: 'The fund', endsOn: '2027-03-31', places: ['c'], replaced: ['c'] },
    {
      type: 'open',
      site: 'new-1',
      name: 'N',
      kind: 'hall',
      easting: 1,
      northing: 2,
      week: '.'.repeat(168),
    },
  ],
};
/** Nothing that any field may be, but for the few that take one of them. */
const BAD: readonly unknown[] = [
  ...[undefined, null, true, {}, [], [null], [[]], [undefined]],
  ...['', ' ', 'nonsense!', 'x'.repeat(300), '2027-02-30'],
  ...[-1, 0, 0.5, 25, 1e9, 1e300, Number.NaN, Number.POSITIVE_INFINITY],
  ...[Array(501).fill('a'), Array(8).fill('mo'), ['nonsense!'], [''], { type: 'other' }, { type: 'close' }],
  ...[
    { days: ['mo'], from: 9, to: 9 },
    { days: [], from: 1.5, to: 'x' },
  ],
];
type Path = readonly (string | number)[];

/** Every field, and every object and list that holds some. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, each]) =>
      pathsOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function withValue(value: unknown, [key, ...rest]: Path, bad: unknown): unknown {
  if (key === undefined) return bad;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = withValue(copy[key], rest, bad);
  return copy;
}

const messagesOf = (scenario: unknown) =>
  scenarioSchema.safeParse(scenario).error?.issues.map(({ message }) => message) ?? [];

describe('a scenario that cannot be read', () => {
  it('is the sound one with one thing changed', () => {
    expect(scenarioSchema.parse(SOUND)).toEqual(SOUND);
  });

  it.each(pathsOf(SOUND).map((path) => [path.join('.') || 'all of it', path] as const))(
    '%s: says in plain English what to do, in no words of the checker',
    (_, path) => {
      const said = BAD.flatMap((bad) => messagesOf(withValue(SOUND, path, bad)));
      expect(said.length).toBeGreaterThan(5);
      for (const message of said) {
        expect(message).not.toMatch(/invalid|too (small|big)|expected|required|unrecogni[sz]ed|>=|<=|NaN/i);
        expect(message).toMatch(/^(Give|Choose|Say|Call|Keep|The hour it ends must) .*\.$/);
      }
    },
  );

  it('is told of the field, with the values that it takes', () => {
    const at = (path: Path, bad: unknown) => messagesOf(withValue(SOUND, path, bad));
    expect(at(['kinds', 0], 'pub')).toEqual([expect.stringContaining('library')]);
    expect(at(['cuts', 3, 'kind'], 'pub')).toEqual([expect.stringContaining('library')]);
    expect(at(['cuts', 3, 'easting'], 1.5)).toEqual([expect.stringContaining('easting in whole metres')]);
    expect(at(['on'], '31/03/2027')).toEqual(['Give the day as year-month-day, such as 2027-03-31.']);
    expect(at(['metres'], 49)).toEqual([expect.stringContaining('from 50 to 20000')]);
    expect(at(['when', 'to'], 18)).toEqual(['The hour it ends must be after the hour it starts.']);
    expect(at(['cuts', 0, 'type'], 'shut')).toEqual([expect.stringContaining('close, shorten, end-grant')]);
    expect(at([], 'text')).toEqual([expect.stringContaining('JSON object')]);
  });
});
