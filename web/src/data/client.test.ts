import { expect, it } from 'vitest';
import { isUnreached, read } from './client.ts';

it('says of what could not be sent what to do, and promises nothing', async () => {
  const problem: unknown = await read(Promise.reject(new TypeError('Failed to fetch'))).catch(
    (error: unknown) => error,
  );
  expect(isUnreached(problem)).toBe(true);
  expect(String(problem)).toMatch(/Check your connection, then try again\.$/);
  const refused: unknown = await read(Promise.resolve(Response.json({}, { status: 500 }))).catch(
    (error: unknown) => error,
  );
  expect(isUnreached(refused)).toBe(false);
});
