/** What to tell a reader of something that failed. Errors of the API come in plain English already. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.';
}
