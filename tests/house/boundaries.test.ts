import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
const house = mkdtempSync(join(tmpdir(), 'kith-house-'));
const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as Record<string, unknown>;
writeFileSync(
  join(house, 'biome.json'),
  JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }),
);
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What our lint says of a file with that text at that path of an otherwise empty house. */
function lint(path: string, code: string): string {
  mkdirSync(join(house, dirname(path)), { recursive: true });
  writeFileSync(join(house, path), code);
  const run = spawnSync(process.execPath, [biome, 'lint', '--colors=off', path], {
    cwd: house,
    encoding: 'utf8',
  });
  rmSync(join(house, path));
  return `${run.stdout}${run.stderr}`.replace(/\s+/g, ' ');
}

const importing = (from: string): string => `import { a } from '${from}';\nexport const b = a;\n`;

describe('boundaries, each with a message that names the way round', () => {
  it.each([
    ['core/src/reach/x.ts', 'node:fs', 'core is the domain'],
    ['core/src/reach/x.ts', 'hono', 'core is the domain'],
    ['core/src/reach/x.ts', '@kith/api/store/open', 'core is the domain'],
    ['web/src/ui/x.ts', 'maplibre-gl', 'Only web/src/map touches maplibre-gl'],
    ['web/src/ui/x.ts', 'hono/client', 'Only web/src/data talks to the API'],
    ['web/src/map/x.ts', 'hono/client', 'The map draws what it is given'],
    ['web/src/screens/x.ts', 'drizzle-orm', 'web runs in the browser'],
    ['web/src/data/x.ts', 'maplibre-gl', 'Only web/src/map touches maplibre-gl'],
    ['api/src/routes/x.ts', 'drizzle-orm', 'Only api/src/store'],
    ['api/src/store/x.ts', 'hono', 'The store knows nothing of requests'],
    ['scripts/load/x.ts', '@libsql/client', 'through api/src/store'],
    ['core/src/reach/x.ts', '../../../api/src/app.ts', 'core is the domain'],
    ['web/src/data/x.ts', 'drizzle-orm', 'web runs in the browser'],
    ['web/src/data/x.ts', '@kith/api/geo/national-grid', 'web takes only types from api'],
    ['web/src/map/x.ts', 'node:fs', 'web runs in the browser'],
    ['scripts/load/x.ts', '@kith/api/app', 'only the store, geo'],
    ['scripts/bench/x.ts', '@kith/api/hours/week-of', 'only the store, geo'],
    ['api/src/store/x.ts', '@kith/scripts/load/starter/starter', 'api imports core only'],
  ])('%s may not import %s', (path, from, message) => {
    expect(lint(path, importing(from))).toContain(message);
  });

  it.each(['fetch("/x")', 'Date.now()', 'process.argv', 'document.title'])('core may not use %s', (use) => {
    expect(lint('core/src/reach/x.ts', `export const a = () => ${use};\n`)).toContain('core has no clock');
  });

  it('core draws no lots', () => {
    const found = spawnSync('grep', ['-rlF', 'Math.random', join(root, 'core', 'src')], { encoding: 'utf8' });
    expect(found.stdout).toBe('');
    expect(found.status).toBe(1);
  });

  it('holds in .svelte files too', () => {
    const code = `<script lang="ts">\nimport { Map } from 'maplibre-gl';\nconst a = new Map();\n</script>\n{a}\n`;
    expect(lint('web/src/screens/X.svelte', code)).toContain('Only web/src/map touches maplibre-gl');
  });

  it.each([
    ['web/src/map/x.ts', 'maplibre-gl'],
    ['api/src/store/x.ts', 'drizzle-orm'],
    ['web/src/data/x.ts', 'hono/client'],
    ['scripts/load/x.ts', '@kith/api/store/open'],
    ['scripts/bench/x.ts', '@kith/api/whole-baseline'],
  ])('%s may import %s', (path, from) => {
    expect(lint(path, importing(from))).not.toContain('noRestrictedImports');
  });
});
