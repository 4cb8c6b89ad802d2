/** The screens that the rail leads to, in its order; the warning signs stand apart from them, always there. */
import Bell from '@lucide/svelte/icons/bell';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import Search from '@lucide/svelte/icons/search';
import { t } from './words';

/** `keys` lead there from everywhere: as `aria-keyshortcuts` writes them, and in words. */
export type Entry = { icon: typeof Bell; name: () => string; keys?: { shortcuts: string; hint: () => string } };

export const places = {
  today: { icon: CalendarCheck, name: () => t('rail-today') },
  may: { icon: Search, name: () => t('rail-may'), keys: { shortcuts: 'Control+K /', hint: () => t('rail-may-keys') } },
  health: { icon: Bell, name: () => t('rail-health') },
} satisfies Record<string, Entry>;

export type Place = keyof typeof places;
/** What is shown, each with the place that the rail marks meanwhile. */
export const screens = { today: 'today', may: 'may', health: 'health', ledger: 'health' } as const satisfies Record<string, Place>;

export type Screen = keyof typeof screens;
