/** Small letters and digits with single spaces, for comparing the words of headers and cells. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A cell on one line, without what cannot be seen. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands in cells that say nothing. */
export function saysNothing(text: string): boolean {
  return /^(n\/?a|none|nil|null|-+|–|\.|tbc|tba|unknown|not known|\?+|#n\/a|#ref!|#value!)?$/i.test(
    oneLine(text),
  );
}
