import { expect, it } from 'vitest';
import { attributionLine } from './attribution.ts';

it('names everyone, each sentence once', () => {
  const line = attributionLine([
    { attribution: 'Under the Open Government Licence v3.0. Source: Arts Council England.' },
    { attribution: 'Under the Open Government Licence v3.0. Contains OS data © Crown copyright.' },
    { attribution: 'OpenBenches.org, CC BY-SA 4.0' },
  ]);
  expect(line).toBe(
    'Under the Open Government Licence v3.0. Source: Arts Council England. Contains OS data © Crown copyright. OpenBenches.org, CC BY-SA 4.0.',
  );
});
