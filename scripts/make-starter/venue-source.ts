/**
 * The address of a page without the names of private people that a newspaper wrote into it (who sent in a letter). The
 * number before the words is what the newspaper finds its page by.
 */
export function sourceWithoutNames(source: string): string {
  return source.replace(/(\/news\/\d+\.thank-st-anns-well-gardens)-{2,}[^/]*/, '$1');
}
