/** Times of day as the settings have them: wall times, `08:00`, of which the later is the greater text. */
import type { QuietHours, Settings } from './contract';
import { clock } from './moments';
import { formatTag } from './words';

/** One of the times of day. */
export type What = 'morning' | 'evening' | 'quiet';

/** The times that count: the person's own, else the plan's. */
export type DayTimes = { morning: string; evening: string; quiet: QuietHours };

export const inUse = ({ times, plan }: Pick<Settings, 'times' | 'plan'>): DayTimes => ({
  morning: times.morning ?? plan.morning,
  evening: times.evening ?? plan.evening,
  quiet: times.quiet ?? plan.quiet,
});

/** Whether a time lies in the hours, from the first on and before the last; perhaps over midnight. Equal: there are none. */
export const inside = (time: string, { from, until }: QuietHours): boolean =>
  from <= until ? from <= time && time < until : from <= time || time < until;

/** What has to wait for the end of the quiet hours, because its time lies in them. */
export const waiting = ({ morning, evening, quiet }: DayTimes): ('morning' | 'evening')[] => [
  ...(inside(morning, quiet) ? (['morning'] as const) : []),
  ...(inside(evening, quiet) ? (['evening'] as const) : []),
];

/** A time of day as the person's language writes it. */
export const clockText = (time: string): string => clock(`1970-01-01T${time}:00Z`, 'UTC', formatTag());
