import type { Curve } from '@kith/core/scenario/report';

/** A drawing of people within each distance: its inside in pixels, and where a value lies in it. */
export interface CurveFrame {
  readonly width: number;
  readonly height: number;
  /** Metres at the right edge, people at the top. */
  readonly metres: number;
  readonly people: number;
}

const at = (frame: CurveFrame, metres: number, people: number): string =>
  `${((metres / frame.metres) * frame.width).toFixed(1)} ${(frame.height - (people / frame.people) * frame.height).toFixed(1)}`;

/** A line through the people within each distance. */
export function curveLine(frame: CurveFrame, metres: readonly number[], people: readonly number[]): string {
  return metres
    .map((each, index) => `${index === 0 ? 'M' : 'L'}${at(frame, each, people[index] ?? 0)}`)
    .join('');
}

/** The band between the least and the most. */
export function curveBand(
  frame: CurveFrame,
  metres: readonly number[],
  { least, most }: Pick<Curve['before'], 'least' | 'most'>,
): string {
  const back = metres.map((each, index) => `L${at(frame, each, least[index] ?? 0)}`).toReversed();
  return `${curveLine(frame, metres, most)}${back.join('')}Z`;
}

/** The last distance worth drawing: where all who will ever be within reach nearly are, before and after; at least 2 km. */
export function curveEnd({ metres, before, after }: Curve): number {
  const enough = (people: readonly number[]): number => {
    const last = people.at(-1) ?? 0;
    return metres[people.findIndex((each) => each >= last * 0.99)] ?? 0;
  };
  const end = Math.max(2000, enough(before.middle), enough(after.middle));
  return Math.min(metres.at(-1) ?? end, Math.ceil(end / 1000) * 1000);
}

/** Distances for a table: every 200 m to 1 km, then every 500 m, and the limit asked about where the curve has it. */
export function curveRows({ metres }: Curve, limit: number): number[] {
  return metres.flatMap((each, index) => {
    const told = each > 0 && (each <= 1000 ? each % 200 === 0 : each % 500 === 0);
    return told || each === limit ? [index] : [];
  });
}
