/** `npm test`: everything, after fetching what it needs. Ends with `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from './house/chromium.mjs';
import { install, pnpm } from './house/install.mjs';
import { needNode } from './house/step.mjs';

process.chdir(join(import.meta.dirname, '..'));
needNode();
install();
const chromium = findChromium();
const result = spawnSync('npx', [...pnpm(), 'verify:all'], {
  stdio: 'inherit',
  env: { ...process.env, KITH_CHROMIUM: chromium },
});
process.exit(result.status ?? 1);
