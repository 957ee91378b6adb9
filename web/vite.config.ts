// One page, nothing beside it: build/single_page.ts puts script and style inside report.html.

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { sampleDossier, singlePage } from './build/single_page';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [svelte(), sampleDossier(here('sample/dossier.json')), singlePage('report.html')],
  resolve: {
    alias: { $src: here('src') },
    // Under vitest the browser half of Svelte, so that components mount into jsdom.
    conditions: process.env.VITEST ? ['browser'] : undefined,
  },
  server: { fs: { allow: [here('.'), here('../tests/web')] } },
  build: {
    target: 'es2020',
    outDir: 'dist',
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    reportCompressedSize: false,
    rollupOptions: { output: { format: 'iife' } },
  },
  test: {
    dir: here('../tests/web'),
    include: ['**/*.test.ts'],
    globals: true,
    environment: 'node',
    testTimeout: 60_000, // for machines that build at the same time
  },
});
