/** 1,059 with its comma, whatever the machine's language. */
export function whole(value: number): string {
  return value.toLocaleString('en-GB');
}
