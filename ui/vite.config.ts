import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The English words are no script, and need none: they stand in the page as text. */
const words: Plugin = {
  name: 'words',
  transformIndexHtml: {
    order: 'pre',
    handler: () => [
      { tag: 'script', attrs: { type: 'text/fluent', id: 'words-en' }, children: readFileSync('words/en.ftl', 'utf8'), injectTo: 'head' },
    ],
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), words],
  build: { target: 'safari16', cssTarget: 'safari16', chunkSizeWarningLimit: 600, modulePreload: { polyfill: false } },
  // The fake reads the default protocol, which lives beside the crate that parses it.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../src-tauri/plan/protocols'] } },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  // A machine that is busy with other things is slow and not wrong.
  test: { environment: 'happy-dom', testTimeout: 30_000, include: ['test/**/*.test.ts'], setupFiles: ['test/setup.ts'] },
}));
