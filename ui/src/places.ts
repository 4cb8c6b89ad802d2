/** The screens that the rail leads to, in its order; the warning signs stand apart from them, always there. */
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import { t } from './words';

export const places = {
  today: { icon: CalendarCheck, name: () => t('rail-today') },
  settings: { icon: SlidersHorizontal, name: () => t('rail-settings') },
};

export type Place = keyof typeof places;
/** What is shown, each with the place that the rail marks meanwhile. */
export const screens = { today: 'today', settings: 'settings', health: 'settings', ledger: 'settings' } as const satisfies Record<string, Place>;

export type Screen = keyof typeof screens;

/** Where Escape leads from a screen below another one. */
export const above: Partial<Record<Screen, Screen>> = { health: 'settings', ledger: 'health' };
