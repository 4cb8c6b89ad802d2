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

type Drawing = { node: [tag: string, attributes: Record<string, string>][] };

/**
 * An icon is its lines and nothing else: a piece of markup that is cloned. The package's own component works out sizes, colours and
 * names for each one anew, which nobody here asks for: icons are sized and coloured by the style sheet, and hidden from screen readers.
 */
const icons: Plugin = {
  name: 'icons',
  enforce: 'pre',
  load(id) {
    if (!/@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/.test(id)) return null;
    const drawing = /const iconData = (\{.*\});/.exec(readFileSync(id, 'utf8'))?.[1];
    if (drawing === undefined) throw new Error(`no drawing in ${id}`);
    const lines = (JSON.parse(drawing) as Drawing).node.map(([tag, attributes]) => {
      const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
      return `<${tag}${written.join('')} />`;
    });
    return `<svg viewBox="0 0 24 24" aria-hidden="true" class="icon">${lines.join('')}</svg>`;
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [icons, svelte(), words],
  build: { target: 'safari16', cssTarget: 'safari16', chunkSizeWarningLimit: 600, modulePreload: { polyfill: false } },
  // The fake reads the default protocol, which lives beside the crate that parses it.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../src-tauri/plan/protocols'] } },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  // A machine that is busy with other things is slow and not wrong.
  test: { environment: 'happy-dom', testTimeout: 30_000, include: ['test/**/*.test.ts'], setupFiles: ['test/setup.ts'] },
}));
