/**
 * How moments and stretches of time are said. Everything takes its instants, zone and locale as arguments; the result names a
 * message and its variables, so that each language orders them as it likes.
 */

export type Said = { id: string; vars: Record<string, string | number> };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is left of a stretch of `ms`: days from 48 hours on, seconds in the last hour. Never negative. */
export function left(ms: number): Said {
  const rest = Math.max(0, ms);
  const hours = Math.floor(rest / HOUR);
  const minutes = Math.floor((rest % HOUR) / MINUTE);
  const seconds = Math.floor((rest % MINUTE) / SECOND);
  if (rest >= 2 * DAY) return { id: 'left-days', vars: { days: Math.floor(rest / DAY), hours: hours % 24 } };
  if (rest >= HOUR) return { id: 'left-hours', vars: { hours, minutes } };
  if (rest >= MINUTE) return { id: 'left-minutes', vars: { minutes, seconds: String(seconds).padStart(2, '0') } };
  return { id: 'left-seconds', vars: { seconds } };
}

/** The same for a row of a list: days from 24 hours on, so that it is short. */
export function leftShort(ms: number): Said {
  return ms >= DAY ? { id: 'left-days', vars: { days: Math.floor(ms / DAY), hours: Math.floor((ms % DAY) / HOUR) } } : left(ms);
}

/** Whether `left` counts seconds. */
export const countsSeconds = (ms: number): boolean => ms < HOUR;

/** A moment as people say it: today, tomorrow, the weekday for six days, else the date. `now` only decides which. */
export function moment(at: string, now: number, zone: string, locale: string): Said {
  const instant = Date.parse(at);
  const time = clock(at, zone, locale);
  const days = dayNumber(instant, zone) - dayNumber(now, zone);
  if (days === 0) return { id: 'moment-today', vars: { time } };
  if (days === 1) return { id: 'moment-tomorrow', vars: { time } };
  if (days === -1) return { id: 'moment-yesterday', vars: { time } };
  if (days > 1 && days <= 6) {
    return { id: 'moment-weekday', vars: { day: write(instant, zone, locale, { weekday: 'long' }), time } };
  }
  return { id: 'moment-date', vars: { date: date(instant, now, zone, locale), time } };
}

/** A moment with its weekday, also where it is far: `Friday 10 April, 15:10`. */
export function wholeMoment(at: string, now: number, zone: string, locale: string): Said {
  const near = moment(at, now, zone, locale);
  if (near.id !== 'moment-date') return near;
  return { id: 'moment-day-date', vars: { ...near.vars, day: write(Date.parse(at), zone, locale, { weekday: 'long' }) } };
}

/** A moment that need not be told to the minute: today and tomorrow with the time, else the weekday or the date alone. */
export function roughMoment(at: string, now: number, zone: string, locale: string): Said {
  const said = moment(at, now, zone, locale);
  if (said.id === 'moment-weekday') return { id: 'moment-day', vars: { day: said.vars.day ?? '' } };
  if (said.id === 'moment-date') return { id: 'moment-day', vars: { day: said.vars.date ?? '' } };
  return said;
}

/** A moment of the days around, short: `Fri 22:10`; else `20 Mar, 22:10`. */
export function shortMoment(at: string, now: number, zone: string, locale: string): Said {
  const instant = Date.parse(at);
  const time = clock(at, zone, locale);
  const days = dayNumber(instant, zone) - dayNumber(now, zone);
  if (Math.abs(days) <= 6) return { id: 'moment-weekday', vars: { day: write(instant, zone, locale, { weekday: 'short' }), time } };
  return { id: 'moment-date', vars: { date: shortDate(at, zone, locale), time } };
}

/** The day as a heading says it: today, tomorrow, yesterday, else in full. */
export function dayHeading(at: string, now: number, zone: string, locale: string): Said {
  return localDayHeading(localDay(at, zone), now, zone, locale);
}

/** The same for a local date, `2026-03-28`. */
export function localDayHeading(day: string, now: number, zone: string, locale: string): Said {
  const days = Date.parse(day) / DAY - dayNumber(now, zone);
  if (days === 0) return { id: 'day-today', vars: {} };
  if (days === 1) return { id: 'day-tomorrow', vars: {} };
  if (days === -1) return { id: 'day-yesterday', vars: {} };
  return fullDay(Date.parse(day), 'UTC', locale);
}

/** The local date of an instant, `2026-03-28`: what a day field begins with, and what days are compared by. */
export const localDay = (at: string | number, zone: string): string => new Date(dayNumber(new Date(at).getTime(), zone) * DAY).toISOString().slice(0, 10);

/** The local time of day of an instant, `15:10`: what a time field begins with. */
export const localTime = (at: string | number, zone: string): string => write(new Date(at).getTime(), zone, 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Whether two instants lie in the same local date. */
export const sameDay = (one: string, other: string, zone: string): boolean =>
  dayNumber(Date.parse(one), zone) === dayNumber(Date.parse(other), zone);

/** The time of day alone: `08:12`. */
export function clock(at: string, zone: string, locale: string): string {
  return write(Date.parse(at), zone, locale, { hour: '2-digit', minute: '2-digit' });
}

/** The wall time of an instant, as the program takes it: `2026-03-28T08:12`. */
export const wallTime = (at: string, zone: string): string => `${localDay(at, zone)}T${clock(at, zone, 'en-GB')}`;

/** The day in full, for a heading: `Saturday, 28 March`. */
export function fullDay(at: number, zone: string, locale: string): Said {
  return {
    id: 'moment-full-day',
    vars: { day: write(at, zone, locale, { weekday: 'long' }), date: write(at, zone, locale, { day: 'numeric', month: 'long' }) },
  };
}

/** The date alone, short: `5 May`. */
export function shortDate(at: string, zone: string, locale: string): string {
  return write(Date.parse(at), zone, locale, { day: 'numeric', month: 'short' });
}

/** The date of an instant by some of its parts, as the language writes them. */
export function dateBy(at: number, zone: string, locale: string, parts: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month'>): string {
  return write(at, zone, locale, parts);
}

/** A moment with its date, whenever now is: `Fri 27 March, 15:10`. */
export function datedMoment(at: string, zone: string, locale: string): Said {
  const date = write(Date.parse(at), zone, locale, { weekday: 'short', day: 'numeric', month: 'short' });
  return { id: 'moment-date', vars: { date, time: clock(at, zone, locale) } };
}

/** A local date without a time, `2026-04-27`: `27 April`, with the year if it is another than that of `now`. */
export function localDate(day: string, now: number, zone: string, locale: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const otherYear = day.slice(0, 4) !== write(now, zone, 'en', { year: 'numeric' });
  return write(noon, 'UTC', locale, { day: 'numeric', month: 'long', ...(otherYear ? { year: 'numeric' } : {}) });
}

/** A step of the course, from the treatment to `at`: hours up to 72, then days, then whole weeks. */
export function step(from: string, at: string): Said {
  const ms = Date.parse(at) - Date.parse(from);
  if (ms <= 3 * DAY) return { id: 'step-hours', vars: { hours: Math.round(ms / HOUR) } };
  // A calendar step can be an hour longer or shorter than its days.
  const days = Math.round(ms / DAY);
  return days % 7 === 0 ? { id: 'step-weeks', vars: { weeks: days / 7 } } : { id: 'step-days', vars: { days } };
}

/** How long after a treatment something was, by its hours: hours up to 72, then days. */
export function after(hours: number): Said {
  if (hours <= 72) return { id: 'after-hours', vars: { hours: Math.floor(hours) } };
  return { id: 'after-days', vars: { days: Math.floor(hours / 24) } };
}

/** Whole hours from `from` to `now`. */
export const hoursSince = (from: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(from)) / HOUR));

/** How far `now` is between two instants, 0 to 1. */
export function share(from: string, until: string, now: number): number {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  return end <= start ? 1 : Math.min(1, Math.max(0, (now - start) / (end - start)));
}

/** The rows of each local date, in the order in which they come. */
export function byDay<Row>(rows: Row[], at: (row: Row) => string, zone: string): Row[][] {
  const days = rows.map((row) => localDay(at(row), zone));
  const starts = days.flatMap((day, index) => (day === days[index - 1] ? [] : [index]));
  return starts.map((start, index) => rows.slice(start, starts[index + 1]));
}

/** A zone's city: `Europe/Berlin` is Berlin. */
export const city = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

function date(instant: number, now: number, zone: string, locale: string): string {
  const year = (at: number) => write(at, zone, 'en', { year: 'numeric' });
  const withYear = year(instant) === year(now) ? {} : ({ year: 'numeric' } as const);
  return write(instant, zone, locale, { day: 'numeric', month: 'long', ...withYear });
}

/** The first instant of a local date, which is told by its days since 1970. Not every day has a midnight. */
export function dayStart(day: number, zone: string, guess = day * DAY): number {
  if (dayNumber(guess, zone) === day && dayNumber(guess - 1, zone) < day) return guess;
  // No zone is farther from Greenwich than these; a day begins on a whole minute.
  let [before, after] = [day * DAY - 15 * HOUR, day * DAY + 15 * HOUR];
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / (2 * MINUTE)) * MINUTE;
    if (dayNumber(middle, zone) < day) before = middle;
    else after = middle;
  }
  return after;
}

/** The days since 1970 of the local date in `zone`. From the parts: the order in which engines write a date differs. */
export function dayNumber(instant: number, zone: string): number {
  const parts = writer(zone, 'en', { year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'gregory' }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY;
}

const writers = new Map<string, Intl.DateTimeFormat>();

function write(instant: number, zone: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return writer(zone, locale, options).format(instant);
}

function writer(zone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${locale} ${JSON.stringify(options)}`;
  const known = writers.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  writers.set(key, made);
  return made;
}
