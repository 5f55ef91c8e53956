const START = '#token=';

/**
 * The token of a link from an e-mail, or null. It stands behind the `#`, which a browser keeps to itself: no server's
 * log, and no page that is opened next, gets to see it.
 */
export function mailToken(hash: string): string | null {
  const token = hash.startsWith(START) ? hash.slice(START.length) : '';
  return /^[\w.~%=-]{1,600}$/.test(token) ? token : null;
}

/** The same as it stands in an address; nothing for none. */
export const tokenHash = (token: string | null): string => (token === null ? '' : `${START}${token}`);
