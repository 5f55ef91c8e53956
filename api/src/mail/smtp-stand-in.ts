import { createServer, type Socket } from 'node:net';

export interface StandIn {
  readonly port: number;
  /** Letters as they came, head and body. */
  readonly letters: { readonly from: string; readonly to: readonly string[]; readonly text: string }[];
  /** What was signed in with: base64 of `\0user\0password`. */
  readonly signedIn: string[];
  close(): Promise<void>;
}

/** As much of a mail server as a test needs, on loopback. Refuses letters to `nobody@...`. */
export async function smtpStandIn(): Promise<StandIn> {
  const letters: { from: string; to: string[]; text: string }[] = [];
  const signedIn: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let from = '';
    let to: string[] = [];
    let rest = '';
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      const [word = '', ...more] = line.split(' ');
      const address = /<(.*)>/.exec(line)?.[1] ?? '';
      switch (word.toUpperCase()) {
        case 'EHLO':
          say('250-stand-in');
          return say('250 AUTH PLAIN');
        case 'AUTH':
          signedIn.push(more[1] ?? '');
          return say('235 ok');
        case 'MAIL':
          from = address;
          to = [];
          return say('250 ok');
        case 'RCPT':
          if (address.startsWith('nobody@')) return say(`550 no such person ${address}`);
          to.push(address);
          return say('250 ok');
        case 'DATA':
          inData = true;
          return say('354 go on');
        case 'QUIT':
          say('221 bye');
          return socket.end();
        default:
          return say('250 ok');
      }
    };
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      rest += chunk;
      for (;;) {
        const end = rest.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const piece = rest.slice(0, end);
        rest = rest.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          letters.push({ from, to, text: piece });
          say('250 kept');
        } else hear(piece);
      }
    });
    say('220 stand-in');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    letters,
    signedIn,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
