import type { FoundFile, Reject } from '../files/found-file.ts';
import { type LonLat, NodePositions, pointOnSurface } from './osm-geometry.ts';
import { groundFor } from './osm-ground.ts';
import { type OsmRelation, type OsmThing, type OsmWay, osmBlocks } from './osm-stream.ts';
import { type OsmKind, osmKind, osmName, type Tags } from './osm-tags.ts';

/** A place in OpenStreetMap: what it is, what it is called, where, and the tags that are read. */
export interface OsmPlace {
  /** `node/123`, `way/45`, `relation/6`. */
  readonly ref: string;
  readonly is: OsmKind;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly tags: Tags;
  /** ISO day of the last edit; null where the file leaves it out. */
  readonly edited: string | null;
}

type Unplaced = Omit<OsmPlace, 'lon' | 'lat'>;

/**
 * The places of a map. Nodes carry their position. Ways and relations are drawn on nodes that come before them in the
 * file, so it is read again for those: once more for ways, twice for relations, unpacking only the blocks
 * that hold what is looked for. Places drawn on nodes that the extract has cut off are rejected.
 */
export async function* osmPlaces(file: FoundFile, reject: Reject): AsyncGenerator<readonly OsmPlace[]> {
  const ways: { place: Unplaced; refs: readonly number[] }[] = [];
  const relations: { place: Unplaced; members: OsmRelation['members'] }[] = [];
  const holds = { node: new Set<number>(), way: new Set<number>() };
  const ground = groundFor(file);
  for await (const { block, things } of osmBlocks(file, () => true)) {
    const batch: OsmPlace[] = [];
    for (const thing of things) {
      if (thing.type !== 'relation') holds[thing.type].add(block);
      if (thing.type === 'node') ground.add(thing.lon, thing.lat);
      const place = thing.tags === undefined ? null : placeOf(thing, thing.tags);
      if (place === null) continue;
      if (thing.type === 'node') batch.push({ ...place, lon: thing.lon, lat: thing.lat });
      else if (thing.type === 'way') ways.push({ place, refs: thing.refs });
      else relations.push({ place, members: thing.members });
    }
    if (batch.length > 0) yield batch;
  }
  const lines = await linesOf(file, relations, (block) => holds.way.has(block));
  const nodes = await nodesOf(file, [...ways.map((way) => way.refs), ...lines.values()], relations, (block) =>
    holds.node.has(block),
  );
  const pointsOf = (refs: readonly number[]) =>
    refs.map((ref) => nodes.at(ref)).filter((point): point is LonLat => point !== null);
  const drawn = [
    ...ways.map(({ place, refs }) => ({ place, point: pointOnSurface([pointsOf(refs)]) })),
    ...relations.map(({ place, members }) => {
      const outer = members.filter((member) => member.type === 'way' && member.role !== 'inner');
      const point = pointOnSurface(outer.map((member) => pointsOf(lines.get(member.ref) ?? [])));
      const node = members.find((member) => member.type === 'node');
      return { place, point: point ?? (node === undefined ? null : nodes.at(node.ref)) };
    }),
  ];
  yield drawn.flatMap(({ place, point }) => {
    if (point !== null) return [{ ...place, lon: point[0], lat: point[1] }];
    const problem = `${place.ref} has no outline in this file: the extract was cut beside it. Use a larger extract to have it.`;
    reject({ row: null, column: null, problem });
    return [];
  });
}

function placeOf(thing: OsmThing, tags: Tags): Unplaced | null {
  const is = osmKind(tags);
  const name = is === null ? null : osmName(tags, is);
  if (is === null || name === null) return null;
  const { timestamp } = thing.info ?? {};
  const edited = timestamp === undefined ? null : new Date(timestamp).toISOString().slice(0, 10);
  return { ref: `${thing.type}/${thing.id}`, is, name, tags, edited };
}

/** The nodes of the ways that relations are made of. */
async function linesOf(
  file: FoundFile,
  relations: readonly { members: OsmRelation['members'] }[],
  holdsWays: (block: number) => boolean,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const wanted = new Set(
    relations.flatMap(({ members }) => members.filter((each) => each.type === 'way').map((each) => each.ref)),
  );
  const lines = new Map<number, readonly number[]>();
  if (wanted.size === 0) return lines;
  for await (const { things } of osmBlocks(file, holdsWays)) {
    for (const way of things.filter((thing): thing is OsmWay => thing.type === 'way')) {
      if (wanted.has(way.id)) lines.set(way.id, way.refs);
    }
  }
  return lines;
}

async function nodesOf(
  file: FoundFile,
  lines: readonly (readonly number[])[],
  relations: readonly { members: OsmRelation['members'] }[],
  holdsNodes: (block: number) => boolean,
): Promise<NodePositions> {
  const members = relations.flatMap(({ members }) =>
    members.filter((each) => each.type === 'node').map((each) => each.ref),
  );
  const nodes = new NodePositions(idsIn([...lines, members]));
  if (nodes.size === 0) return nodes;
  for await (const { things } of osmBlocks(file, holdsNodes)) {
    for (const thing of things) if (thing.type === 'node') nodes.put(thing.id, thing.lon, thing.lat);
  }
  return nodes;
}

function* idsIn(lists: readonly (readonly number[])[]): Generator<number> {
  for (const list of lists) yield* list;
}
