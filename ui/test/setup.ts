import { readFileSync } from 'node:fs';
import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';

// What a browser has and happy-dom lacks.
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

// As the page has them.
document.head.append(Object.assign(document.createElement('script'), { type: 'text/fluent', id: 'words-en', textContent: readFileSync('words/en.ftl', 'utf8') }));

afterEach(cleanup);
