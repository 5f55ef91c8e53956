/** The number in a cell (`1,234` too), or null where it is empty or none. */
export function numberIn(text: string): number | null {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3}\b)/g, '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** A whole number, 0 or more, or null. */
export function countIn(text: string): number | null {
  const value = numberIn(text);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}

/** For a cell that should hold a count. */
export function notACount(text: string): string {
  const said = text.trim() === '' ? 'It is empty' : `"${text.trim().slice(0, 40)}" is not a count`;
  return `${said}. A whole number, 0 or more, is expected: correct it, or fetch the file again.`;
}
