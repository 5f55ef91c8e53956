/** References are two or three groups of four. */
const LENGTHS: readonly number[] = [8, 12];

/** A reference as it is written in letters, whatever somebody typed: `k7qx 2mpa` is `K7QX-2MPA`. Null for none. */
export function referenceIn(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return LENGTHS.includes(plain.length) ? (plain.match(/.{4}/g) ?? []).join('-') : null;
}
