/** The first of several, as OpenStreetMap and spreadsheets write them: `01572 1; 01572 2`. */
export function firstOf(text: string): string {
  return text.split(';')[0]?.trim() ?? '';
}

/** A web address, with `https://` put before it where that was left out; empty where it is none. */
export function websiteIn(text: string): string {
  const first = firstOf(text);
  const address = /^https?:\/\//i.test(first) ? first : first === '' ? '' : `https://${first}`;
  return URL.canParse(address) && /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(address) ? address : '';
}
