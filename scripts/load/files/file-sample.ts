import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFiles } from './find-files.ts';
import { BadFileError, type FoundFile } from './found-file.ts';

/** A folder of files that tests write; it goes when `remove` is called. */
export class SampleFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'kith-files-'));

  async write(label: string, data: string | Uint8Array): Promise<void> {
    const path = join(this.path, label);
    await mkdir(dirname(path), { recursive: true });
    writeFileSync(path, data);
  }

  /** The file that was found under a label. */
  async find(label: string): Promise<FoundFile> {
    const found = (await findFiles(this.path)).find((file) => file.label === label);
    if (!found) throw new BadFileError(`no ${label}`);
    return found;
  }

  /** Writes one file and finds it. */
  async file(label: string, data: string | Uint8Array): Promise<FoundFile> {
    await this.write(label, data);
    return this.find(label);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
