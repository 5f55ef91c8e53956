import { z } from '@hono/zod-openapi';
import { KIND_IDS, type Kind, kindOf } from '@kith/core/place/kinds';
import { DAYS, type Day, type When } from '@kith/core/place/week';
import type { PlaceQuestion } from '@kith/core/reach/standing';
import { limitMetres, PACE_IDS, type PaceId } from '@kith/core/reach/walk';
import { whenSchema } from '@kith/core/scenario/report';
import { kindsParam, named, wholeParam } from './parts.ts';

const LIBRARIES: Kind[] = ['library'];

const ASK_WHEN =
  'Give days and hours, such as tu,17-21 or sa.su,10-16: days are mo tu we th fr sa su with full stops between, hours are whole and go from 0 to 24.';

/** A day and hour: `tu,17-21`. */
const whenParam = z
  .string()
  .max(40, ASK_WHEN)
  .transform((given, context): When => {
    const [, days = '', from, to] = /^([a-z.]+),(\d{1,2})-(\d{1,2})$/.exec(given.trim().toLowerCase()) ?? [];
    const asked = days.split('.');
    const when = {
      days: DAYS.filter((day) => asked.includes(day)),
      from: Number(from),
      to: Number(to),
    };
    const isDay = (day: string) => (DAYS as readonly string[]).includes(day);
    if (!asked.every(isDay) || !(when.from < when.to) || when.to > 24) {
      context.addIssue({ code: 'custom', message: ASK_WHEN });
      return z.NEVER;
    }
    return when;
  })
  .openapi({
    type: 'string',
    description: 'Only places open then count: days, a comma, and hours. Left out: hours do not matter',
    example: 'tu,17-21',
  });

const yesNo = z.enum(['yes', 'no'], { error: 'Say yes or no.' });

/** How far on foot, for areas and for districts alike. */
export const walkParams = {
  minutes: wholeParam(1, 60, 'minutes').optional().openapi({ description: 'Left out: 15', example: 15 }),
  pace: z
    .enum(PACE_IDS, { error: `Choose a pace: ${PACE_IDS.join(', ')}.` })
    .optional()
    .openapi({ description: 'Left out: planner', example: 'over-65' }),
};

export const kindParam = kindsParam.optional().openapi({ description: 'Left out: libraries' });

/** Which places count. */
export const countingParams = {
  someWeeks: yesNo.optional().openapi({
    description:
      'yes: a place open then in some weeks only, such as a monthly session, counts too. Left out: no',
  }),
  checkedSince: z.iso.date('Give the day as year-month-day, such as 2026-01-31.').optional().openapi({
    description: 'Only places that someone checked on or after this day count. Left out: all',
    example: '2026-01-31',
  }),
};

/** Everything that a question about reach may say. */
export const questionParams = {
  kind: kindParam,
  ...walkParams,
  metres: wholeParam(50, 20_000, 'metres').optional().openapi({
    description: 'The limit in metres on foot, instead of minutes and pace',
    example: 800,
  }),
  when: whenParam.optional(),
  ...countingParams,
};

interface WalkQuery {
  kind?: Kind[] | undefined;
  minutes?: number | undefined;
  pace?: PaceId | undefined;
}

interface Query extends WalkQuery {
  metres?: number | undefined;
  when?: When | undefined;
  someWeeks?: 'yes' | 'no' | undefined;
  checkedSince?: string | undefined;
}

/** A question about minutes on foot, with what was left out filled in. */
export function walkAsked({ kind: kinds = LIBRARIES, minutes = 15, pace = 'planner' }: WalkQuery) {
  return {
    kinds: [...kinds],
    minutes,
    pace,
    limitMetres: limitMetres(minutes, pace),
    completeKinds: kinds.every((kind) => kindOf(kind).complete),
  };
}

/** What was asked, with what was left out filled in: the part of an answer that says what it answers. */
export function questionAsked(query: Query) {
  const { metres = null, when = null, someWeeks = 'no', checkedSince = null } = query;
  const walk = walkAsked(query);
  return {
    ...walk,
    limitMetres: metres ?? walk.limitMetres,
    metres,
    when: when === null ? null : { ...when, days: [...when.days] as Day[] },
    someWeeks: someWeeks === 'yes',
    checkedSince,
  };
}

/** The same as the document describes it: fields to spread into an answer. */
export const askedSchema = {
  kinds: z.array(z.enum(KIND_IDS)),
  minutes: z.int(),
  pace: z.enum(PACE_IDS),
  metres: z.int().nullable().openapi({ description: 'The limit where it was given in metres' }),
  limitMetres: z.number().openapi({ description: 'The limit in metres on foot, its end included' }),
  when: named('When', whenSchema).nullable().openapi({ description: 'Null: hours do not matter' }),
  someWeeks: z.boolean(),
  checkedSince: z.string().nullable(),
  completeKinds: z.boolean().openapi({
    description:
      'Whether the lists of all kinds asked about are whole: if not, none listed is not none there',
  }),
};

/** Which places count, as core asks it. */
export function placeQuestion({ kinds, when, someWeeks, checkedSince }: Asked): PlaceQuestion {
  return { kinds, when, someWeeks, checkedSince };
}
export type Asked = ReturnType<typeof questionAsked>;
