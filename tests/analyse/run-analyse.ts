import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const tsx = `file://${join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')}`;

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of CSV files, and the real command run in it. */
export class AnalyseFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'kith-analyse-'));

  /** Writes a file; rows go under their header, parted by line feeds. */
  write(name: string, text: string | Uint8Array): void {
    writeFileSync(join(this.path, name), text);
  }

  /** Runs `scripts/analyse/index.ts` as `npm run -s analyse` does. */
  run(...args: readonly string[]): Promise<Run> {
    return this.start(process.execPath, [
      '--import',
      tsx,
      join(root, 'scripts', 'analyse', 'index.ts'),
      ...args,
    ]);
  }

  /** Runs the whole command by npm, from this folder. */
  npm(...args: readonly string[]): Promise<Run> {
    return this.start('npm', ['--prefix', root, 'run', '-s', 'analyse', '--', ...args]);
  }

  start(command: string, args: readonly string[]): Promise<Run> {
    return new Promise((resolve, reject) => {
      const run = spawn(command, args, { cwd: this.path, stdio: ['ignore', 'pipe', 'pipe'] });
      let [out, err] = ['', ''];
      run.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      run.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      run.on('error', reject).on('close', (status) => resolve({ status, out, err }));
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
