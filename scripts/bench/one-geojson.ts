import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../load/starter/starter-files.ts';

interface Shapes {
  readonly features: readonly object[];
}

const MAPLIBRE = join(ROOT, 'web', 'node_modules', 'maplibre-gl', 'dist');
const TYPES: Record<string, string> = { '.mjs': 'text/javascript', '.css': 'text/css' };

/** A page that draws all areas from one GeoJSON source, and tells when it is first at rest. No screen around it. */
const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/maplibre-gl.css">
<style>html,body,#map{margin:0;height:100%}</style><div id="map"></div>
<script type="module">
import { Map as MapLibre, setWorkerUrl } from '/maplibre-gl.mjs';
setWorkerUrl('/maplibre-gl-worker.mjs');
const byClass = ['match', ['feature-state', 'class'], 1, '#F4ECF5', 2, '#DFC4E2', 3, '#C193C7', 4, '#96609F', 5, '#64306E', '#FAF7F2'];
const map = new MapLibre({
  container: 'map', fadeDuration: 0, bounds: [-6.37, 49.88, 1.77, 55.82],
  style: { version: 8,
    sources: { areas: { type: 'geojson', data: '/areas.json', promoteId: 'code', tolerance: 0.3 } },
    layers: [
      { id: 'fill', type: 'fill', source: 'areas', paint: { 'fill-color': byClass, 'fill-antialias': false } },
      { id: 'seams', type: 'line', source: 'areas', paint: { 'line-color': '#fff', 'line-width': 0.35 } },
    ] },
});
map.once('idle', () => { document.title = 'at rest'; });
window.map = map;
</script>`;

/**
 * The same data as one GeoJSON source, on a server of its own: what the vector tiles are measured against.
 * @returns its address, how many bytes the shapes are on the wire, and their codes
 */
export async function serveOneGeojson(kith: string): Promise<{
  readonly url: string;
  readonly bytes: number;
  readonly codes: string[];
  readonly server: Server;
}> {
  const { patches, geometryVersion } = (await (await fetch(`${kith}/api/patches`)).json()) as {
    patches: { id: string }[];
    geometryVersion: string;
  };
  const features: object[] = [];
  for (const { id } of patches.filter((each) => each.id !== 'all')) {
    const answer = await fetch(`${kith}/api/geometry/${geometryVersion}/areas?patch=${id}`);
    features.push(...((await answer.json()) as Shapes).features);
  }
  const codes = features.map((each) => (each as { properties: { code: string } }).properties.code);
  const packed = gzipSync(JSON.stringify({ type: 'FeatureCollection', features }), { level: 6 });
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path === '/') return response.setHeader('Content-Type', 'text/html').end(PAGE);
    if (path === '/areas.json') {
      response.setHeader('Content-Encoding', 'gzip').setHeader('Content-Type', 'application/json');
      return response.end(packed);
    }
    const file = await readFile(join(MAPLIBRE, path.slice(1))).catch(() => null);
    if (file === null) return response.writeHead(404).end();
    return response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/plain').end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, bytes: packed.length, codes, server };
}
