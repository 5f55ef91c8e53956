import type { FoundFile } from '../files/found-file.ts';
import { fitsMapping, missingColumns } from './mapped-rows.ts';
import { columnsIn, type Mapping } from './mapping.ts';

/**
 * What to say of mappings that no file fits, with the file that comes nearest and what it lacks.
 * @param others files that are something else
 */
export function unusedMappings(
  mappings: readonly Mapping[],
  found: readonly FoundFile[],
  others: ReadonlySet<FoundFile>,
): string[] {
  return mappings
    .filter((mapping) => !found.some(({ head }) => fitsMapping(head, mapping)))
    .map((mapping) => {
      const files = found.filter((file) => !others.has(file) && file.trouble === undefined);
      return `No file fits the mapping of "${mapping.source.title}" (${mapping.source.id}), so nothing of it was loaded. ${nearest(mapping, files)}`;
    });
}

function nearest(mapping: Mapping, files: readonly FoundFile[]): string {
  if (mapping.sheet !== undefined) {
    const book = files.find(({ head }) => head.format === 'xlsx');
    if (book !== undefined) {
      const sheets = book.head.sheets.map((name) => `"${name}"`).join(', ');
      return `${book.label} has no sheet "${mapping.sheet}": it has ${sheets}. Correct "sheet" in the mapping.`;
    }
  }
  const all = columnsIn(mapping);
  const [first] = files
    .flatMap((file) => {
      const missing = missingColumns(file.head, mapping);
      return missing === null || missing.length === all.length ? [] : [{ file, missing }];
    })
    .sort((a, b) => a.missing.length - b.missing.length);
  if (first === undefined) {
    const book = files.find(({ head }) => head.format === 'xlsx');
    if (book !== undefined && mapping.sheet === undefined) {
      return `If it is ${book.label}, name the "sheet" in the mapping.`;
    }
    return 'No file has any of its columns. Put the file in the folder, or name its columns in the mapping.';
  }
  const { file, missing } = first;
  const names = missing.map((name) => `"${name}"`).join(', ');
  return `${file.label} comes nearest, but it has no column ${names}. Correct ${missing.length === 1 ? 'the name' : 'the names'} in the mapping: the columns must be named as in the file.`;
}
