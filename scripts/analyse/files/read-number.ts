/**
 * A cell as a number, 0 or more; otherwise what is wrong with it and how to write it. Only plain decimal numbers are
 * taken: a comma may mean thousands or a decimal point, so it is asked about and never guessed.
 */
export function readNumber(cell: string): number | { readonly problem: string } {
  if (cell === '') return { problem: 'is empty. Write a number, 0 or more' };
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell)) {
    const value = Number(cell);
    if (value < 0) return { problem: `is ${cell}, below 0. Write a number, 0 or more` };
    if (!Number.isFinite(value)) return { problem: `is ${cell}, too large to count with` };
    return value + 0;
  }
  return { problem: `is "${cell.slice(0, 40)}", not a number. ${adviceOn(cell)}` };
}

function adviceOn(cell: string): string {
  if (/^[+-]?\d{1,3}([, ’']\d{3})+(\.\d+)?$/u.test(cell)) return `Write ${cell.replace(/[^\d.-]/g, '')}`;
  if (/^\d+,\d+$/.test(cell)) return `Write ${cell.replace(',', '.')}, with a point`;
  return 'Write digits only, such as 12 or 12.5: no units, no words';
}
