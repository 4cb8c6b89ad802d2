/**
 * Wall times as they are typed and sent: a day is `2026-03-27`, a time of day `15:10`. While it is being typed it may be neither;
 * what stands in the field is kept as it is, and empty is the empty text. Which instant a wall time is, the program alone says.
 */

export type Kind = 'day' | 'time';
export type Part = 'year' | 'month' | 'day' | 'hour' | 'minute';

/** The numbers of each kind, in the order of its text. */
const PARTS = { day: ['year', 'month', 'day'], time: ['hour', 'minute'] } as const;
const BETWEEN = { day: '-', time: ':' };

/** The least and the most of each number. */
export const RANGE: Record<Part, [number, number]> = { year: [1900, 2999], month: [1, 12], day: [1, 31], hour: [0, 23], minute: [0, 59] };

/** How many digits each number is written with. */
export const sizeOf = (part: Part): number => (part === 'year' ? 4 : 2);

const DAY = 86_400_000;

/** What stands in the numbers of a field. */
export type Typed = Partial<Record<Part, string>>;

/** The numbers of a text. */
export function apart(kind: Kind, text: string): Typed {
  const numbers = text.split(BETWEEN[kind]);
  return Object.fromEntries(PARTS[kind].map((part, index) => [part, numbers[index] ?? '']));
}

/** The text of what stands in the numbers. */
export function together(kind: Kind, typed: Typed): string {
  const numbers = PARTS[kind].map((part) => padded(typed[part] ?? ''));
  return numbers.some((number) => number !== '') ? numbers.join(BETWEEN[kind]) : '';
}

/** A number as it is written, with two digits at least; nothing stays nothing. */
export const padded = (number: string): string => number && number.padStart(2, '0');

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const instant = Date.parse(text);
  // An engine may take the 30 February for the 2 March.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** Whether a text is a time of day. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** A day and a time as they are sent: null where nothing was typed. */
export const wall = (day: string, time: string): string | null => (day === '' && time === '' ? null : `${day}T${time}`);

/** So many days after a day. */
export const daysAfter = (day: string, count: number): string => new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
