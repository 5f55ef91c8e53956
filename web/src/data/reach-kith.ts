/** Whether the server answers just now. It is asked past everything that is kept. */
export const kithAnswers = (): Promise<boolean> =>
  fetch('/api/health', { cache: 'no-store' }).then(
    (answer) => answer.ok,
    () => false,
  );
