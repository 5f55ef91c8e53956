/** A postcode with one space before its last three characters, in capitals (`LE10 0AA`); empty where it is none. */
export function tidyPostcode(text: string): string {
  const plain = foldedPostcode(text);
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain) ? `${plain.slice(0, -3)} ${plain.slice(-3)}` : '';
}

/** A postcode as it is looked up: capitals without a space (`LE100AA`). */
export function foldedPostcode(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}
