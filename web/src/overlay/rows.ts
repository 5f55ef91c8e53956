import type { AreaRow, Overlay } from './types.ts';

/**
 * Rows in words, made when a list first asks for them: a map of 33,755 areas is coloured without writing out a
 * sentence for each.
 */
export function withRows<Row extends AreaRow>(
  overlay: Omit<Overlay, 'rows' | 'rowOf'>,
  rowAt: (index: number) => Row,
): Overlay & { readonly rows: readonly Row[] } {
  const { codes } = overlay.classes;
  let made: readonly Row[] | null = null;
  return {
    ...overlay,
    get rows() {
      made ??= codes.map((_, index) => rowAt(index));
      return made;
    },
    rowOf(code) {
      const index = codes.indexOf(code);
      return index < 0 ? null : rowAt(index);
    },
  };
}
