import { expect, it } from 'vitest';
import { canBeAtRisk } from './risk-reasons.ts';

it('a place is said to be at risk as long as it may come back, not once it has closed for good', () => {
  const statuses = ['open', 'temporarily-closed', 'unknown', 'closed'] as const;
  expect(statuses.filter((status) => canBeAtRisk({ status }))).toEqual([
    'open',
    'temporarily-closed',
    'unknown',
  ]);
});
