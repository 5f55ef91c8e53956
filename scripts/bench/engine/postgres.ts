import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
/** Waited for it to answer. */
const TRIES = 100;
const USER = 'kith';

/** Folders in which the programs of PostgreSQL may lie. */
function folders(): string[] {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((each) => join(DEBIAN, each, 'bin')) : [];
  return [...versions, ...(process.env.PATH ?? '').split(delimiter)];
}

/** PostgreSQL does not run as root: it is given to its own user, or to nobody. Undefined where there is no such user. */
function unprivileged(): { uid?: number; gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const id = (flag: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
    if (id('-u') > 0) return { uid: id('-u'), gid: id('-g') };
  }
  return undefined;
}

/** A PostgreSQL with PostGIS of its own, in a folder that goes with it, reached by a socket in that folder alone. */
export class OwnPostgres {
  readonly #bin: string;
  readonly #folder: string;
  readonly #server: ChildProcess;

  private constructor(bin: string, folder: string, server: ChildProcess) {
    this.#bin = bin;
    this.#folder = folder;
    this.#server = server;
    process.once('exit', this.#end);
  }

  /** Where the bench itself ends before it is stopped: at once, and nothing is left lying about. */
  readonly #end = (): void => {
    this.#server.kill('SIGQUIT');
    rmSync(this.#folder, { recursive: true, force: true });
  };

  /** Starts one; undefined where PostgreSQL or PostGIS is not installed, or nobody is there to run it. */
  static async start(): Promise<OwnPostgres | undefined> {
    const bin = folders().find((each) =>
      ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(each, name))),
    );
    const as = unprivileged();
    if (bin === undefined || as === undefined) return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'kith-postgis-'));
    if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
    const data = join(folder, 'data');
    const options = { cwd: folder, env: { ...process.env, HOME: folder, LC_ALL: 'C' }, ...as };
    const made = spawnSync(
      join(bin, 'initdb'),
      ['-D', data, '-A', 'trust', '-U', USER, '--no-sync', '-E', 'UTF8'],
      options,
    );
    if (made.status !== 0) throw new Error(`PostgreSQL made no database:\n${made.stderr}`);
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${folder}`,
      'fsync=off',
      'shared_buffers=256MB',
    ];
    const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
      ...options,
      stdio: 'ignore',
    });
    const own = new OwnPostgres(bin, folder, server);
    try {
      await own.#answers();
      if (own.ask("select count(*) from pg_available_extensions where name = 'postgis'").trim() === '1') {
        own.ask('create extension postgis');
        return own;
      }
    } catch (error) {
      await own.stop();
      throw error;
    }
    await own.stop();
    return undefined;
  }

  async #answers(): Promise<void> {
    for (let nth = 0; nth < TRIES; nth++) {
      if (this.#server.exitCode !== null) break;
      if (spawnSync(join(this.#bin, 'psql'), this.#arguments('-c', 'select 1')).status === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('PostgreSQL did not start.');
  }

  #arguments(...more: string[]): string[] {
    return [
      '-h',
      this.#folder,
      '-U',
      USER,
      '-d',
      'postgres',
      '-X',
      '-q',
      '-A',
      '-t',
      '-v',
      'ON_ERROR_STOP=1',
      ...more,
    ];
  }

  /** Runs a script and gives what it prints. */
  ask(script: string): string {
    const file = join(this.#folder, 'script.sql');
    writeFileSync(file, script);
    const run = spawnSync(join(this.#bin, 'psql'), this.#arguments('-f', file), {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    if (run.status !== 0) throw new Error(`PostgreSQL refused:\n${run.stderr}`);
    return run.stdout;
  }

  /** Runs queries one after another on one connection: what each took by psql's own clock, and its first line. */
  time(queries: readonly string[]): { readonly ms: number; readonly answer: string }[] {
    const lines = this.ask(`\\timing on\n${queries.map((query) => `${query};`).join('\n')}`).split('\n');
    const found: { ms: number; answer: string }[] = [];
    let answer = '';
    for (const line of lines) {
      const taken = /^Time: ([\d.]+) ms/.exec(line)?.[1];
      if (taken === undefined) answer ||= line;
      else {
        found.push({ ms: Number(taken), answer });
        answer = '';
      }
    }
    return found;
  }

  async stop(): Promise<void> {
    process.off('exit', this.#end);
    const { exitCode, signalCode, pid } = this.#server;
    if (exitCode === null && signalCode === null && pid !== undefined) {
      const gone = once(this.#server, 'exit');
      this.#server.kill('SIGINT');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
