/** The screens that the rail leads to, in its order; the warning signs stand apart from them, always there. */
import Bell from '@lucide/svelte/icons/bell';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ChartGantt from '@lucide/svelte/icons/chart-gantt';
import { t } from './words';

export const places = {
  today: { icon: CalendarCheck, name: () => t('rail-today') },
  timeline: { icon: ChartGantt, name: () => t('rail-timeline') },
  health: { icon: Bell, name: () => t('rail-health') },
};

export type Place = keyof typeof places;
/** What is shown, each with the place that the rail marks meanwhile. */
export const screens = { today: 'today', timeline: 'timeline', health: 'health', ledger: 'health' } as const satisfies Record<string, Place>;

export type Screen = keyof typeof screens;
