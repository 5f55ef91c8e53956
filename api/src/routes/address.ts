import { isIP } from 'node:net';
import type { Context } from 'hono';

/** The half of an IPv6 address that names a network: whoever has one has all 2^64 addresses in it. */
const NETWORK_PARTS = 4;

/**
 * The network that a request came from, as limits count it: of IPv4 the whole address, of IPv6 its first half.
 * Headers that anyone can write are not believed, but for as many entries of X-Forwarded-For, from its end, as
 * servers of our own stand before Kith and wrote one each.
 */
export function networkOf(c: Context, proxies: number): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const peer = env?.incoming?.socket?.remoteAddress ?? 'unknown';
  const forwarded = (c.req.header('X-Forwarded-For') ?? '').split(',').map((entry) => entry.trim());
  const named = proxies === 0 ? undefined : forwarded.at(-proxies);
  return networkOfAddress(named !== undefined && isIP(named) !== 0 ? named : peer);
}

function networkOfAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) !== 6) return plain;
  const [before = '', after] = (plain.split('%')[0] ?? '').split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const gap = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const parts = [...head, ...Array<string>(gap).fill('0'), ...tail].map((part) =>
    part.toLowerCase().replace(/^0+(?=.)/, ''),
  );
  return `${parts.slice(0, NETWORK_PARTS).join(':')}::`;
}
