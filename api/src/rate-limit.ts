import { createHash, randomBytes } from 'node:crypto';

const MOST_ADDRESSES = 10_000;

export interface RateLimit {
  /** Counts one use. @returns seconds to wait, or 0 when it is let through */
  use(address: string, now: number): number;
}

/**
 * Lets each address through so many times in a window. Addresses are held only as salted hashes, in memory, until
 * their window ends; the salt is new with every start, so nothing can be traced back.
 */
export function rateLimit(most: number, windowMs: number): RateLimit {
  const salt = randomBytes(16);
  const uses = new Map<string, { count: number; ends: number }>();
  return {
    use(address, now) {
      for (const [key, { ends }] of uses) if (ends <= now) uses.delete(key);
      const key = createHash('sha256').update(salt).update(address).digest('base64url');
      const used = uses.get(key) ?? { count: 0, ends: now + windowMs };
      if (used.count >= most) return Math.max(1, Math.ceil((used.ends - now) / 1000));
      uses.set(key, { count: used.count + 1, ends: used.ends });
      // A flood from many addresses must not fill the memory: the oldest are forgotten first.
      const oldest = uses.keys().next().value;
      if (uses.size > MOST_ADDRESSES && oldest !== undefined) uses.delete(oldest);
      return 0;
    },
  };
}
