/** The shapes of British postcodes and phone numbers, and of web addresses. */

/** A postcode as it is written, `LE19 4AA`, from any way of typing a whole one; null where it is none. */
export function postcodeOf(text: string): string | null {
  const plain = text.replace(/[\s.-]+/g, '').toUpperCase();
  const found = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(plain);
  return found === null ? null : `${found[1]} ${found[2]}`;
}

/** The postcode somewhere in an address; null where there is none. */
export function postcodeIn(address: string): string | null {
  const found = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i.exec(address);
  return found === null ? null : `${found[1]} ${found[2]}`.toUpperCase();
}

/**
 * What is wrong with one or two British phone numbers, or null. Numbers have 10 or 11 digits with their 0 (Ofcom's
 * National Telephone Numbering Plan); three-digit ones, 116 123 and the like stand too.
 */
export function phoneProblem(text: string): string | null {
  const WHAT = 'Give the number with its area code, such as 0116 305 3645.';
  if (/[^\d\s()+\-./,;x#]|\d{16}/i.test(text.replace(/\b(or|ext|extension|option|and)\b\.?/gi, '')))
    return WHAT;
  const numbers = text.split(/\bor\b|\band\b|[,;/]/i).filter((each) => /\d/.test(each));
  if (numbers.length === 0 || numbers.length > 2) return WHAT;
  return numbers.every(isNumber) ? null : WHAT;
}

function isNumber(text: string): boolean {
  const digits = text
    .replace(/\b(?:ext(?:ension)?|option|x|#)\.?\s*\d{1,6}\s*$/i, '')
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^(\+|00)44/, '0')
    .replace(/^00/, '0');
  return /^0[1-9]\d{8,9}$/.test(digits) || /^(1\d\d|116\d{3}|999)$/.test(digits);
}

/** A web address with its beginning, and only of the web: `www.hall.uk` becomes `https://www.hall.uk`. */
export function websiteOf(text: string): string | null {
  const whole =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*\.[^/]*:\d/.test(text) ? text : `https://${text}`;
  const host = '(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}';
  return new RegExp(`^https?://${host}(?::\\d{1,5})?(?:[/?#][^\\s<>"\\\\^\`{|}]*)?$`, 'iu').test(whole)
    ? whole
    : null;
}
