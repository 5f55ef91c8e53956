import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** On two processors the runner would leave one of them idle. */
const WORKERS = Math.max(2, availableParallelism() - 1);

/** Three rooms of tests: `unit` in seconds, `system` with a real database and server, `e2e` in a real Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers: WORKERS,
          include: [
            'core/src/**/*.test.ts',
            'web/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/{core,data,house}/**/*.test.ts',
          ],
          testTimeout: 30_000,
          // Parts of proj4 name one another without endings, as bundlers take them and Node does not.
          server: { deps: { inline: ['proj4'] } },
        },
      },
      {
        test: {
          name: 'system',
          maxWorkers: WORKERS,
          include: [
            'api/src/**/*.test.ts',
            'tests/{analyse,contract,keeping,load,security,sheets}/**/*.test.ts',
          ],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: WORKERS,
          globalSetup: ['tests/drivers/seed-once.ts'],
          testTimeout: 90_000,
          // What is polled for comes when the page has drawn it: on a busy machine that is more than the usual second.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
