import { resolve } from 'node:path';
import { makeStarter } from './make-starter.ts';
import { hasSharedData, sharedFolder } from './shared-files.ts';
import { writeStarter } from './write-starter.ts';

/** `npm run make-starter [folder]`: makes data/ again from the shared data. Same input, same bytes. */
const folder = sharedFolder();
if (!hasSharedData(folder)) {
  console.error(
    `The shared data is not at ${folder}. Set KITH_SHARED to the folder that holds data/ and facts/.`,
  );
  process.exit(1);
}
const target = resolve(process.argv[2] ?? 'data');
const starter = makeStarter(folder);
const bytes = writeStarter(starter, target);
const kilobytes = Math.round(bytes / 1000);
console.log(
  `${starter.files.size} files, ${starter.areas.length} areas, ${kilobytes} kB written to ${target}`,
);
