import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { serviceWorker } from './service-worker-build.ts';

/** `--mode test` builds the copy that end-to-end tests drive: it alone exposes the map to the page. */
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), serviceWorker('src/service-worker/sw.ts')],
  define: { __TEST_BUILD__: JSON.stringify(mode === 'test') },
  build: { outDir: mode === 'test' ? 'dist-test' : 'dist', sourcemap: false, target: 'es2022' },
  worker: { format: 'es' as const },
  server: { port: 5173, proxy: { '/api': process.env.KITH_API ?? 'http://127.0.0.1:8787' } },
}));
