/** The whole window over the fake program, for tests that tell a story. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, vi } from 'vitest';
import App from '../src/App.svelte';
import { tell } from '../src/fake';

/** The window's clock stands until a test moves it; the fake's clock is the same. */
beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.parse('2026-01-01T12:00:00Z') }));
afterEach(() => vi.useRealTimers());

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
export const by = (id: string) => screen.getByTestId(id);
export const find = async (id: string) => {
  await vi.waitFor(() => screen.getByTestId(id));
  return by(id);
};

/** Opens the window on a story of the fake, perhaps at another moment of it. A window that was open closes. */
export async function open(story: string, at: string | null = null) {
  cleanup();
  tell(story, at);
  render(App);
  await vi.waitFor(() => screen.getByRole('heading', { level: 1 }));
  await pass(0);
}

/** Unfolds what stands under a summary. */
export async function unfold(summary: Element | null | undefined) {
  (summary as HTMLElement).click();
  await pass(0);
}

/** What stands in the numbers of a day or a time. */
export const typed = (id: string) => [...by(id).querySelectorAll<HTMLInputElement>('[role=spinbutton]')].map((one) => one.value);

/** Types where the focus is, key by key, as a keyboard does: what is selected goes, and what follows is typed wherever the focus went. */
export async function type(keys: string) {
  for (const key of keys) {
    const field = document.activeElement as HTMLInputElement;
    const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    field.value = field.value.slice(0, start) + key + field.value.slice(end);
    field.setSelectionRange(start + 1, start + 1);
    await fireEvent(field, new InputEvent('input', { bubbles: true, data: key, inputType: 'insertText' }));
  }
}

/** Types into a day or a time from its first number on. */
export async function typeIn(id: string, keys: string) {
  by(id).querySelector<HTMLElement>('[role=spinbutton]')?.focus();
  await type(keys);
}
