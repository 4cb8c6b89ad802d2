import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** All JavaScript of the window together, in bytes of gzip. */
const MOST = 150_000;

test('the window stays small', () => {
  // What `npm run build` has made; `cargo xtask test` builds before it tests.
  const assets = join(import.meta.dirname, '../dist/assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(assets, name))).length);
  expect(scripts).not.toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST);
});
