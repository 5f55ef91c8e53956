import { mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Work } from '../beside/work.ts';

const PIECE_BYTES = 64 * 1024;
/** How long a reader who has caught up with a file being written waits before looking again. */
const LOOK_AGAIN_MS = 100;

interface Making {
  readonly path: string;
  /** Resolves when the file is whole. */
  readonly made: Promise<void>;
  state: 'writing' | 'whole' | 'failed';
}

/**
 * Files to download, each written once for a version of the data, one at a time, into a temporary folder. Whoever asks
 * while a file is being written is given what there is of it and then the rest as it comes. Those of an older version
 * go when the first of a new one is asked for; all go when the process ends.
 */
export class MadeFiles {
  readonly #write: Work['write'];
  readonly #files = new Map<string, Making>();
  #folder: string | undefined;
  #version = '';
  #last: Promise<unknown> = Promise.resolve();
  #written = 0;

  constructor(write: Work['write']) {
    this.#write = write;
  }

  /** The bytes of a file: gzipped unless it is the zip. */
  read(version: string, name: string, at: Date): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    if (version !== this.#version) this.#letGo();
    this.#version = version;
    let making = this.#files.get(name);
    if (making === undefined || making.state === 'failed') {
      making = this.#make(version, name, at);
      this.#files.set(name, making);
    }
    return bytesOf(making);
  }

  #make(version: string, name: string, at: Date): Making {
    const path = join(this.#folderOf(), String(++this.#written));
    const made = this.#last.then(() => this.#write(version, name, path, at));
    this.#last = made.catch(() => undefined);
    const making: Making = { path, made, state: 'writing' };
    made.then(
      () => {
        making.state = 'whole';
        // Another version came while it was written: those reading it hold it open, and nobody else will ask for it.
        if (this.#version !== version) rmSync(path, { force: true });
      },
      () => {
        making.state = 'failed';
        rmSync(path, { force: true });
      },
    );
    return making;
  }

  #folderOf(): string {
    if (this.#folder === undefined) {
      const folder = mkdtempSync(join(tmpdir(), 'kith-exports-'));
      this.#folder = folder;
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    }
    return this.#folder;
  }

  #letGo(): void {
    for (const { path, state } of this.#files.values()) if (state === 'whole') rmSync(path, { force: true });
    this.#files.clear();
  }
}

/** A file from its beginning, following it while it is being written. */
async function* bytesOf(making: Making): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let file: FileHandle | undefined;
  try {
    for (let at = 0; ; ) {
      // Looked at before reading: what is read after a file was whole is all of it.
      const { state } = making;
      if (state === 'failed') await making.made;
      file ??= await openIfThere(making.path, state);
      const { bytesRead, buffer } =
        (await file?.read(new Uint8Array(PIECE_BYTES), 0, PIECE_BYTES, at)) ?? NOTHING_YET;
      at += bytesRead;
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      else if (state === 'whole') return;
      else await Promise.race([making.made, setTimeout(LOOK_AGAIN_MS)]);
    }
  } finally {
    await file?.close();
  }
}

const NOTHING_YET = { bytesRead: 0, buffer: new Uint8Array() };

async function openIfThere(path: string, state: Making['state']): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch (error) {
    if (state === 'whole') throw error;
    return undefined;
  }
}
