import type { AceLibrary } from './ace-library.ts';
import { councilKey } from './library-cells.ts';
import type { OpenSchemaLibrary } from './open-schema-library.ts';

export interface JoinedLibrary {
  readonly ace: AceLibrary | null;
  readonly schema: OpenSchemaLibrary | null;
}

/**
 * Pairs the two library files council by council. The same UPRN settles it, but for a closed row
 * at another address, which is the building a library moved out of; else the same name, and of several of
 * that name the one that agrees best on postcode, on closed or open, and on the first line of the address
 * (councils keep a row for the building a library moved out of). Rows of either side that pair with none are given alone.
 */
export function joinLibraries(
  ace: readonly AceLibrary[],
  schema: readonly OpenSchemaLibrary[],
): JoinedLibrary[] {
  const councils = new Map<string, { ace: AceLibrary[]; schema: OpenSchemaLibrary[] }>();
  const councilOf = (name: string) => {
    const key = councilKey(name);
    const known = councils.get(key) ?? { ace: [], schema: [] };
    councils.set(key, known);
    return known;
  };
  for (const library of ace) councilOf(library.authority).ace.push(library);
  for (const library of schema) councilOf(library.council).schema.push(library);
  return [...councils.values()].flatMap((council) => joinCouncil(council.ace, council.schema));
}

function joinCouncil(ace: readonly AceLibrary[], schema: readonly OpenSchemaLibrary[]): JoinedLibrary[] {
  const pairs = ace
    .flatMap((a, aceAt) => schema.map((s, schemaAt) => ({ aceAt, schemaAt, score: likeness(a, s) })))
    .filter((pair) => pair.score > 0)
    .sort((a, b) => b.score - a.score || a.aceAt - b.aceAt || a.schemaAt - b.schemaAt);
  const schemaOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { aceAt, schemaAt } of pairs) {
    if (schemaOf.has(aceAt) || taken.has(schemaAt)) continue;
    schemaOf.set(aceAt, schemaAt);
    taken.add(schemaAt);
  }
  const joined = ace.map((library, at) => ({ ace: library, schema: schema[schemaOf.get(at) ?? -1] ?? null }));
  const alone = schema.filter((_, at) => !taken.has(at)).map((library) => ({ ace: null, schema: library }));
  return [...joined, ...alone];
}

/** More is more alike; 0 when they are not the same library. Both of one council. */
function likeness(ace: AceLibrary, schema: OpenSchemaLibrary): number {
  // A mobile library carries the UPRN of the library it is kept at: of two of one UPRN the names tell.
  const street = (lines: readonly string[]) => (lines[0] ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  const onePostcode = ace.postcode !== '' && ace.postcode === schema.postcode;
  const oneStreet = street(ace.address) === street(schema.address);
  const oneStanding = (ace.yearClosed !== null) === (schema.yearClosed !== null);
  // A council moves a library and keeps its UPRN on the new row: the closed row is the building it left.
  const moved = !oneStanding && !onePostcode && !oneStreet;
  const oneUprn = ace.uprn !== '' && ace.uprn === schema.uprn && !moved ? 100 : 0;
  if (nameKey(ace.name) !== nameKey(schema.name)) return oneUprn;
  return oneUprn + 1 + (onePostcode ? 4 : 0) + (oneStanding ? 5 : 0) + (oneStreet ? 3 : 0);
}

/** A name without what the two lists add or leave out. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\b(library|community|the|public|branch|saint|st)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, '');
}
