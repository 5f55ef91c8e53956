import { benchBytes } from './bytes.ts';
import { benchEngine } from './engine/index.ts';
import { benchEngland } from './england.ts';
import { benchFirstView } from './first-view.ts';
import { benchLoad } from './load.ts';
import { benchSheets } from './sheets.ts';
import { benchSiting } from './siting.ts';
import { benchStore } from './store.ts';

/**
 * `npm run bench [engine|bytes|load|england|siting|sheets|store|first-view]`: how fast Kith is, as ratios to a baseline in the
 * same run wherever that can be said. Never a test: machines differ.
 */
const BENCHES: Record<string, () => Promise<void> | void> = {
  engine: benchEngine,
  bytes: benchBytes,
  load: benchLoad,
  england: benchEngland,
  siting: benchSiting,
  sheets: benchSheets,
  store: benchStore,
  'first-view': benchFirstView,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `There is no bench called ${unknown.join(', ')}. Choose from: ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exit(1);
}
for (const [name, run] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  await run();
}
