import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';

// What a browser has and happy-dom lacks.
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

afterEach(cleanup);
