/** The screens that the rail leads to, in its order; the warning signs stand apart from them, always there. */
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import ChartGantt from '@lucide/svelte/icons/chart-gantt';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Search from '@lucide/svelte/icons/search';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import { t } from './words';

/** `keys` lead there from everywhere: as `aria-keyshortcuts` writes them, and in words. */
export type Entry = { icon: typeof CalendarCheck; name: () => string; keys?: { shortcuts: string; hint: () => string } };

export const places = {
  today: { icon: CalendarCheck, name: () => t('rail-today') },
  may: { icon: Search, name: () => t('rail-may'), keys: { shortcuts: 'Control+K /', hint: () => t('rail-may-keys') } },
  timeline: { icon: ChartGantt, name: () => t('rail-timeline') },
  diary: { icon: NotebookPen, name: () => t('rail-diary') },
  sessions: { icon: CalendarDays, name: () => t('rail-sessions') },
  settings: { icon: SlidersHorizontal, name: () => t('rail-settings') },
} satisfies Record<string, Entry>;

export type Place = keyof typeof places;
/** What is shown, each with the place that the rail marks meanwhile. */
export const screens = {
  today: 'today',
  days: 'today',
  may: 'may',
  timeline: 'timeline',
  diary: 'diary',
  check: 'diary',
  photos: 'diary',
  sessions: 'sessions',
  settings: 'settings',
  health: 'settings',
  ledger: 'settings',
  export: 'settings',
  learn: 'sessions',
  supplies: 'timeline',
} as const satisfies Record<string, Place>;

export type Screen = keyof typeof screens;

/** What a screen that another one lies below is called. */
export const called = (screen: Screen): string => {
  if (screen === 'days') return t('days-title');
  return screen === 'health' ? t('health-title') : places[screens[screen]].name();
};

/** Screens that several others lead to: the way back is to the one that one came from. */
export const shared: readonly Screen[] = ['export', 'learn', 'supplies'];

/** Where the way back and Escape lead from a screen below another one, unless one came from elsewhere. */
export const above: Partial<Record<Screen, Screen>> = { days: 'today', check: 'diary', photos: 'diary', health: 'settings', ledger: 'health', export: 'settings', learn: 'sessions', supplies: 'timeline' };
