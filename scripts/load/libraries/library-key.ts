import { slug } from '../slug.ts';
import { type JoinedLibrary, nameKey } from './library-join.ts';

/**
 * The key of a library: its council, name and postcode. It begins with `open-schema` where only that file has the
 * row. Every id of a library hangs on it: never change it.
 */
export function libraryKey({ ace, schema }: JoinedLibrary): string {
  return [
    ace ? '' : 'open-schema',
    councilOf({ ace, schema }),
    ace?.name ?? schema?.name ?? '',
    ace?.postcode ?? schema?.postcode ?? '',
  ]
    .map(slug)
    .filter(Boolean)
    .join('/');
}

/** The council in short: `Leicestershire`. */
export function councilOf({ ace, schema }: JoinedLibrary): string {
  return ace?.authority ?? councilName(schema?.council ?? '');
}

/** A closed row of the same name as an open one is the building it moved out of: it is told apart by its street. */
export function nameTheOldBuildings(
  rows: { name: string; authority: string; status: string; address: string; notes: string }[],
) {
  const stem = (text: string) => nameKey(text.replace(/\(.*\)/, ''));
  const keyOf = (row: { name: string; authority: string }) => `${row.authority}\n${stem(row.name)}`;
  const standing = new Map<string, string>();
  for (const row of rows) {
    if (row.status !== 'closed' && !standing.has(keyOf(row))) standing.set(keyOf(row), row.name);
  }
  for (const row of rows) {
    if (row.status !== 'closed') continue;
    const successor = standing.get(keyOf(row));
    if (successor === undefined) continue;
    row.notes = `An earlier building of ${successor}, which is open elsewhere. ${row.notes}`.trim();
    const street = row.address.split(', ').find((line) => !/\bfloor$/i.test(line));
    if (row.name === successor && street) row.name = `${row.name} (old building, ${street})`;
  }
}

function councilName(council: string): string {
  return council
    .replace(/ (County|City|Metropolitan|Borough|District)* ?Council$/, '')
    .replace(/ (County|City)$/, '');
}
