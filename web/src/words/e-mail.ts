/** What is wrong with an e-mail address as typed, and what to do; null for one that mail can be sent to. */
export function emailProblem(typed: string): string | null {
  const email = typed.trim();
  if (email === '') return 'Type your e-mail address';
  if (email.length > 254) return 'That is longer than an e-mail address can be. Check it';
  const [, name, host] = /^([^@]*)@(.*)$/.exec(email) ?? [];
  if (name === undefined || host === undefined)
    return 'An e-mail address has an @ in it, such as name@example.org';
  if (/\s/.test(email)) return 'Take the space out of the e-mail address';
  if (name === '') return 'Type what stands before the @ too, such as name@example.org';
  if (!/^[^@.]+(\.[^@.]+)+$/.test(host))
    return 'Type what stands after the @ in full, such as name@example.org';
  return null;
}
