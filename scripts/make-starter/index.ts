import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeStarter } from './make-starter.ts';
import { hasSharedData, sharedFolder } from './shared-files.ts';

const folder = sharedFolder();
if (!hasSharedData(folder)) {
  console.error(
    `The shared data is not at ${folder}. Set KITH_SHARED to the folder that holds data/ and facts/.`,
  );
  process.exit(1);
}
const target = resolve(process.argv[2] ?? 'data');
const { files, areas } = makeStarter(folder);
for (const [path, text] of files) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}
const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(
  `${files.size} files, ${areas.length} areas, ${Math.round(bytes / 1024)} kB written to ${target}`,
);
