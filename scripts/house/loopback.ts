import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };

export interface Loopback {
  readonly url: string;
  close(): void;
}

/**
 * Serves the files of one folder and, at `/`, an empty page, to this machine alone. The page stands apart from all
 * others, so that its clock is exact to some microseconds.
 */
export function serveFolder(folder: string): Promise<Loopback> {
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '');
    const apart = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    };
    if (name === '') {
      response
        .writeHead(200, { ...apart, 'Content-Type': 'text/html' })
        .end('<!doctype html><title>Kith</title>');
      return;
    }
    const file = join(folder, name);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(200, { ...apart, 'Content-Type': type }).end(readFileSync(file));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}/`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
