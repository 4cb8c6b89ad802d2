/** The screens that the rail leads to, in its order; the warning signs stand apart from them, always there. */
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ChartGantt from '@lucide/svelte/icons/chart-gantt';
import Search from '@lucide/svelte/icons/search';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import { t } from './words';

/** `keys` lead there from everywhere: as `aria-keyshortcuts` writes them, and in words. */
export type Entry = { icon: typeof CalendarCheck; name: () => string; keys?: { shortcuts: string; hint: () => string } };

export const places = {
  today: { icon: CalendarCheck, name: () => t('rail-today') },
  may: { icon: Search, name: () => t('rail-may'), keys: { shortcuts: 'Control+K /', hint: () => t('rail-may-keys') } },
  timeline: { icon: ChartGantt, name: () => t('rail-timeline') },
  settings: { icon: SlidersHorizontal, name: () => t('rail-settings') },
} satisfies Record<string, Entry>;

export type Place = keyof typeof places;
/** What is shown, each with the place that the rail marks meanwhile. */
export const screens = {
  today: 'today',
  may: 'may',
  timeline: 'timeline',
  settings: 'settings',
  health: 'settings',
  ledger: 'settings',
  learn: 'today',
  supplies: 'timeline',
} as const satisfies Record<string, Place>;

export type Screen = keyof typeof screens;

/** Where Escape leads from a screen below another one. */
export const above: Partial<Record<Screen, Screen>> = { health: 'settings', ledger: 'health', learn: 'today', supplies: 'timeline' };
