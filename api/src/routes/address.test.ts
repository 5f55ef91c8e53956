import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { networkOf } from './address.ts';

async function networkFrom(peer: string | undefined, forwarded: string | null, proxies: number) {
  const app = new Hono();
  app.get('/', (c) => c.text(networkOf(c, proxies)));
  const headers = forwarded === null ? {} : { 'X-Forwarded-For': forwarded };
  const env = peer === undefined ? {} : { incoming: { socket: { remoteAddress: peer } } };
  return (await app.request('/', { headers }, env)).text();
}

describe('the network a request came from', () => {
  it.each([
    ['198.51.100.7', null, 0, '198.51.100.7'],
    ['::ffff:198.51.100.7', null, 0, '198.51.100.7'],
    [undefined, null, 0, 'unknown'],
    // What the sender wrote is not believed.
    ['198.51.100.7', '203.0.113.9', 0, '198.51.100.7'],
    ['10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.1', '192.0.2.1, 203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.1', '192.0.2.1, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['10.0.0.1', null, 1, '10.0.0.1'],
    ['10.0.0.1', 'nonsense', 1, '10.0.0.1'],
    ['10.0.0.1', '203.0.113.9', 2, '10.0.0.1'],
  ])('of %s, forwarded for %s, behind %i: %s', async (peer, forwarded, proxies, network) => {
    expect(await networkFrom(peer, forwarded, proxies)).toBe(network);
  });

  it('is one for all addresses that one line of IPv6 has', async () => {
    for (const peer of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:0DB8:0001:0002:a:b:c:d']) {
      expect(await networkFrom(peer, null, 0)).toBe('2001:db8:1:2::');
    }
    expect(await networkFrom('2001:db8:1:3::1', null, 0)).toBe('2001:db8:1:3::');
    expect(await networkFrom('::1', null, 0)).toBe('0:0:0:0::');
    expect(await networkFrom('fe80::1%eth0', null, 0)).toBe('fe80:0:0:0::');
  });
});
