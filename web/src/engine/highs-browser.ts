import type { Highs } from 'highs';
import wasmAddress from 'highs/runtime?url';

/**
 * The solver HiGHS, fetched when it is first called for and never before: its WebAssembly is 3.5 MB, a third of that
 * as it is sent. Rejects where it cannot be fetched or compiled.
 */
export async function loadHighs(): Promise<Highs> {
  const { default: load } = await import('highs');
  return load({ locateFile: () => wasmAddress });
}
