/**
 * The one door to the program behind the window. Outside Tauri, in development and tests, a fake answers instead, so that
 * every screen works in a plain browser.
 */
import { convertFileSrc, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Import, Problem, Questions } from './contract';

export type Ask = <N extends keyof Questions>(name: N, rest: Questions[N]['with']) => Promise<Questions[N]['reply']>;

const inWindow = () => '__TAURI_INTERNALS__' in window;

/** Asks one question. Rejects with a `Problem`, whatever went wrong. */
export const ask: Ask = async (name, rest) => {
  try {
    if (import.meta.env.DEV && !inWindow()) return await (await import('./fake')).answer(name, rest);
    return await invoke('ask', { question: { ask: name, ...rest } });
  } catch (reason) {
    throw asProblem(reason);
  }
};

/** Calls back whenever another program wrote to the store. Gives the way to stop. */
export const onChanged = (callback: () => void): (() => void) => hear('changed', callback);

/** Calls back while photos are taken in, with how far that is. Gives the way to stop. */
export const onImport = (callback: (far: Import) => void): (() => void) => hear('import', callback);

/** Calls back when files are dragged over the window, away from it, and dropped on it. Gives the way to stop. */
export const onDrag = (callback: (said: 'over' | 'gone' | 'dropped') => void): (() => void) => hear('drag', callback);

/** Calls back with how far an export is, in per cent, where it takes a while. Gives the way to stop. */
export const onExporting = (callback: (percent: number) => void): (() => void) => hear('exporting', callback);

/** Where a picture is, by its hash. */
export function pictureOf(hash: string, size: 'large' | 'small'): string {
  if (import.meta.env.DEV && !inWindow()) return hash;
  return `${convertFileSrc('', 'photo')}${hash}${size === 'small' ? '/small' : ''}`;
}

function hear<Said>(event: string, callback: (said: Said) => void): () => void {
  if (!inWindow()) return () => undefined;
  const listening = listen<Said>(event, ({ payload }) => callback(payload));
  return () => void listening.then((stop) => stop());
}

function asProblem(reason: unknown): Problem {
  if (typeof reason === 'object' && reason !== null && 'code' in reason) return reason as Problem;
  return { code: 'unexpected', field: null, detail: { reason: String(reason) } };
}
