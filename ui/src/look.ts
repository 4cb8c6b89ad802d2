/**
 * How the window looks: light or dark, and the size of all text. The style sheet follows the root element, which the program
 * has set already when it opened the window; so nothing is ever drawn otherwise first.
 */
import type { Look } from './contract';

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
let worn: Look = { theme: 'system', text_size: 100 };

/** Looks so from now on. */
export function wear(look: Look): void {
  worn = look;
  const theme = look.theme === 'system' ? (dark.matches ? 'dark' : 'light') : look.theme;
  root.dataset.theme = theme;
  root.style.setProperty('--text-size', `${look.text_size}%`);
}

dark.addEventListener('change', () => wear(worn));
// A plain browser has no program that has done it before.
if (root.dataset.theme === undefined) wear(worn);
