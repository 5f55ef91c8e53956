import { z } from 'zod';
import { REPORT_REASONS } from './report-reasons.ts';

export const reportSchema = z.object(
  {
    reason: z.enum(REPORT_REASONS.map((reason) => reason.id) as [string, ...string[]], {
      error: 'Choose what is wrong from the list.',
    }),
    detail: z
      .string('Give the detail as text.')
      .trim()
      .max(1000, 'Keep it under 1,000 characters.')
      .optional(),
  },
  'Give the report as a JSON object with a reason.',
);
export type Report = z.infer<typeof reportSchema>;
