/**
 * The picture of a plan: which bars stand in it, where each lies, and how it is said. Every function takes its instants (in
 * milliseconds since 1970) and its zone as arguments.
 */
import type { Bar, Line, PlanView } from './contract';
import type { Here } from './fates';
import { when } from './fates';
import { dayNumber, dayStart } from './moments';
import { t } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const zooms = ['days', 'weeks', 'course'] as const;
export type Zoom = (typeof zooms)[number];

/** So many days after the day of the treatment a zoom shows: what lasts 72 hours or two weeks ends inside its last day. */
const LENGTH: Record<Exclude<Zoom, 'course'>, number> = { days: 3, weeks: 14 };

/** What a picture shows: whole local days. `days` are their first instants, and the first instant after the last of them. */
export type Range = { from: number; until: number; days: number[] };

/** The bars that belong together, by what they ask of the patient. */
export const groupNames = ['not-yet', 'care', 'before', 'usual'] as const;
export type GroupName = (typeof groupNames)[number];
export type Group = { name: GroupName; bars: Bar[] };

/** What stands in a picture; the bars that lie outside it are counted. */
export type Shown = { groups: Group[]; ended: number; later: number };

export type Phase = 'coming' | 'running' | 'ended';

/** Where a bar lies, in percent of the picture, and whether it goes on outside it. */
export type Lie = { start: number; end: number; before: boolean; after: boolean };

/** A bar that lasts a few hours of a long course is still to be seen, in percent of the picture. */
const LEAST = 1.2;

/** The number of the local day since the treatment; its own day is 1. */
export const dayOf = (plan: PlanView, { now, zone }: Here): number => dayNumber(now, zone) - dayNumber(Date.parse(plan.ended), zone) + 1;

/** The first instant of each of `count` local days from that of `instant` on, and of the day after. A day can have 23 hours or 25. */
export function localDays(instant: number, count: number, zone: string): number[] {
  const first = dayNumber(instant, zone);
  const days = [dayStart(first, zone)];
  for (let day = 1; day <= count; day++) days.push(dayStart(first + day, zone, (days.at(-1) ?? 0) + DAY));
  return days;
}

/** Nothing of the plan is left: no bar, and no session ahead. */
export function isOver(plan: PlanView, now: number): boolean {
  const session = plan.next_session !== null && Date.parse(plan.next_session) > now;
  return !session && plan.bars.every((bar) => Date.parse(bar.line.until) <= now);
}

/** When the last thing that the plan asks of the patient ends. What is usual may go on for months and asks nothing. */
function lastEnd(plan: PlanView): number {
  const asking = plan.bars.filter((bar) => bar.line.kind !== 'expect');
  return Math.max(Date.parse(plan.ended), ...asking.map((bar) => Date.parse(bar.line.until)));
}

/** The first two weeks by default; who is past them looks at the course. */
export const zoomAtFirst = (plan: PlanView, here: Here): Zoom => (dayOf(plan, here) > LENGTH.weeks ? 'course' : 'weeks');

/**
 * What a zoom shows. A short one begins with the treatment as long as now lies in it, and with today after that; of a plan that is
 * over it shows how it began. The course goes on to the next session, and to the last thing that is asked of the patient.
 */
export function rangeOf(plan: PlanView, zoom: Zoom, here: Here): Range {
  const { now, zone } = here;
  const ended = Date.parse(plan.ended);
  if (zoom === 'course') {
    const latest = plan.next_between ? dayStart(Date.parse(plan.next_between[1]) / DAY, zone) : ended;
    const session = plan.next_session ? Date.parse(plan.next_session) : latest;
    const last = dayNumber(Math.max(session, lastEnd(plan)), zone);
    return range(ended, last - dayNumber(ended, zone) + 1, zone);
  }
  const past = dayOf(plan, here) > LENGTH[zoom] + 1;
  return range(past && !isOver(plan, now) ? now : ended, LENGTH[zoom] + 1, zone);
}

function range(first: number, count: number, zone: string): Range {
  const days = localDays(first, count, zone);
  return { from: days[0] ?? first, until: days.at(-1) ?? first, days };
}

export function groupOf(bar: Bar): GroupName {
  if (bar.prepares) return 'before';
  if (bar.line.kind === 'avoid') return 'not-yet';
  return bar.line.kind === 'expect' ? 'usual' : 'care';
}

export function groupTitle(name: GroupName): string {
  if (name === 'not-yet') return t('timeline-group-not-yet');
  if (name === 'care') return t('timeline-group-care');
  return name === 'before' ? t('timeline-group-before') : t('timeline-group-usual');
}

/** The bars that lie in a range, group by group: what ends first stands first, and what is over last. */
export function shownIn(plan: PlanView, { from, until }: Range, now: number): Shown {
  const ended = plan.bars.filter((bar) => Date.parse(bar.line.until) <= from);
  const later = plan.bars.filter((bar) => Date.parse(bar.line.from) >= until);
  const inside = plan.bars.filter((bar) => !ended.includes(bar) && !later.includes(bar));
  const over = (bar: Bar) => phaseOf(bar.line, now) === 'ended';
  const inOrder = [...inside.filter((bar) => !over(bar)), ...inside.filter(over)];
  const groups = groupNames.map((name) => ({ name, bars: inOrder.filter((bar) => groupOf(bar) === name) }));
  return { groups: groups.filter((group) => group.bars.length > 0), ended: ended.length, later: later.length };
}

export function phaseOf(line: Line, now: number): Phase {
  if (Date.parse(line.until) <= now) return 'ended';
  return Date.parse(line.from) <= now ? 'running' : 'coming';
}

/** Where an instant lies, in percent of the picture; outside it below 0 or above 100. */
export const place = (at: number, { from, until }: Range): number => ((at - from) / (until - from)) * 100;

export function lie(from: number, until: number, range: Range): Lie {
  const start = Math.max(0, place(from, range));
  const end = Math.min(100, Math.max(place(until, range), start + LEAST));
  return { start: Math.min(start, end - LEAST), end, before: from < range.from, after: until > range.until };
}

/** Days from one date that is written on the axis to the next. */
const STEPS = [1, 2, 7, 14, 28, 56, 112];

/** Every which day has its date written, where a date needs `need` and the picture is `width` wide. */
export function stepOf(days: number, width: number, need: number): number {
  return STEPS.find((step) => (width / days) * step >= need) ?? 224;
}

/** What is left of a stretch, in words that are heard as well as read: days from three on, hours, or less than one. */
export function leftInWords(ms: number): string {
  if (ms >= 3 * DAY) return t('timeline-left-days', { days: Math.floor(ms / DAY) });
  return ms >= HOUR ? t('timeline-left-hours', { hours: Math.floor(ms / HOUR) }) : t('timeline-left-soon');
}

/** When a bar runs, in words: `until Monday 15:10, 45 hours left`. */
export function timesOf(line: Line, here: Here): string {
  const phase = phaseOf(line, here.now);
  if (phase === 'ended') return t('timeline-over-since', { moment: when(line.until, here) });
  if (phase === 'coming') return t('timeline-from-until', { from: when(line.from, here), until: when(line.until, here) });
  return t('timeline-until-left', { moment: when(line.until, here), left: leftInWords(Date.parse(line.until) - here.now) });
}

/** The name of a bar: `No hard sport, until Monday 15:10, 45 hours left`. */
export const nameOf = (line: Line, here: Here): string => t('timeline-bar', { title: line.title, times: timesOf(line, here) });

/** How often and when next the patient is reminded of a bar. */
export function remindersOf(bar: Bar, here: Here): string {
  const count = bar.reminders.length;
  const next = bar.reminders.find((at) => Date.parse(at) > here.now);
  if (count === 0) return '';
  return next ? t('timeline-reminders', { count, moment: when(next, here) }) : t('timeline-reminders-past', { count });
}
