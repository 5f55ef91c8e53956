/** What stands before the number in the code of a neighbourhood of England. */
const OF_ENGLAND = 'E01';
const LETTER = 100_000_000;

/**
 * The number of an area or district on the map, from its code of a letter and eight digits: whole, above 0, another
 * for every code. Those of England's neighbourhoods are small and dense (E01000001 is 1), since a browser keeps 33,755
 * dense numbers in a plain list, which is the most of what makes a recolouring quick.
 */
export function featureId(code: string): number {
  if (code.startsWith(OF_ENGLAND)) return Number(code.slice(OF_ENGLAND.length));
  return (code.charCodeAt(0) - 64) * LETTER + Number(code.slice(1));
}
