import type { View } from './view.ts';

/**
 * The token of a link from an e-mail, and null where the address holds none. It stands after the `#`, which a browser
 * keeps to itself: no server's log, and no page that is opened next, gets to see it.
 */
export function mailToken({ item }: Pick<View, 'item'>, hash: string): string | null {
  const [, token] = /^#token=([\w.~%-]{1,600})$/.exec(hash) ?? [];
  return token ?? item;
}
