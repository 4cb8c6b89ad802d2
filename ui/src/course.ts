/** What the screen of the sessions says of a course: its steps, and dates in words. */
import type { CourseView } from './contract';
import type { Here } from './fates';
import { clock, dateBy, localDate, localDay } from './moments';
import { formatTag, t } from './words';

/** One step of a course: a session that was, one to come, or what follows the last. */
export type Step = {
  kind: 'done' | 'booked' | 'next' | 'coming';
  /** None: the maintenance after the course. */
  session: number | null;
  /** When it ended, or begins. */
  at: string | null;
};

/** Every step of a course, in order. Of sessions before the first that was entered only the number is known. */
export function stepsOf(course: CourseView): Step[] {
  const booked = course.next?.booked ?? null;
  const next = (session: number | null): Step => ({ kind: booked ? 'booked' : 'next', session, at: booked?.at ?? null });
  const sessions = Array.from({ length: course.sessions }, (_, index): Step => {
    const session = index + 1;
    const done = course.done.find((one) => one.session === session);
    if (session <= course.session) return { kind: 'done', session, at: done?.ended ?? null };
    return session === course.session + 1 && course.next ? next(session) : { kind: 'coming', session, at: null };
  });
  // The last number comes again with each maintenance.
  const kept = course.done.filter((one) => one.session === course.sessions).slice(1);
  const after = kept.map(({ ended }): Step => ({ kind: 'done', session: null, at: ended }));
  if (course.per_year === null) return sessions;
  return [...sessions, ...after, course.next?.maintenance ? next(null) : { kind: 'coming', session: null, at: null }];
}

/** A local date in words: `12 May`. */
export const dateText = (day: string, now: number, zone: string): string => localDate(day, now, zone, formatTag());

/** The moment of a session with its whole date, however near it is: `Tuesday 12 May, 10:00`. */
export const sessionText = (at: string, { now, zone }: Here): string =>
  t('moment-day-date', {
    day: dateBy(Date.parse(at), zone, formatTag(), { weekday: 'long' }),
    date: dateText(localDay(at, zone), now, zone),
    time: clock(at, zone, formatTag()),
  });

/** Dates in a row: `12 May`, or `12 May to 20 May`. */
export const datesText = ([from, until]: [string, string], now: number, zone: string): string =>
  from === until ? dateText(from, now, zone) : t('timeline-range', { from: dateText(from, now, zone), until: dateText(until, now, zone) });

/** How often there is maintenance, in words. */
export const oftenText = ([least, most]: [number, number]): string => t('course-per-year', { least, most });
