import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { z } from 'zod';
import { readCsv } from '../load/starter/read-csv.ts';
import { ROOT, starterFiles } from '../load/starter/starter-files.ts';

const SECONDS = 8;
const CONNECTIONS = 8;
/** Boxes asked for in turn, so that no answer is the last one again. */
const BOXES = 200;

/**
 * Requests a second for places in a box, from a load generator on the same machine to the real server with the
 * starter in it: about the size of a phone's map each, spread over where places are.
 */
export async function benchLoad(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'));
  const env = { ...process.env, KITH_DB: join(folder, 'kith.db'), PORT: '0' };
  const node = ['--import', 'tsx'];
  spawnSync(process.execPath, [...node, 'scripts/load/starter/starter.ts'], {
    cwd: ROOT,
    env,
    stdio: 'ignore',
  });
  const server = spawn(process.execPath, [...node, 'api/src/index.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(server);
    for (const [what, path] of QUESTIONS) {
      const requests = boxes().map((bbox) => ({ method: 'GET' as const, path: path(bbox) }));
      const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, requests });
      const bad = result.errors + result.timeouts + result.non2xx;
      console.log(
        `${what}: ${Math.round(result.requests.average)} requests a second over ${SECONDS} s with ${CONNECTIONS} connections; half within ${result.latency.p50} ms, 97.5% within ${result.latency.p97_5} ms; ${bad} failed`,
      );
    }
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

const QUESTIONS: readonly (readonly [string, (bbox: string) => string])[] = [
  ['places in a box, 50 a page', (bbox) => `/api/places?bbox=${bbox}`],
];

/** Boxes of about 5 by 5 km round every few places, in an order that is the same each time. */
function boxes(): string[] {
  const { folder } = starterFiles(process.env);
  const row = z.object({ lon: z.string(), lat: z.string() });
  const spots = ['libraries.csv', 'benches.csv', 'venues.csv'].flatMap((file) =>
    readCsv(join(folder, file), row).filter((each) => each.lon !== ''),
  );
  return Array.from({ length: BOXES }, (_, at) => {
    const spot = spots[(at * 7919) % spots.length];
    const [lon, lat] = [Number(spot?.lon), Number(spot?.lat)];
    return [lon - 0.037, lat - 0.0225, lon + 0.037, lat + 0.0225].map((each) => each.toFixed(4)).join(',');
  });
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the server has no output to read');
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const port = /:(\d+)\s*$/.exec(line.toString())?.[1];
  if (port === undefined) throw new Error(`the server said: ${line.toString()}`);
  return `http://127.0.0.1:${port}`;
}
