import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { databaseSetting } from './database-setting.ts';
import { openDatabase } from './open.ts';

/** A stand-in for a libSQL server: no real one is asked. */
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

function standIn(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  return new Promise((resolve) => {
    server = createServer(answer);
    server.listen(0, '127.0.0.1', () => {
      const address = server?.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    });
  });
}

const open = (KITH_DB: string, KITH_DB_TOKEN?: string) =>
  openDatabase(databaseSetting({ KITH_DB, KITH_DB_TOKEN }, '/'));

/** Answers the protocol's pipeline with one row for every statement, where the token is right. */
function asLibsql(token: string, seen: (string | undefined)[] = []) {
  return (request: IncomingMessage, response: ServerResponse) => {
    seen.push(request.headers.authorization);
    if (request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401, { 'Content-Type': 'application/json' });
      response.end('{"error":"Unauthorized"}');
      return;
    }
    let body = '';
    request.on('data', (data) => {
      body += data;
    });
    request.on('end', () => {
      if (request.method === 'GET') return response.writeHead(200).end();
      const { requests } = JSON.parse(body) as { requests: { type: string }[] };
      const result = {
        cols: [{ name: '1' }],
        rows: [[{ type: 'integer', value: '1' }]],
        affected_row_count: 0,
      };
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(
        JSON.stringify({
          baton: null,
          base_url: null,
          results: requests.map(({ type }) => ({
            type: 'ok',
            response: type === 'close' ? { type } : { type, result },
          })),
        }),
      );
    });
  };
}

describe('a database server', () => {
  it('is opened with the token in the Authorization header', async () => {
    const seen: (string | undefined)[] = [];
    const url = await standIn(asLibsql('secret', seen));
    (await open(url, 'secret')).close();
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set(['Bearer secret']));
  });

  it('is reached by a libsql:// URL too', async () => {
    const url = await standIn(asLibsql('secret'));
    (await open(`${url.replace('http:', 'libsql:')}?tls=0`, 'secret')).close();
  });

  it('that refuses the token is said to refuse it, without showing the token', async () => {
    const url = await standIn(asLibsql('secret'));
    const refused = open(url, 'wrong-token');
    await expect(refused).rejects.toThrow(
      /^The database server at http:\/\/127\.0\.0\.1:\d+ refused the access token\. Check KITH_DB_TOKEN/,
    );
    await expect(refused).rejects.not.toThrow('wrong-token');
  });

  it('that wants a token and gets none says which setting to set', async () => {
    const url = await standIn(asLibsql('secret'));
    await expect(open(url)).rejects.toThrow(/asks for an access token\. Set KITH_DB_TOKEN\.$/);
  });

  it('that is not there says to check the address', async () => {
    const url = await standIn(asLibsql('secret'));
    server?.close();
    await expect(open(url, 'secret')).rejects.toThrow(/does not answer\. Check the address in KITH_DB/);
  });

  it('that hangs up says the same', async () => {
    const url = await standIn((request) => request.socket.destroy());
    await expect(open(url, 'secret')).rejects.toThrow(/does not answer\. Check the address in KITH_DB/);
  });

  it.each([
    ['a page', 200, '<!doctype html><title>Hello</title>'],
    ['other JSON', 200, '{"hello":"world"}'],
    ['nothing', 200, ''],
    ['a page that is not there', 404, 'Not found'],
  ])('that answers with %s is said not to be one', async (_what, status, text) => {
    const url = await standIn((_request, response) => response.writeHead(status).end(text));
    await expect(open(url, 'secret')).rejects.toThrow(
      /answered, but not as a libSQL server does\. Check that KITH_DB is the address of the database itself\.$/,
    );
  });
});
