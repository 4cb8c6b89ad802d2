import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  build: { target: 'safari16', cssTarget: 'safari16', chunkSizeWarningLimit: 600 },
  // The fake reads the default protocol, which lives beside the crate that parses it.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../src-tauri/plan/protocols'] } },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'], setupFiles: ['test/setup.ts'] },
}));
