import { z } from '@hono/zod-openapi';
import { cutSchema } from '@kith/core/scenario/cut';
import { named } from './parts.ts';

const difference = z.number().openapi({ description: '`b` less `a`' });

const areaSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    ward: z.string(),
    a: z.number(),
    b: z.number(),
    difference,
  })
  .openapi('ComparedArea');

const cuts = z.array(named('Cut', cutSchema));

/** Two reports side by side: `Comparison` of core, for the document. */
export const comparisonSchema = z
  .object({
    same: z.boolean().openapi({
      description: 'Both ask the same of the same data, so that only their cuts make the difference',
    }),
    differs: z
      .array(z.string())
      .openapi({ description: 'Where the questions themselves differ, a sentence each' }),
    rows: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        unit: z.enum(['people', 'households']),
        a: z.number(),
        b: z.number(),
        difference,
      }),
    ),
    areas: z.array(areaSchema).openapi({ description: 'Areas where not as many lose reach' }),
    areasGaining: z.array(areaSchema).openapi({ description: 'Areas where not as many gain reach' }),
    onlyA: cuts,
    onlyB: cuts,
  })
  .openapi('Comparison');
