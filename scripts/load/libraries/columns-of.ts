import type { ColumnMatcher, Columns } from '../files/columns.ts';

/** A matcher for each of the columns that a list of names has. */
export function columnsOf<C extends string>(
  names: readonly C[],
  matcher: (name: C) => ColumnMatcher,
): Columns<C> {
  const columns = {} as Record<C, ColumnMatcher>;
  for (const name of names) columns[name] = matcher(name);
  return columns;
}
