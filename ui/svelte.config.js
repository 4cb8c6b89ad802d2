import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  preprocess: vitePreprocess(),
  // The name of a component's scope stands in each of its elements: a short one saves a kilobyte.
  compilerOptions: { cssHash: ({ hash, filename }) => `s${hash(filename ?? '').slice(0, 4)}` },
};
