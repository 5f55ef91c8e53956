import type { Work } from './work.ts';

/** What one process asks of another, and what it hears. */
export interface Ask {
  readonly id: number;
  readonly task: keyof Work;
  readonly with: readonly unknown[];
}
export type Answer =
  | { readonly id: number; readonly made: unknown }
  | { readonly id: number; readonly failed: string };
