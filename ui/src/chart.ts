/**
 * The picture of a symptom: ratings over what is usual. Days since the treatment go from one side to the other; the first three,
 * in which most happens, take half of the width. Straight lines stay straight on either side of that bend.
 */
import type { Check, Symptom } from './contract';

/** Hours, and how much of the symptom. */
export type Point = [hours: number, value: number];

const DAY = 24;

/** So many hours are drawn wide. */
export const WIDE = 3 * DAY;

/** The most of a symptom. */
export const MOST = 10;

/** Where the bend is, in percent of the width. */
export const BEND = 50;

/** From one day that is written to the next, where three of these steps reach. */
const STEPS = [7, 14, 30, 90, 180, 365];

/** Two weeks are always there. */
const LEAST = 14;

/** Where an hour lies, in percent of the width of a picture that goes on for so many days. */
export function along(hours: number, days: number): number {
  if (hours <= WIDE) return (hours / WIDE) * BEND;
  return BEND + ((hours - WIDE) / (days * DAY - WIDE)) * (100 - BEND);
}

/** Where a rating lies, in percent from the top. */
export const down = (value: number): number => 100 - (value / MOST) * 100;

/** The days that are written along a picture of what happens up to some hours, and the last of them. */
export function daysTo(hours: number): { written: number[]; last: number } {
  const needed = Math.max(LEAST, Math.ceil(hours / DAY));
  const step = STEPS.find((one) => one * 3 >= needed) ?? Math.ceil(needed / 3);
  const count = Math.ceil(needed / step);
  return { written: [0, 1, 2, 3, ...Array.from({ length: count }, (_, index) => (index + 1) * step)], last: count * step };
}

/** Until how many hours a symptom has something to draw: what is usual, and these checks. */
export const reach = ({ typical }: Symptom, checks: Check[]): number => Math.max(0, typical.at(-1)?.[0] ?? 0, ...checks.map((check) => check.hours));

/** The upper edge of what is usual at some hours; none where the protocol does not speak of them. */
export function edge(typical: Point[], hours: number): number | null {
  const after = typical.findIndex(([at]) => at >= hours);
  const [right, left] = [typical[after], typical[after - 1]];
  if (!right) return typical.length > 0 ? 0 : null;
  if (!left) return right[0] === hours ? right[1] : null;
  return left[1] + ((right[1] - left[1]) * (hours - left[0])) / (right[0] - left[0]);
}

/** The same points, and the one between them that lies in the bend. */
function bent(points: Point[]): Point[] {
  const after = points.findIndex(([at]) => at > WIDE);
  const left = points[after - 1];
  return left && left[0] < WIDE ? [...points.slice(0, after), [WIDE, edge(points, WIDE) ?? 0], ...points.slice(after)] : points;
}

/** A line through points, in a picture of 100 by 100. */
export const lineOf = (points: Point[], days: number): string =>
  bent(points)
    .map(([hours, value], index) => `${index === 0 ? 'M' : 'L'}${along(hours, days).toFixed(2)} ${down(value).toFixed(2)}`)
    .join('');

/** All that is usual, from 0 to its upper edge, in the same picture. */
export function bandOf(typical: Point[], days: number): string {
  const [first, last] = [typical[0], typical.at(-1)];
  if (!first || !last) return '';
  return `${lineOf([[first[0], 0], ...typical, [last[0], 0]], days)}Z`;
}
