import { createHash, randomBytes } from 'node:crypto';

/** Something that only who was given it knows: 256 bits by chance. Letters, figures, `-` and `_`. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a token is kept: whoever reads the database, or a copy of it, cannot use what they find. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
