import { plainWords } from './plain-words.ts';

const COMMON = new Set(
  'authority borough cc city combined corporation council county district london mbc metropolitan of royal the unitary upon'.split(
    ' ',
  ),
);

/**
 * The words that say which council: `Barking and Dagenham` and `London Borough of Barking & Dagenham` give the same.
 * Empty for a text that names none (`London`).
 */
export function councilKey(name: string): string {
  return plainWords(name)
    .filter((word) => !COMMON.has(word))
    .join(' ');
}

/**
 * True where a key of one side is that of the other, or begins or ends it (`newcastle` and `newcastle tyne`, `hull`
 * and `kingston hull`). Symmetric. A county and a district in it have no word in common: false says nothing.
 */
export function sameCouncil(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => oneCouncil(one, other)));
}

function oneCouncil(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(`${short} `) || long.endsWith(` ${short}`);
}
